import type { Actions } from '../../../types/api'
import { standardQuestionnaire } from '../../../domain/survey/questionnaire'
import { DAY_MS } from '../../../domain/time/beijing'
import { NOW } from '../support'

export type Summary = Actions['readSurveys']['reply']['surveys'][number]
export type ReadSurvey = Actions['readSurvey']['reply']

/** The last day is 2026-11-30, a Monday. */
export const CLOSES_AT = Date.parse('2026-12-01T00:00:00+08:00')
export const summary: Summary = {
  id: 's1', estateId: 'jinxiu', estateName: '锦绣花园', year: 2026, stage: 'open', opensAt: NOW - 7 * DAY_MS, closesAt: CLOSES_AT, households: 412, answered: 312,
  mine: [{ householdId: 'h1', label: '3 幢 2 单元 501', standing: 'open' }], waits: null,
}
export const survey = (part: Partial<Summary> = {}): Summary => ({ ...summary, ...part })
const { questions, remarkPrompt, version } = standardQuestionnaire
export const read = (part: Partial<Summary> = {}, more: Partial<ReadSurvey> = {}): ReadSurvey => ({
  survey: survey(part), questionnaire: { version, remarkPrompt, questions: [...questions] }, result: null, bonus: null, measures: [], photosUnchecked: [], photos: null, measuresUntil: null, mayAddMeasure: false, ...more,
})
export const standing = (how: Summary['mine'][number]['standing']): Partial<Summary> => ({ mine: [{ householdId: 'h1', label: '3 幢 2 单元 501', standing: how }] })

type Count = NonNullable<NonNullable<ReadSurvey['result']>['questions']>[number]
const counts: Count[] = questions.map(({ id }, index) => ({ questionId: id, steps: [150, 108, 30, 10, 2].map((count) => (index === 1 && count === 150 ? 100 : count)), notMet: index === 1 ? 50 : 0 }))
export const result: NonNullable<ReadSurvey['result']> = {
  households: 360, spent: 300, answered: 300, satisfied: 258, countedAt: NOW, questions: counts, modes: [{ mode: 'phone', answered: 270, satisfied: 240 }, { mode: 'merged', answered: 30, satisfied: 18 }],
}
export const final = (more: Partial<ReadSurvey> = {}): ReadSurvey => read({ stage: 'final', closesAt: NOW - DAY_MS, households: 360, answered: 300 }, { result, bonus: { points: 500, isWithheld: false, reason: '' }, measuresUntil: NOW + 10 * DAY_MS, ...more })
