/** 每日次数: far more than anybody honest needs, and few enough that nobody floods the office (decision 0022). */
const REPORTS_A_DAY = 10
/** Never fewer: whoever was refused may still be the first to see an open manhole. */
const REPORTS_A_DAY_MIN = 2
const LOWERED_BY = 2
/** 不予立案 of so many days lower the number. */
export const REFUSED_DAYS = 30

export const ACTS = ['reports', 'joins', 'remarks'] as const
export type Act = (typeof ACTS)[number]
export const JOINS_A_DAY = 20
export const REMARKS_A_DAY = 20
/** 照片 and 名册: for who inspects a day long, and for whoever must send the same photos several times. */
export const UPLOADS_A_DAY = 900
/** As many as one act may carry. */
export const UPLOADS_AT_ONCE = { photo: 9, roster: 1 } as const

/** How many reports a person may send on a day, by how many of the last days' were refused. */
export const reportsADay = (refused: number): number => Math.max(REPORTS_A_DAY_MIN, REPORTS_A_DAY - LOWERED_BY * refused)

/** 次数: what somebody has used of what is limited. */
export type Tally = {
  readonly day: string
  readonly used: Readonly<Record<Act, number>>
  /** Codes that nobody has, as they were typed (`household/tries.ts`). */
  readonly wrongAt: readonly number[]
}
const NOTHING_USED: Tally['used'] = { reports: 0, joins: 0, remarks: 0 }
export const noTally: Tally = { day: '', used: NOTHING_USED, wrongAt: [] }

/** The day for which something counts: a call that began before midnight may come after one that began after it, and must not begin the new day anew. */
export const laterDay = (one: string, other: string): string => (one < other ? other : one)

/** The tally after one more of these on that day; null: that would be too many. */
export function withAct<T extends Tally>(tally: T, { act, day: began, max }: { readonly act: Act; readonly day: string; readonly max: number }): T | null {
  const day = laterDay(tally.day, began)
  const used = tally.day === day ? tally.used : NOTHING_USED
  return used[act] >= max ? null : { ...tally, day, used: { ...used, [act]: used[act] + 1 } }
}
