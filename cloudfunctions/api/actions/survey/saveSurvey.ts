import { isSameQuestionnaire, questionnaireFault, standardQuestionnaire, type Questionnaire } from '../../../../domain/survey/questionnaire'
import { daysFault } from '../../../../domain/survey/stage'
import { surveyId } from '../../../../store/surveys'
import { refuse } from '../../../../types/api/refusal'
import type { SurveyDocument } from '../../../../types/documents/surveys'
import { reply, type Handler, type Outcome } from '../../context'
import { findEstate, isRefusal } from '../case/checks'
import { asShown } from './readSurvey'

/** 拟定调查. */
export const saveSurvey: Handler<'saveSurvey'> = async ({ estateId, year, opensAt, closesAt, questions, remarkPrompt }, call) => {
  const estate = await findEstate(call, estateId)
  if (isRefusal(estate)) return estate
  const fault = daysFault({ year, opensAt, closesAt, now: call.now })
  if (fault) return refuse('SURVEY_DAYS_WRONG', { fault })
  const { townId, personId, now, rules } = call
  const _id = surveyId(townId, estateId, year)
  return call.store.transaction(async (transaction): Promise<Outcome<'saveSurvey'>> => {
    const earlier = await transaction.get('surveys', _id)
    if (earlier && !mayStillChange(earlier, now)) return refuse('SURVEY_UNDERWAY')
    const base = earlier?.questionnaire ?? standardQuestionnaire
    const wanted = { questions: questions ?? base.questions, remarkPrompt: remarkPrompt ?? base.remarkPrompt }
    const wrong = questionnaireFault(wanted)
    if (wrong) return refuse('QUESTIONNAIRE_WRONG', { fault: wrong })
    const questionnaire: Questionnaire = isSameQuestionnaire(base, wanted) ? base : { ...wanted, version: base.version + 1 }
    await transaction.set('surveys', { ...draft, _id, townId, estateId, year, questionnaire, opensAt, closesAt, editionId: rules.edition.id, denominator: rules.edition.decisions.coverageDenominator, savedBy: personId, savedAt: now })
    return reply({ surveyId: _id, questionnaire: asShown({ questionnaire }) })
  })
}

/** Nothing changes once its first instant has come, though the clock may not have opened it yet. */
export const mayStillChange = ({ stage, opensAt }: Pick<SurveyDocument, 'stage' | 'opensAt'>, now: number): boolean => stage === 'draft' || (stage === 'scheduled' && now < opensAt)

const draft = {
  stage: 'draft', publishedBy: null, nextAt: null, households: null, urns: 0, seedHash: null, telling: null, lastDaysTold: false, result: null, publicAt: null, signals: [], remarksWaiting: 0, proposed: null, decided: null, recontacts: [],
} as const satisfies Partial<SurveyDocument>
