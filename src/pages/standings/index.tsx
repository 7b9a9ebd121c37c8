import { Text } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { guarded } from '@/components/Guarded'
import { Page } from '@/components/Page'
import { Split } from '@/components/Split'
import { InTown } from '@/domainViews/InTown'
import { useLinkEstate } from '@/domainViews/InTown/visit'
import { ScoreView } from '@/domainViews/ScoreView'
import { useShare } from '@/services/share'
import { useInAddress } from '@/services/useInAddress'
import { useWide } from '@/services/useWide'
import { PeriodChooser } from './PeriodChooser'
import { StandingsList } from './StandingsList'
import { usePeriod } from './usePeriod'

/** 排名: the six estates of a period. A tap opens the ledger of one. `at`: an estate of the town, in a link that was sent on. */
function StandingsPage() {
  const { at } = useRouter().params
  return <Page title='排名' wide><InTown why='看全镇各小区的考核排名。' at={at}><Standings /></InTown></Page>
}

function Standings() {
  const wide = useWide()
  const chosen = usePeriod()
  const { view, period } = chosen
  // There may be nothing earlier to show.
  const isShown = view !== 'earlier' || period !== undefined
  const [open, setOpen] = useInAddress('open')
  useShare({ title: '各小区的考核排名：每一分都能点开看依据', path: `/pages/standings/index?${useLinkEstate()}` })
  const show = (estateId: string) => (wide ? setOpen(estateId) : void Taro.navigateTo({ url: `/pages/score/index?estateId=${estateId}${period ? `&period=${period}` : ''}` }))
  return (
    <Split
      open={open}
      list={
        <>
          <PeriodChooser chosen={chosen} />
          {isShown && <StandingsList period={period} open={wide ? open : undefined} onOpen={show} />}
        </>
      }
      detail={wide && isShown && open ? <ScoreView estateId={open} period={period} /> : wide ? <Text>点一个小区，看它的得分是怎么来的。</Text> : undefined}
    />
  )
}

export default guarded(StandingsPage)
