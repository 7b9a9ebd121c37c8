import type { Edition } from '../domain/rulebook/edition'
import { editionAt } from '../domain/rulebook/editionAt'
import { buildCalendar, type CalendarYear, type WorkingCalendar } from '../domain/time/calendar'
import type { TownDocument } from '../types/documents/town'
import type { Store } from './store'

/** A town's law: the edition in force now, those of other times, and the calendar. */
export type Rules = {
  readonly town: TownDocument
  readonly edition: Edition
  readonly calendar: WorkingCalendar
  readonly calendarYears: readonly CalendarYear[]
  /** The edition a case was filed under; of a case not yet filed, the one in force. */
  readonly editionOf: (editionId: string | null) => Edition
  /** The edition in force at an instant. */
  readonly editionAt: (at: number) => Edition
}
/** 没有工作日历: the town has not imported any year. Nothing is guessed. */
export class NoCalendar extends Error {}

export type LoadRules = (townId: string, now: number) => Promise<Rules>

/** Reads the town each time and the heavy rest once per version: a warm function builds a calendar only when it has changed. */
export function rulesLoader(store: Store): LoadRules {
  const editions = new Map<string, Edition>()
  const calendars = new Map<string, { calendar: WorkingCalendar; calendarYears: readonly CalendarYear[] }>()

  const editionIn = async (townId: string, editionId: string): Promise<Edition> => {
    const id = `${townId}:${editionId}`
    const known = editions.get(id)
    if (known) return known
    const stored = await store.get('editions', id)
    if (!stored) throw new Error(`the town ${townId} has no edition ${editionId}`)
    editions.set(id, stored.edition)
    return stored.edition
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
    const version = `${townId}:${town.calendarVersion}:${edition.id}`
    let built = calendars.get(version)
    if (!built) {
      const stored = await store.findAll('calendars', { where: { townId } })
      const calendarYears = stored.map(({ year, state, source, version: edited, off, work }) => ({ year, state, source, version: edited, off, work })).sort((a, b) => a.year - b.year)
      if (calendarYears.length === 0) throw new NoCalendar(`the town ${townId} has no calendar`)
      built = { calendarYears, calendar: buildCalendar(calendarYears, edition.decisions.workingHours) }
      calendars.set(version, built)
    }
    const editionOf = (editionId: string | null): Edition => {
      const known = editionId === null ? edition : all.find(({ id }) => id === editionId)
      if (!known) throw new Error(`the town ${townId} has no edition ${editionId}`)
      return known
    }
    return { town, edition, ...built, editionOf, editionAt: inForce }
  }
}
