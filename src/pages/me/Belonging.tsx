import { useState } from 'react'
import type { Actions } from '../../../types/api'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Cell } from '@/components/Cell'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import { ChooseEstate } from '@/domainViews/ChooseEstate'
import { ROLE } from '@/labels/notice'
import { LEVEL } from '@/labels/zh'
import { toTop } from '@/services/toTop'

type Me = Actions['whoAmI']['reply']
type Grant = NonNullable<Me['person']>['grants'][number]

const scopeOf = (grant: Grant, townName: string): string => (grant.role === 'manager' ? grant.estateName : grant.role === 'inspector' ? LEVEL[grant.level] : townName)

/** Who I am here, what I may do, and where I live. */
export function Belonging({ me }: { me: Me }) {
  const [choosing, setChoosing] = useState(false)
  const [result, setResult] = useState<string>()
  const { person } = me
  const turn = (isChoosing: boolean, words?: string) => {
    setChoosing(isChoosing)
    setResult(words)
    toTop()
  }
  if (!person || choosing)
    return (
      <Section title='您住在哪个小区？' note={person?.estateId ? '换了以后，“小区”里看到的是新小区的问题；已经报告的不受影响。' : '选好就能报告问题、看小区的进展。'}>
        <ChooseEstate me={me} onChosen={() => turn(false, person?.estateId ? '小区已换好' : '小区已选好')} />
        {choosing && <Button kind='quiet' words='不换了' onPress={() => turn(false)} />}
      </Section>
    )
  return (
    <Section title={person.name} note={person.townName}>
      {result && <Notice tone='good' words={result} />}
      <Card flush>
        {person.grants.map((grant) => <Cell key={`${grant.role}-${scopeOf(grant, '')}`} icon='badgeCheck' title={ROLE[grant.role]} value={scopeOf(grant, person.townName)} />)}
        <Cell icon='building' title={person.estateName ?? '还没有选小区'} note='我住的小区' value={person.estateName ? '更换' : '选择'} onPress={() => turn(true)} />
      </Card>
    </Section>
  )
}
