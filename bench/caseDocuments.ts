/** Documents like the cases of the town, made from a number: the same number gives the same document, in every run and for both sides. */
export type CaseDocument = {
  readonly _id: string
  readonly no: string
  readonly openid: string
  readonly estateId: string
  readonly state: string
  readonly createdAt: number
  readonly tags: readonly string[]
  readonly points: number
  readonly text: string
}

const STATES = ['submitted', 'filed', 'dispatched', 'answered', 'verified', 'closed'] as const
const FIRST = Date.UTC(2026, 0, 1)
const MINUTE_MS = 60_000
/** The same at every size, so that a query finds as many documents among a million as among ten thousand. */
const CASES_PER_PERSON = 50
const CASES_PER_TAG = 40

/** A well-mixed whole number below `below`, always the same one for the same `i`. */
export function mixed(i: number, below: number, salt = 0): number {
  let hash = Math.imul(i ^ (salt * 0x9e3779b9), 0x85ebca6b) >>> 0
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0
  return ((hash ^ (hash >>> 16)) >>> 0) % below
}

export const idOf = (i: number): string => `case-${mixed(i, 0xffffffff, 1).toString(16).padStart(8, '0')}-${i}`
export const openidOf = (i: number, size: number): string => `o-resident-${mixed(i, Math.max(1, size / CASES_PER_PERSON), 2)}`
export const tagOf = (i: number, size: number, which = 0): string => `tag-${mixed(i, Math.max(1, (2 * size) / CASES_PER_TAG), 3 + which)}`
export const createdAtOf = (i: number): number => FIRST + i * MINUTE_MS

/** The `i`th document of a collection of `size`. */
export const caseDocument = (i: number, size: number): CaseDocument => ({
  _id: idOf(i),
  no: `2026-${String(i).padStart(8, '0')}`,
  openid: openidOf(i, size),
  estateId: `estate-${mixed(i, 61, 7)}`,
  state: STATES[mixed(i, STATES.length, 8)]!,
  createdAt: createdAtOf(i),
  tags: [...new Set([tagOf(i, size, 0), tagOf(i, size, 1)])],
  points: mixed(i, 10, 9),
  text: `楼道里的灯坏了，晚上看不清台阶，请尽快修理。${i % 40} 号楼 ${1 + (i % 6)} 单元，物业电话无人接听。`,
})
