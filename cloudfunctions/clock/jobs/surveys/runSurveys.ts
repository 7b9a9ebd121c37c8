import { countingAt } from '../../../../domain/survey/stage'
import type { SurveyDocument } from '../../../../types/documents/surveys'
import { eachDue } from '../../eachDue'
import type { Job, Services } from '../../job'
import { countSurvey } from './countSurvey'
import { openSurvey } from './openSurvey'
import { tellHouseholds } from './tellHouseholds'

/** 满意率调查: opens, tells, reminds and counts, one step of each survey in a beat. */
export const runSurveys: Job = (services) => {
  const due = (limit: number) => services.store.find('surveys', { where: { nextAt: { lte: services.now } }, orderBy: [['nextAt', 'asc']], limit })
  return eachDue(services, due, (survey) => stepOf(survey, services.now)(services, survey))
}

type Step = (services: Services, survey: SurveyDocument) => Promise<void>

function stepOf(survey: SurveyDocument, now: number): Step {
  if (survey.stage === 'scheduled') return openSurvey
  // Who is told late is told; who is counted late is not counted.
  if (survey.stage === 'open' && now >= countingAt(survey.closesAt)) return countSurvey
  if (survey.telling) return tellHouseholds
  return beginLastDays
}

const beginLastDays: Step = ({ store, now }, { _id }) =>
  store.transaction(async (transaction) => {
    const survey = await transaction.get('surveys', _id)
    if (survey?.stage !== 'open' || survey.lastDaysTold || survey.nextAt === null || survey.nextAt > now) return
    await transaction.set('surveys', { ...survey, lastDaysTold: true, telling: { kind: 'surveyLastDays', after: '' } })
  })
