import { calendarVersionOf, yearsNamed } from '../domain/time/calendarVersion'
import { checkCalendarYear, type CalendarYear } from '../domain/time/calendarYear'
import type { CalendarDocument } from '../types/documents/town'
import type { Store } from './store'

export const calendarDocument = (townId: string, year: CalendarYear): CalendarDocument => ({ ...year, _id: `${townId}:${year.year}:${year.version}`, townId })

/**
 * The one door for a year of the calendar: checked on its way in, with the next version by itself, and in force from then on. What was in force before stays stored:
 * runs that began under it are judged by it. A year that does not pass its checks changes nothing.
 * @returns the version, or what is wrong, in sentences for the office
 */
export async function putCalendarYear(store: Pick<Store, 'transaction'>, townId: string, year: Omit<CalendarYear, 'version'>): Promise<{ ok: true; version: number } | { ok: false; problems: readonly string[] }> {
  const problems = checkCalendarYear({ ...year, version: 1 })
  if (problems.length > 0) return { ok: false, problems }
  return store.transaction(async (transaction) => {
    const town = await transaction.get('towns', townId)
    if (!town) throw new Error(`there is no town ${townId}`)
    const named = new Map(yearsNamed(town.calendarVersion))
    const version = (named.get(year.year) ?? 0) + 1
    named.set(year.year, version)
    await transaction.set('calendars', calendarDocument(townId, { ...year, version }))
    await transaction.set('towns', { ...town, calendarVersion: calendarVersionOf([...named].map(([of, edited]) => ({ year: of, version: edited }))) })
    return { ok: true as const, version }
  })
}
