import { satisfactionBonus } from '../../../../domain/survey/satisfaction'
import { MEASURES_MAX } from '../../../../domain/survey/stage'
import { measuresUntil } from '../../../../store/surveyFact'
import type { SurveyDocument } from '../../../../types/documents/surveys'
import { managesEstate } from '../../access/scope'
import { reply, type Handler, type TownCall } from '../../context'
import { measuresOf } from './measures'
import { summariesOf } from './summaries'
import { isRefused, surveyIn } from './surveyIn'

/** 一项调查. Its result is there once it is final; one that is looked at again shows that it is, and no figure. */
export const readSurvey: Handler<'readSurvey'> = async ({ surveyId }, call) => {
  const survey = await surveyIn(call, surveyId)
  if (isRefused(survey)) return survey
  const result = survey.stage === 'final' ? survey.result : null
  const [[summary], measures] = await Promise.all([summariesOf(call, [survey]), measuresOf(call, survey)])
  const until = measuresUntil(survey)
  return reply({
    survey: summary!, questionnaire: asShown(survey), result: result && shownResult(result),
    bonus: result && { points: pointsOf(call, survey), isWithheld: survey.decided?.release === false, reason: survey.decided?.reason ?? '' },
    ...measures,
    measuresUntil: until, mayAddMeasure: until !== null && call.now < until && measures.measures.length < MEASURES_MAX && managesEstate(call.person, survey.estateId),
  })
}

export const asShown = ({ questionnaire }: Pick<SurveyDocument, 'questionnaire'>) => ({ ...questionnaire, questions: [...questionnaire.questions] })
export const shownResult = ({ questions, modes, ...whole }: NonNullable<SurveyDocument['result']>) => ({
  ...whole, questions: questions && questions.map((question) => ({ ...question, steps: [...question.steps] })), modes: modes && [...modes],
})

/** What the ledger has for it, or will have within a minute. */
export const pointsOf = ({ rules }: TownCall, { result, decided, editionId }: SurveyDocument): number =>
  result === null || decided?.release === false ? 0 : satisfactionBonus(rules.editionOf(editionId), result).points
