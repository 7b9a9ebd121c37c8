import { DAY_MS, HOUR_MS } from '../../../domain/time/beijing'
import { ESTATES } from '../../../scripts/demo/town'
import { at, personId } from '../town'

/** A well-mixed whole number below `below`, the same in every run. */
export function mixed(i: number, below: number, salt = 0): number {
  let hash = Math.imul((i + 1) ^ (salt * 0x9e3779b9), 0x85ebca6b) >>> 0
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0
  return ((hash ^ (hash >>> 16)) >>> 0) % below
}
export const listOf = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: Math.round(count) }, (_, i) => make(i))

/** Nearly two years of cases, the last of them of the evening before the test's first day. */
export const [BEGIN, END] = [at('2025-01-06 08:30'), at('2026-11-01 18:00')]
export const momentOf = (i: number, count: number): number => Math.round(BEGIN + ((END - BEGIN) * i) / count)
export { DAY_MS, HOUR_MS }

/** Half of everything is about one estate. */
const OTHERS = ESTATES.map(({ _id }) => _id).filter((id) => id !== 'jinxiu')
export const estateOf = (i: number): string => (mixed(i, 2, 3) === 0 ? 'jinxiu' : OTHERS[mixed(i, OTHERS.length, 4)]!)

/** Somebody of the crowd. */
export const crowdOf = (i: number): string => personId(`crowd-${i}`)
