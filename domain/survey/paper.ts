import { answersFault, answersOf, type Pattern } from './answers'
import type { Questionnaire } from './questionnaire'

/** 纸质问卷 are opened together: fewer would show whose sheet is whose (decision 0030). */
export const PAPER_BATCH_MIN = 5
export const PAPER_BATCH_MAX = 50

/** The first sheet that cannot be, in Chinese; null: all are as many as envelopes, and filled in. */
export function sheetsFault(questionnaire: Questionnaire, envelopes: number, sheets: readonly Pattern[]): string | null {
  if (sheets.length !== envelopes) return `信封 ${envelopes} 个，录入 ${sheets.length} 份，须一样多`
  for (const [index, sheet] of sheets.entries()) {
    const fault = answersFault(questionnaire, answersOf(sheet))
    if (fault) return `第 ${index + 1} 份：${fault}`
  }
  return null
}

export type Mismatch = { readonly sheet: number; readonly question: number }
/** 双录不符: where two people read a sheet differently, sheets and questions counted from 1; not what either of them read. */
export const mismatches = (first: readonly Pattern[], second: readonly Pattern[]): readonly Mismatch[] =>
  first.flatMap((sheet, index) => [...sheet].flatMap((answer, place) => (second[index]?.[place] === answer ? [] : [{ sheet: index + 1, question: place + 1 }])))
