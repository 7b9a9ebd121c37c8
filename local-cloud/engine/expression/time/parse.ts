import { badValue } from '../../query/badValue'
import { dateAt } from '../values'
import { isoDate } from './calendar'
import { clockTime, instantOf, UTC, zoneOf, type Zone } from './zone'

const OFFSET = String.raw`(?<offset>Z|[+-]\d{2}:?\d{2}|[+-]\d{2})`
const TIME = String.raw`(?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.(?<fraction>\d{1,9}))?)?`
/** ISO 8601 as people write it. The database's own parser knows more spellings; they are refused, never guessed. */
const ISO = new RegExp(`^(?<year>\\d{4})(?<separator>[-/])(?<month>\\d{1,2})\\k<separator>(?<day>\\d{1,2})(?:[T ]${TIME})?\\s?${OFFSET}?$`, 'i')

const SPECIFIERS: Readonly<Record<string, string>> = {
  Y: String.raw`(?<year>\d{4})`,
  m: String.raw`(?<month>\d{1,2})`,
  d: String.raw`(?<day>\d{1,2})`,
  j: String.raw`(?<dayOfYear>\d{1,3})`,
  H: String.raw`(?<hour>\d{1,2})`,
  M: String.raw`(?<minute>\d{1,2})`,
  S: String.raw`(?<second>\d{1,2})`,
  L: String.raw`(?<fraction>\d{1,3})`,
  G: String.raw`(?<isoYear>\d{4})`,
  V: String.raw`(?<isoWeek>\d{1,2})`,
  u: String.raw`(?<isoDay>\d)`,
  z: OFFSET,
  Z: String.raw`(?<minutes>[+-]?\d{1,4})`,
  '%': '%',
}

const patternOf = (format: string): RegExp =>
  new RegExp(`^${format.replace(/%(.?)|[\\^$.*+?()[\]{}|/]/gs, (match, character?: string) => {
    if (character === undefined) return `\\${match}`
    const pattern = Object.hasOwn(SPECIFIERS, character) ? SPECIFIERS[character] : undefined
    if (!pattern) throw badValue(`Invalid format character '%${character}' in format string`)
    return pattern
  })}$`, 'i')

type Fields = Readonly<Record<string, string | undefined>>

/** The moment a text means; the zone is for texts that name none, and naming one twice is an error. */
export function parseDate(text: string, zone: Zone | undefined, format?: string): Date {
  const fields: Fields | undefined = (format === undefined ? ISO : patternOf(format)).exec(text)?.groups
  if (!fields) throw badValue(`Error parsing date string '${text}'`)
  if (zone && (fields.offset ?? fields.minutes) !== undefined) {
    throw badValue(`you cannot pass in a date/time string with time zone information ('${fields.offset ?? fields.minutes}') together with a timezone argument`)
  }
  const wall = dayOf(fields, text) + timeOf(fields, text)
  if (fields.minutes !== undefined) return dateAt(wall - Number(fields.minutes) * 60_000)
  return instantOf(wall, zone ?? zoneOf(fields.offset) ?? UTC)
}

function dayOf({ year, month, day, dayOfYear, isoYear, isoWeek, isoDay }: Fields, text: string): number {
  if (isoYear !== undefined) return isoDate(Number(isoYear), Number(isoWeek ?? 1), Number(isoDay ?? 1))
  if (year === undefined) throw badValue(`Error parsing date string '${text}'; an incomplete date/time string has been found, with elements missing: "${text}"`)
  if (dayOfYear !== undefined) return clockTime(Number(year), 1, Number(dayOfYear))
  if (month === undefined || day === undefined) throw badValue(`an incomplete date/time string has been found, with elements missing: "${text}"`)
  const wall = clockTime(Number(year), Number(month), Number(day))
  if (new Date(wall).getUTCDate() !== Number(day) || new Date(wall).getUTCMonth() + 1 !== Number(month)) throw badValue(`Error parsing date string '${text}'; 0: The parsed date was invalid`)
  return wall
}

function timeOf({ hour = '0', minute = '0', second = '0', fraction = '' }: Fields, text: string): number {
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) throw badValue(`Error parsing date string '${text}'; 0: The parsed time was invalid`)
  return clockTime(1970, 1, 1, Number(hour), Number(minute), Number(second), Number(fraction.padEnd(3, '0').slice(0, 3)))
}
