import { badValue } from '../../query/badValue'
import { dayOfWeek, dayOfYear, isoDayOfWeek, isoWeek, isoWeekYear, week } from './calendar'
import { wallClock, type Zone } from './zone'

type Moment = { readonly wall: Date; readonly offsetMinutes: number }
const padded = (width: number, part: (wall: Date) => number) => ({ wall }: Moment): string => String(part(wall)).padStart(width, '0')

const SPECIFIERS: Readonly<Record<string, (moment: Moment) => string>> = {
  Y: padded(4, (wall) => wall.getUTCFullYear()),
  m: padded(2, (wall) => wall.getUTCMonth() + 1),
  d: padded(2, (wall) => wall.getUTCDate()),
  H: padded(2, (wall) => wall.getUTCHours()),
  M: padded(2, (wall) => wall.getUTCMinutes()),
  S: padded(2, (wall) => wall.getUTCSeconds()),
  L: padded(3, (wall) => wall.getUTCMilliseconds()),
  j: padded(3, dayOfYear),
  w: padded(1, dayOfWeek),
  u: padded(1, isoDayOfWeek),
  U: padded(2, week),
  V: padded(2, isoWeek),
  G: padded(4, isoWeekYear),
  z: ({ offsetMinutes }) => `${offsetMinutes < 0 ? '-' : '+'}${two(Math.abs(offsetMinutes) / 60)}${two(Math.abs(offsetMinutes) % 60)}`,
  Z: ({ offsetMinutes }) => String(offsetMinutes),
  '%': () => '%',
}
const two = (n: number): string => String(Math.floor(n)).padStart(2, '0')

export function assertFormat(format: string): void {
  for (const [, character] of format.matchAll(/%(.|$)/gs)) {
    if (!character) throw badValue("Unmatched '%' at end of format string")
    if (!Object.hasOwn(SPECIFIERS, character)) throw badValue(`Invalid format character '%${character}' in format string`)
  }
}

/** Without a format it is ISO 8601, with the Z for UTC only. */
export function formatDate(date: Date, zone: Zone, format = zone.isUtc ? '%Y-%m-%dT%H:%M:%S.%LZ' : '%Y-%m-%dT%H:%M:%S.%L'): string {
  const wall = wallClock(date, zone)
  if (wall.getUTCFullYear() < 0 || wall.getUTCFullYear() > 9999) throw badValue(`$dateToString is only defined on year 0-9999, tried to use year ${wall.getUTCFullYear()}`)
  const moment = { wall, offsetMinutes: Math.round((wall.getTime() - date.getTime()) / 60_000) }
  return format.replace(/%(.)/gs, (_, character: string) => SPECIFIERS[character]!(moment))
}
