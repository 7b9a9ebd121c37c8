import Taro from '@tarojs/taro'
import type { Actions } from '../../../types/api'
import { Notice } from '@/components/Notice'
import { Split } from '@/components/Split'
import { useRules } from '@/domainViews/useRules'
import { useNow } from '@/services/useNow'
import { useInAddress } from '@/services/useInAddress'
import { useWide } from '@/services/useWide'
import { SurveyOfEstate } from './SurveyOfEstate'
import { SurveyRow } from './SurveyRow'
import type { Survey } from './stageOf'

type SurveysOfYearProps = {
  me: Actions['whoAmI']['reply']
  year: number
  surveys: readonly Survey[]
  /** The estate whose survey the page was opened for. */
  first?: string
}

/** One row for each estate, also for those where nothing is planned; the one that is open stands beside them on a PC, on a page of its own on a phone. */
export function SurveysOfYear({ me, year, surveys, first }: SurveysOfYearProps) {
  const wide = useWide()
  const now = useNow(60_000)
  const minimumPercent = useRules()?.edition.satisfaction.minimumCoveragePercent
  const [open, setOpen] = useInAddress('estateId', first)
  const choose = (estateId: string) => (wide ? setOpen(estateId) : void Taro.navigateTo({ url: `/office/pages/surveys/index?estateId=${encodeURIComponent(estateId)}&year=${year}` }))
  // Its place is the same on a phone and on a PC: a tablet that is turned loses nothing of what is being written.
  const isAlone = first !== undefined && !wide
  const list = !isAlone && me.estates.map(({ id, name }) => {
    const survey = surveys.find(({ estateId }) => estateId === id)
    return <SurveyRow key={id} name={name} survey={survey} minimumPercent={minimumPercent} now={now} isOpen={wide && id === open} onPress={() => choose(id)} />
  })
  const detail = open === undefined ? <Notice words='点一个小区，在这里安排和办理。' /> : <SurveyOfEstate key={`${open}:${year}`} me={me} estateId={open} year={year} survey={surveys.find(({ estateId }) => estateId === open)} />
  return <Split open={open} list={<>{list}</>} detail={wide || isAlone ? detail : undefined} />
}
