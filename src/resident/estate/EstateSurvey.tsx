import { Cell } from '@/components/Cell'
import { useVisit } from '@/domainViews/InTown/visit'
import { openSurveyResult, openSurveys } from '@/domainViews/openSurvey'
import { surveyDays, takesAnswers } from '@/domainViews/surveyDays'
import { SURVEY_STAGE } from '@/labels/survey'
import { useRead } from '@/services/useAction'
import { useNow } from '@/services/useNow'

/** 满意率调查 of this estate, this year; where there is none yet, those of the town. */
export function EstateSurvey({ estateId }: { estateId: string }) {
  const now = useNow(60_000)
  const survey = useRead('readSurveys', useVisit()).data?.surveys.find((each) => each.estateId === estateId)
  if (!survey) return <Cell icon='vote' title='业主满意率调查' note='每年一次，看全镇各小区的调查' onPress={openSurveys} />
  const isRunning = takesAnswers(survey, now)
  return <Cell icon='vote' title='业主满意率调查' note={isRunning ? surveyDays(survey, now) : SURVEY_STAGE[survey.stage].words} onPress={() => openSurveyResult(survey.id)} />
}
