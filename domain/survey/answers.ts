import { NOT_MET, STEPS, type Questionnaire } from './questionnaire'

/** 作答 as it is kept: a digit for each question, in their order. `53405` */
export type Pattern = string

const isStep = (answer: number): boolean => STEPS.some((step) => step === answer)

/** What is wrong with answers, in Chinese; null: one to each question, and none that is not offered. */
export function answersFault({ questions }: Pick<Questionnaire, 'questions'>, answers: readonly number[]): string | null {
  if (answers.length > questions.length) return '答案比题目多，请刷新后重新作答'
  const wrong = questions.findIndex((_, index) => {
    const answer = answers[index]
    return answer === undefined || !(isStep(answer) || (index > 0 && answer === NOT_MET))
  })
  return wrong < 0 ? null : answers[wrong] === undefined ? `第 ${wrong + 1} 题还没有作答` : `第 ${wrong + 1} 题没有这个选项，请重新选择`
}

export const patternOf = (answers: readonly number[]): Pattern => answers.join('')
export const answersOf = (pattern: Pattern): readonly number[] => [...pattern].map(Number)
