/** 入住情况 on the roster. `removed` 已注销: split, merged or pulled down; its past stays. */
export const HOUSEHOLD_STATUSES = ['occupied', 'vacant', 'business', 'removed'] as const
export type HouseholdStatus = (typeof HOUSEHOLD_STATUSES)[number]
