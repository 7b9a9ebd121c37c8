import type { StatusChange } from '../survey/right'
import type { HouseholdStatus } from './status'

type Standing = { readonly status: HouseholdStatus; readonly history: readonly StatusChange[] }

/** 更改入住情况: the history only grows, and the same again is no change. */
export function withStatus<Household extends Standing>(household: Household, change: StatusChange): Household {
  if (household.status === change.status) return household
  return { ...household, status: change.status, history: [...household.history, change] }
}
