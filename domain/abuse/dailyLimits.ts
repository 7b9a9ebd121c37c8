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

/** How many reports a person may send on a day, by how many of the last days' were refused. */
export const reportsADay = (refused: number): number => Math.max(REPORTS_A_DAY_MIN, REPORTS_A_DAY - LOWERED_BY * refused)
