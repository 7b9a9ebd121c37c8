import { UNDECIDED } from './edition'

/**
 * The small questions the edition checks are made of. Each gives the problems it found, empty when sound, in Chinese: the office reads
 * them when it enters a new edition.
 */
export type Problems = readonly string[]

export const when = (wrong: boolean, problem: string): Problems => (wrong ? [problem] : [])

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** Points: whole centipoints, none below zero. */
export const wholePoints = (where: string, points: number): Problems =>
  when(!Number.isSafeInteger(points) || points < 0, `${where}：分值须为不小于零的整数（百分之一分）`)

export const wholePointsOrUndecided = (where: string, points: number | typeof UNDECIDED): Problems =>
  points === UNDECIDED ? [] : wholePoints(where, points)

export const positiveWhole = (where: string, number: number): Problems =>
  when(!Number.isSafeInteger(number) || number <= 0, `${where}：须为正整数`)

export const percent = (where: string, number: number): Problems =>
  when(!Number.isSafeInteger(number) || number < 0 || number > 100, `${where}：须为0到100的整数`)

export const written = (where: string, ...texts: readonly string[]): Problems =>
  when(
    texts.some((text) => text.trim() === ''),
    `${where}：文字不能为空`,
  )

/** Every one of the values stands once. */
export const unique = (what: string, values: readonly string[]): Problems =>
  [...new Set(values.filter((value, place) => values.indexOf(value) !== place))].map((value) => `${what}重复：${value}`)

/** Exactly these values, each once, in any order. */
export const exactly = (what: string, expected: readonly string[], values: readonly string[]): Problems => [
  ...unique(what, values),
  ...expected.filter((value) => !values.includes(value)).map((value) => `${what}缺少：${value}`),
  ...values.filter((value) => !expected.includes(value)).map((value) => `${what}不认识：${value}`),
]
