import Taro from '@tarojs/taro'
import type { Pattern } from '../../../domain/survey/answers'

/** 录入 of a batch on this phone: kept until the batch is over, so that one sheet can be looked at again without keying in all of them. */
export type KeyedDraft = { sheets: readonly Pattern[] }
export const placeOf = (batchId: string): string => `paper:${batchId}`
export const emptySheets = (envelopes: number): KeyedDraft => ({ sheets: Array.from({ length: envelopes }, () => '') })
export const forgetSheets = (batchId: string): void => Taro.removeStorageSync(`draft:${placeOf(batchId)}`)

/** With a digit at its place; places follow each other without a gap. */
export const withDigit = (sheet: Pattern, place: number, digit: number): Pattern => sheet.slice(0, place) + String(digit) + sheet.slice(place + 1)

/** Where to go on: the first sheet that is not whole; null: all are. */
export function firstUnfinished({ sheets }: KeyedDraft, questions: number): number | null {
  const at = sheets.findIndex((sheet) => sheet.length < questions)
  return at < 0 ? null : at
}
