import type { CalendarOf } from '../domain/case/handling'
import type { Law } from '../domain/case/events'
import type { Edition } from '../domain/rulebook/edition'
import { editionAt } from '../domain/rulebook/editionAt'
import { buildCalendar, checkCalendarYear, type CalendarYear, type WorkingCalendar } from '../domain/time/calendar'
import { yearsUnder } from '../domain/time/calendarVersion'
import type { TownDocument } from '../types/documents/town'
import type { Store } from './store'

/** A town's law: the edition in force now, those of other times, and the calendars. */
export type Rules = {
  readonly town: TownDocument
  readonly edition: Edition
  readonly calendar: WorkingCalendar
  readonly calendarYears: readonly CalendarYear[]
  /** What begins now stands under this. */
  readonly law: Law
  /** The edition a case was filed under; of a case not yet filed, the one in force. */
  readonly editionOf: (editionId: string | null) => Edition
  /** The edition in force at an instant. */
  readonly editionAt: (at: number) => Edition
  /** The calendar of what began earlier. */
  readonly calendarOf: CalendarOf
}
/** 没有工作日历: the town has not imported any year. Nothing is guessed. */
export class NoCalendar extends Error {}

export type LoadRules = (townId: string, now: number) => Promise<Rules>

/** Reads the town each time and the heavy rest once per version: a warm function builds a calendar only when it has changed. */
export function rulesLoader(store: Store): LoadRules {
  const editions = new Map<string, Edition>()
  const rows = new Map<string, readonly CalendarYear[]>()
  const calendars = new Map<string, WorkingCalendar>()

  const editionIn = async (townId: string, editionId: string): Promise<Edition> => {
    const id = `${townId}:${editionId}`
    const known = editions.get(id)
    if (known) return known
    const stored = await store.get('editions', id)
    if (!stored) throw new Error(`the town ${townId} has no edition ${editionId}`)
    editions.set(id, stored.edition)
    return stored.edition
  }
  /** Every version of every year that can be built upon. */
  const rowsOf = async (townId: string, calendarVersion: string): Promise<readonly CalendarYear[]> => {
    const id = `${townId}:${calendarVersion}`
    const known = rows.get(id)
    if (known) return known
    const sound = (await store.findAll('calendars', { where: { townId } })).map(({ year, state, source, version, off, work }) => ({ year, state, source, version, off, work })).filter(isSound)
    if (sound.length > 0) rows.set(id, sound)
    return sound
  }

  return async (townId, now) => {
    const town = await store.get('towns', townId)
    if (!town) throw new Error(`there is no town ${townId}`)
    const all = await Promise.all(town.editionIds.map((editionId) => editionIn(townId, editionId)))
    const inForce = (at: number): Edition => {
      const edition = editionAt(all, at)
      if (!edition) throw new Error(`the town ${townId} has no edition in force at ${at}`)
      return edition
    }
    const edition = inForce(now)
    const law: Law = { calendarVersion: town.calendarVersion, editionId: edition.id }
    const editionOf = (editionId: string | null): Edition => {
      const known = editionId === null ? edition : all.find(({ id }) => id === editionId)
      if (!known) throw new Error(`the town ${townId} has no edition ${editionId}`)
      return known
    }
    const stored = await rowsOf(townId, town.calendarVersion)
    const calendarYears = yearsUnder(law.calendarVersion, law.calendarVersion, stored)
    if (calendarYears.length === 0) throw new NoCalendar(`the town ${townId} has no calendar`)
    const calendarOf: CalendarOf = ({ calendarVersion, editionId }) => {
      const id = [townId, town.calendarVersion, calendarVersion, editionId].join(' ')
      const built = calendars.get(id) ?? buildCalendar(yearsUnder(calendarVersion, town.calendarVersion, stored), editionOf(editionId).decisions.workingHours)
      calendars.set(id, built)
      return built
    }
    return { town, edition, calendar: calendarOf(law), calendarYears, law, editionOf, editionAt: inForce, calendarOf }
  }
}

/** What was edited past the door and is broken is not in force: what was before it stays. */
function isSound(row: CalendarYear): boolean {
  const problems = checkCalendarYear(row)
  if (problems.length > 0) console.error(`[calendar ${row.year}.${row.version}] is not in force:`, problems.join(';'))
  return problems.length === 0
}
