import type { Value } from '../../document'
import { badValue } from '../../query/badValue'
import { dateAt, isNullish, isString, typeName } from '../values'

/** How far a place's clock is ahead of UTC at a moment, in milliseconds. */
export type Zone = { readonly isUtc: boolean; readonly offsetAt: (instant: number) => number }

const MINUTE = 60_000
/** Every change of an offset in history lies on a quarter of an hour. */
const QUARTER = 15 * MINUTE
const REMEMBERED_MAX = 10_000

export const UTC: Zone = { isUtc: true, offsetAt: () => 0 }
const known = new Map<string, Zone>()

/** `+08:00`, `+0800`, `+08`, or a name of the Olson database; null where the name is null. */
export function zoneOf(value: Value): Zone | null {
  if (isNullish(value)) return null
  if (!isString(value)) throw badValue(`timezone must evaluate to a string, found ${typeName(value)}`)
  const zone = known.get(value) ?? fixed(value) ?? named(value)
  if (known.size < REMEMBERED_MAX) known.set(value, zone)
  return zone
}

function fixed(text: string): Zone | null {
  if (/^(utc|gmt|z)$/i.test(text)) return UTC
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(text) ?? []
  if (!sign) return null
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE
  return { isUtc: offset === 0, offsetAt: () => offset }
}

function named(name: string): Zone {
  let format: Intl.DateTimeFormat
  try {
    if (!/^[A-Za-z]/.test(name)) throw new RangeError(name)
    format = new Intl.DateTimeFormat('en-US', { timeZone: name, hourCycle: 'h23', era: 'short', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' })
  } catch {
    throw badValue(`unrecognized time zone identifier: "${name}"`)
  }
  const remembered = new Map<number, number>()
  const offsetAt = (instant: number): number => {
    const quarter = Math.floor(instant / QUARTER)
    const found = remembered.get(quarter)
    if (found !== undefined) return found
    if (remembered.size >= REMEMBERED_MAX) remembered.clear()
    const offset = offsetShown(format, quarter * QUARTER)
    remembered.set(quarter, offset)
    return offset
  }
  return { isUtc: false, offsetAt }
}

function offsetShown(format: Intl.DateTimeFormat, instant: number): number {
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]))
  const year = parts.era === 'BC' ? 1 - Number(parts.year) : Number(parts.year)
  return clockTime(year, Number(parts.month), Number(parts.day), Number(parts.hour), Number(parts.minute), Number(parts.second)) - Math.floor(instant / 1000) * 1000
}

/** Milliseconds of a calendar date and time, as if it were UTC. Parts beyond their range carry over. */
export function clockTime(year: number, month: number, day: number, hour = 0, minute = 0, second = 0, millisecond = 0): number {
  const date = new Date(0)
  // Not Date.UTC, which takes the years 0 to 99 for those of the last century.
  date.setUTCFullYear(year, month - 1, day)
  return date.setUTCHours(hour, minute, second, millisecond)
}

/** The wall clock at the place, read with the UTC getters of the date that is returned. */
export const wallClock = (instant: Date, zone: Zone): Date => dateAt(instant.getTime() + zone.offsetAt(instant.getTime()))

/** The moment at which the place's clock shows a time; of a skipped hour, the moment the same time after the skip. */
export function instantOf(wall: number, zone: Zone): Date {
  const guess = wall - zone.offsetAt(wall)
  return dateAt(wall - zone.offsetAt(guess))
}
