import type { Questionnaire } from '../../../domain/survey/questionnaire'

/** 没交的答卷: a number for each question or none yet, the 留言, and where one is: questions from 0, then the 留言, then the check. */
export type BallotDraft = {
  answers: (number | null)[]
  remark: string
  at: number
  /** When the first question was shown; a draft that is taken up again keeps it. */
  startedAt?: number
}

type Asked = Pick<Questionnaire, 'questions'>
export const newBallot = ({ questions }: Asked): BallotDraft => ({ answers: questions.map(() => null), remark: '', at: 0 })

export const remarkPlace = ({ questions }: Asked): number => questions.length
export const checkPlace = ({ questions }: Asked): number => questions.length + 1

/** The first question without an answer; null: all have one. */
export function firstUnanswered({ questions }: Asked, { answers }: Pick<BallotDraft, 'answers'>): number | null {
  const place = questions.findIndex((_, index) => (answers[index] ?? null) === null)
  return place < 0 ? null : place
}

/** Ready to be sent: call it only where nothing is unanswered. */
export const sentAnswers = ({ questions }: Asked, { answers }: Pick<BallotDraft, 'answers'>): number[] => questions.flatMap((_, index) => answers[index] ?? [])
