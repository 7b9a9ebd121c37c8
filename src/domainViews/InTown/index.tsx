import { useEffect, useMemo, useState, type PropsWithChildren } from 'react'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Heading } from '@/components/Heading'
import { Notice } from '@/components/Notice'
import { Skeleton } from '@/components/Skeleton'
import { useRead } from '@/services/useAction'
import { ChooseEstate } from '../ChooseEstate'
import { keepVisited, visitedEstate, VisitContext } from './visit'
import './style.scss'

type InTownProps = PropsWithChildren<{
  /** Why an estate is asked for, where nothing can be shown without one. */
  why: string
  /** The estate that the link names: what is published in its town is shown without choosing. */
  at?: string
  /** The link names a survey, and so its town. */
  isNamed?: boolean
  /** Nothing of it is published: one has to belong to the estate. */
  isClosed?: boolean
}>

/** A page that somebody has shared, for everybody: who belongs to no town yet sees what is published, or chooses an estate in place; the page goes on by itself. */
export function InTown({ why, at: linked, isNamed, isClosed, children }: InTownProps) {
  const { data: me, isFetched } = useRead('whoAmI', {})
  const [isChoosing, setIsChoosing] = useState(false)
  const at = linked ?? visitedEstate()
  const visit = useMemo(() => ({ ...(at !== undefined && { at }) }), [at])
  const mayVisit = !isClosed && (isNamed || at !== undefined)
  useEffect(() => {
    if (mayVisit && at !== undefined) keepVisited(at)
  }, [mayVisit, at])
  // Not `isPending`: what is drawn asks again, and must not go away for that.
  if (!isFetched) return <Skeleton rows={4} />
  // Where it is not known who one is, the page says by itself what is wrong.
  if (!me || me.person) return <>{children}</>
  if (mayVisit && !isChoosing)
    return (
      <VisitContext.Provider value={visit}>
        <Notice icon='building' words='您还没有选小区，下面是公开的内容。' action={{ words: '选我的小区', onPress: () => setIsChoosing(true) }} />
        {children}
      </VisitContext.Provider>
    )
  return (
    <>
      <View className='in-town'>
        <Heading className='in-town__title'><Text>先选您住的小区</Text></Heading>
        <View><Text>{`${why}选好后这一页会接着打开，以后可以在“我的”里更改。`}</Text></View>
      </View>
      <ChooseEstate me={me} />
      {mayVisit && <Button kind='quiet' words='先不选，继续看' onPress={() => setIsChoosing(false)} />}
    </>
  )
}
