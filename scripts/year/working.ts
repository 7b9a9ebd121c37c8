import { workingMsBetween } from '../../domain/time/workingTime'
import { demoCalendarAt } from '../demo/calendars'
import { addWorking } from '../demo/story'

export { addWorking }
/** An instant a part of the working time between two others. */
export function between(from: number, to: number, part: number): number {
  const span = workingMsBetween(demoCalendarAt(to), from, to)
  if (!span.ok) throw new Error(`the calendar of ${span.year} is not built in`)
  return addWorking(from, Math.floor(span.ms * part))
}
