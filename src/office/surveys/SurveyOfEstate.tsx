import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { Actions } from '../../../types/api'
import { standardQuestionnaire } from '../../../domain/survey/questionnaire'
import { Badge } from '@/components/Badge'
import { Empty } from '@/components/Empty'
import { Heading } from '@/components/Heading'
import { Notice } from '@/components/Notice'
import { Place } from '@/components/Place'
import { STANDS_BACK, standsBack } from '@/domainViews/standsBack'
import { toTop } from '@/services/toTop'
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
  const [result, setResult] = useState<string>()
  const isOffice = person?.grants.some(({ role }) => role === 'office') ?? false
  const name = survey?.estateName ?? estates.find(({ id }) => id === estateId)?.name ?? ''
  const tell = (words?: string) => {
    setResult(words)
    toTop()
  }
  return (
    <>
      <View className='survey-title'>
        <Heading className='survey-title__words'><Text>{`${name} ${year} 年`}</Text></Heading>
        <Badge {...stageOf(survey, now)} />
      </View>
      <Place>{result && <Notice tone='good' words={result} />}</Place>
      {standsBack({ person }, estateId) ? <Notice words={STANDS_BACK} /> : <Content survey={survey} estateId={estateId} year={year} isOffice={isOffice} onTell={tell} />}
    </>
  )
}

type ContentProps = { survey: Survey | undefined; estateId: string; year: number; isOffice: boolean; onTell: (words?: string) => void }
function Content({ survey, estateId, year, isOffice, onTell }: ContentProps) {
  if (!survey) return isOffice ? <PlanForm estateId={estateId} year={year} saved={{ ...standardQuestionnaire, days: null }} onDone={onTell} /> : <Empty icon='calendarDays' title='还没有安排' words='由考核办拟定和发布。' />
  if (isCounted(survey)) return <Counted surveyId={survey.id} isOffice={isOffice} onDone={onTell} />
  return survey.stage === 'open' ? <Running survey={survey} isOffice={isOffice} /> : <Planned survey={survey} isOffice={isOffice} onTell={onTell} />
}
