/** Adds working time to an instant by the town's calendar; given by the starter, for the cloud knows no calendar. */
export type AddWorkingTime = (from: number, workingMilliseconds: number) => number

const STEP_MILLISECONDS = 5 * 60_000
const SEARCH_MILLISECONDS = 2 * 24 * 3600_000
const SECOND = 1000

/** The start of the working period after this one (now, if it is a working time, does not count). */
export function nextWorkingPeriod(now: number, addWorkingTime: AddWorkingTime): number {
  const isWorking = (instant: number) => addWorkingTime(instant, SECOND) === instant + SECOND
  let instant = now
  while (isWorking(instant) && instant < now + SEARCH_MILLISECONDS) instant += STEP_MILLISECONDS
  return addWorkingTime(instant, SECOND) - SECOND
}
