import { OVERALL, isSameQuestionnaire, type Question, type Questionnaire } from '../../../../domain/survey/questionnaire'
import { firstDay, lastDay } from '../surveyDays'

type Days = { readonly opensAt: number; readonly closesAt: number }
/** What the server has, or the standard questions without days. */
export type SavedPlan = Questionnaire & { readonly days: Days | null }
export type PlanDraft = { first: string; last: string; questions: readonly Question[]; remarkPrompt: string }

export const draftOf = ({ days, questions, remarkPrompt }: SavedPlan): PlanDraft => ({ first: days ? firstDay(days) : '', last: days ? lastDay(days) : '', questions, remarkPrompt })

/** Kept on the phone for what it was begun from: what a colleague saved meanwhile is not overwritten by it. */
export const placeOf = (estateId: string, year: number, { version, days }: SavedPlan): string => `survey:${estateId}:${year}:${version}:${days?.opensAt ?? ''}:${days?.closesAt ?? ''}`

export const isUnchanged = (draft: PlanDraft, saved: SavedPlan): boolean => {
  const { first, last } = draftOf(saved)
  return draft.first === first && draft.last === last && isSameQuestionnaire(draft, saved)
}

export const trimmed = ({ questions, remarkPrompt }: PlanDraft) => ({ questions: questions.map(({ id, text }) => ({ id, text: text.trim() })), remarkPrompt: remarkPrompt.trim() })

/** The overall question stands first and stays. */
export const mayMove = (questions: readonly Question[], index: number, by: 1 | -1): boolean => questions[index]?.id !== OVERALL && index + by > 0 && index + by < questions.length
export function moved(questions: readonly Question[], index: number, by: 1 | -1): readonly Question[] {
  if (!mayMove(questions, index, by)) return questions
  const order = [...questions]
  const [question] = order.splice(index, 1)
  order.splice(index + by, 0, question!)
  return order
}

/** A question of one's own, under the first id that is free. */
export function withOwn(questions: readonly Question[]): readonly Question[] {
  const free = questions.map((_, index) => `own${index + 1}`).concat(`own${questions.length + 1}`).find((id) => questions.every((question) => question.id !== id))!
  return [...questions, { id: free, text: '' }]
}
