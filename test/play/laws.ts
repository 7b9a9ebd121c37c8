import type { WorkingHours } from '../../domain/rulebook/edition'
import type { CalendarYear } from '../../domain/time/calendarYear'
import { provisionalYear } from '../../scripts/demo/calendars'
import { TOWN_ID, type Town } from '../support/town'
import type { Act } from './acts'
import type { Chance } from './chance'

const DAY = 86_400_000
const dateAt = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
const isWeekend = (date: string): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())

function newestRow(town: Town, year: number): CalendarYear | null {
  const rows = town.all('calendars').filter((row) => row.year === year)
  return rows.length === 0 ? null : rows.reduce((newest, row) => (row.version > newest.version ? row : newest))
}

/** 日历更正: a day near today becomes free, or is worked after all; now and then a row that no door takes. */
export function aCorrection(town: Town, chance: Chance, at: number): Act | null {
  const date = dateAt(at + (chance.whole(18) - 5) * DAY)
  const row = newestRow(town, Number(date.slice(0, 4)))
  if (!row) return null
  const { year, state, source, off, work } = row
  const isOff = off.some(([first, last]) => first <= date && date <= last)
  const isAlone = off.some(([first, last]) => first === date && date === last)
  const changed = isAlone
    ? { off: off.filter(([first]) => first !== date), work }
    : isWeekend(date)
      ? isOff ? null : { off, work: work.includes(date) ? work.filter((each) => each !== date) : [...work, date] }
      : isOff ? null : { off: [...off, [date, date, '临时放假'] as const], work }
  if (changed === null) return null
  return { at, kind: 'calendar', year: { year, state, source: chance.is(0.1) ? ' ' : source, ...changed } }
}

/** The next year's calendar comes in December, some day. */
export const aNewYear = (at: number, year: number): Act => ({ at, kind: 'calendar', year: provisionalYear(year) })

const PERIODS: readonly WorkingHours['periods'][] = [
  [{ start: '08:30', end: '11:30' }, { start: '13:30', end: '17:30' }],
  [{ start: '08:30', end: '11:30' }, { start: '13:00', end: '17:00' }],
  [{ start: '09:00', end: '12:00' }, { start: '14:00', end: '18:00' }],
]

/** 新版本: other working hours from some day on, other points where the town may say so; in force soon, or from now. */
export function anEdition(town: Town, chance: Chance, at: number): Act {
  const { editionIds } = town.one('towns', TOWN_ID)
  const from = chance.is(0.3) ? at : at + Math.floor(chance.part() * 12 * DAY)
  const workingHours = [{ from: '2024-01-01', periods: chance.one(PERIODS) }, { from: dateAt(at + (chance.whole(20) - 2) * DAY), periods: chance.one(PERIODS) }]
  return { at, kind: 'edition', id: `demo-${editionIds.length + 1}`, from, workingHours, townFindingPoints: chance.one([100, 200, 300]), filedReportPoints: chance.one([0, 0, 100]) }
}
