import { Text, View } from '@tarojs/components'
import type { Actions } from '../../../types/api'
import { standardQuestionnaire } from '../../../domain/survey/questionnaire'
import { Badge } from '@/components/Badge'
import { Empty } from '@/components/Empty'
import { Heading } from '@/components/Heading'
import { Notice } from '@/components/Notice'
import { STANDS_BACK, standsBack } from '@/domainViews/standsBack'
import { useNow } from '@/services/useNow'
import { Counted } from './counted/Counted'
import { PlanForm } from './plan/PlanForm'
import { Planned } from './plan/Planned'
import { Running } from './Running'
import { isCounted, stageOf, type Survey } from './stageOf'
import './style.scss'

type SurveyOfEstateProps = { me: Actions['whoAmI']['reply']; estateId: string; year: number; survey: Survey | undefined }

/** One survey from its plan to its end. */
export function SurveyOfEstate({ me: { estates, person }, estateId, year, survey }: SurveyOfEstateProps) {
  const now = useNow(60_000)
  const isOffice = person?.grants.some(({ role }) => role === 'office') ?? false
  const name = survey?.estateName ?? estates.find(({ id }) => id === estateId)?.name ?? ''
  return (
    <>
      <View className='survey-title'>
        <Heading className='survey-title__words'><Text>{`${name} ${year} 年`}</Text></Heading>
        <Badge {...stageOf(survey, now)} />
      </View>
      {standsBack({ person }, estateId) ? <Notice words={STANDS_BACK} /> : <Content survey={survey} estateId={estateId} year={year} isOffice={isOffice} />}
    </>
  )
}

function Content({ survey, estateId, year, isOffice }: { survey: Survey | undefined; estateId: string; year: number; isOffice: boolean }) {
  if (!survey) return isOffice ? <PlanForm estateId={estateId} year={year} saved={{ ...standardQuestionnaire, days: null }} /> : <Empty icon='calendarDays' title='还没有安排' words='由考核办拟定和发布。' />
  if (isCounted(survey)) return <Counted surveyId={survey.id} isOffice={isOffice} />
  return survey.stage === 'open' ? <Running survey={survey} isOffice={isOffice} /> : <Planned survey={survey} isOffice={isOffice} />
}
