import { useState } from 'react'
import { Text } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Page } from '@/components/Page'
import { Split } from '@/components/Split'
import { ScoreView } from '@/domainViews/ScoreView'
import { useWide } from '@/services/useWide'
import { PeriodChooser } from './PeriodChooser'
import { StandingsList } from './StandingsList'
import { usePeriod } from './usePeriod'

/** 排名: the six estates of a period. A tap opens the ledger of one. */
export default function StandingsPage() {
  const wide = useWide()
  const chosen = usePeriod()
  const { view, period } = chosen
  // There may be nothing earlier to show.
  const isShown = view !== 'earlier' || period !== undefined
  const [open, setOpen] = useState<string>()
  const show = (estateId: string) => (wide ? setOpen(estateId) : void Taro.navigateTo({ url: `/pages/score/index?estateId=${estateId}${period ? `&period=${period}` : ''}` }))
  return (
    <Page title='排名' wide>
      <Split
        list={
          <>
            <PeriodChooser chosen={chosen} />
            {isShown && <StandingsList period={period} onOpen={show} />}
          </>
        }
        detail={wide && isShown && open ? <ScoreView estateId={open} period={period} /> : wide ? <Text>点一个小区，看它的得分是怎么来的。</Text> : undefined}
      />
    </Page>
  )
}
