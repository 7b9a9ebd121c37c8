import type { Actions } from '../../../types/api'
import { standardQuestionnaire } from '../../../domain/survey/questionnaire'
import { SIGNALS } from '../../../domain/survey/signals'
import { NOW } from '../support'

const DAY = 86_400_000
const midnight = Date.parse('2026-11-24T00:00:00+08:00')

export type Survey = Actions['readSurveys']['reply']['surveys'][number]
export const survey = (part: Partial<Survey> = {}): Survey => ({ id: 'survey:demo:jinxiu:2026', estateId: 'jinxiu', estateName: '锦绣花园', year: 2026, stage: 'open', opensAt: midnight - 5 * DAY, closesAt: midnight + 10 * DAY, households: 400, answered: 321, mine: [], waits: { review: part.stage === 'held', remarks: 0 }, ...part })

export const questionnaire = { ...standardQuestionnaire, version: 3, questions: [...standardQuestionnaire.questions] }
export const readSurvey = (part: Partial<Survey> = {}): Actions['readSurvey']['reply'] => ({ survey: survey(part), questionnaire, result: null, bonus: null, measures: [], photosUnchecked: [], photos: null, measuresUntil: null, mayAddMeasure: false })

export type Desk = Actions['readSurveyDesk']['reply']
export const desk = (part: Partial<Desk> = {}): Desk => ({
  survey: survey({ stage: 'held', answered: 350, closesAt: midnight - DAY }), publishedBy: '周主任', result: { households: 400, spent: 350, answered: 350, satisfied: 329, countedAt: NOW, questions: null, modes: null }, bonusPoints: 1000,
  signals: SIGNALS.map((kind) => ({ kind, seen: kind === 'onePhone' ? 40 : kind === 'straightLine' ? 90 : 0, flagged: kind === 'onePhone' ? 40 : 0 })), flaggedMost: 40, flaggedPercentMax: 10,
  sample: [{ householdId: 'h1', label: '1 幢 101', outcome: null, note: '', who: null }, { householdId: 'h2', label: '2 幢 202', outcome: 'confirmed', note: '', who: '李工' }],
  seedHash: 'abc', proposed: null, decided: null,
  ...part,
})
export const remarks: Actions['listSurveyRemarksToRead']['reply']['remarks'] = [{ id: 'r1', text: '保安很负责', state: 'waiting', reason: '' }, { id: 'r2', text: '3 幢老王太吵', state: 'hidden', reason: '针对个人，有不当用语' }]
