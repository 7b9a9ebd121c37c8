import { useEffect, type PropsWithChildren, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { InFrontProvider, useInFront } from '@/services/inFront'
import { queryClient } from '@/services/queryClient'
import { useQuestion } from '@/services/privacy/consent'
import { toFirstPage } from '@/services/usePages'
import { useScale } from '@/services/scale'
import { showWrong } from '@/services/useIntoView'
import { ConsentSheet } from '../ConsentSheet'
import { Place } from '../Place'
import { Top } from './Top'
import './style.scss'

type PageProps = PropsWithChildren<{
  /** In the bar above; the page's config has the same words for the time before it is drawn. */
  title?: string
  /** The one main action, within reach of the thumb. */
  bottom?: ReactNode
  /** Wider than a column of reading on a PC: tables, list beside detail. */
  wide?: boolean
  onRefresh?: () => Promise<unknown>
}>

/** Pulled at its top, a list begins again. */
const refreshAll = () => {
  toFirstPage(queryClient, 'active')
  return queryClient.refetchQueries({ type: 'active' })
}

/** The root of every page: carries the size of the words, the ground, and room for the phone's edges. */
export function Page({ title, bottom, wide, onRefresh = refreshAll, children }: PageProps) {
  const scale = useScale()
  const question = useQuestion()
  const inFront = useInFront()
  useEffect(() => {
    if (title) void Taro.setNavigationBarTitle({ title })
  }, [title])
  usePullDownRefresh(() => {
    void onRefresh().finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <InFrontProvider value={inFront}>
      <View className={`page ${wide ? 'page--wide' : ''} ${bottom ? 'page--bottom' : ''}`} style={{ ['--scale' as string]: String(scale) }}>
        {process.env.TARO_ENV === 'h5' && title && <Top title={title} />}
        <View className='page__body'>{children}</View>
        <Place><ConsentSheet question={question} /></Place>
        <Place>{bottom && <View className='page__bottom' onClick={showWrong}><View className='page__bottom-inner'>{bottom}</View></View>}</Place>
      </View>
    </InFrontProvider>
  )
}
