import type { Value } from '../document'
import { badValue } from '../query/badValue'
import { fieldsOf, takesFields, type Operator, type Operators, type Site } from './operator'
import type { Expression } from './scope'
import { dayOfWeek, dayOfYear, isoDate, isoDayOfWeek, isoWeek, isoWeekYear, week } from './time/calendar'
import { DATE_TEXTS } from './dateTexts'
import { DATE_UNITS } from './dateUnits'
import { clockTime, instantOf, UTC, wallClock, zoneOf } from './time/zone'
import { dateOf, isNullish, isNumber, isObject, show, typeName } from './values'

/** `$year: '$d'`, `$year: ['$d']` or `$year: {date: '$d', timezone: …}`. */
const part = (read: (wall: Date) => number): Operator => (site) => {
  const { date, timezone } = dateAndZone(site)
  return (frame) => {
    const value = date(frame)
    const zone = timezone ? zoneOf(timezone(frame)) : UTC
    return isNullish(value) || zone === null ? null : read(wallClock(dateOf(value), zone))
  }
}

function dateAndZone(site: Site): { date: Expression; timezone?: Expression } {
  const { operand, scope, compile, name } = site
  if (isObject(operand) && !Object.keys(operand)[0]?.startsWith('$')) {
    for (const key of Object.keys(operand)) if (key !== 'date' && key !== 'timezone') throw badValue(`unrecognized option to ${name}: "${key}"`)
    if (!('date' in operand)) throw badValue(`missing 'date' argument to ${name}, provided: ${show(operand)}`)
    return { date: compile(operand.date, scope), ...('timezone' in operand && { timezone: compile(operand.timezone, scope) }) }
  }
  if (Array.isArray(operand) && operand.length !== 1) throw badValue(`${name} accepts exactly one argument if given an array, but was given ${operand.length}`)
  return { date: compile(Array.isArray(operand) ? operand[0] : operand, scope) }
}

const $dateToParts = takesFields({ required: ['date'], optional: ['timezone', 'iso8601'] }, ({ date, timezone, iso8601 }, given) => {
  const zone = 'timezone' in given ? zoneOf(timezone) : UTC
  if ('iso8601' in given && !isNullish(iso8601) && typeof iso8601 !== 'boolean') throw badValue(`iso8601 must evaluate to a bool, found ${typeName(iso8601)}`)
  if (isNullish(date) || zone === null || ('iso8601' in given && isNullish(iso8601))) return null
  const wall = wallClock(dateOf(date), zone)
  const day = iso8601
    ? { isoWeekYear: isoWeekYear(wall), isoWeek: isoWeek(wall), isoDayOfWeek: isoDayOfWeek(wall) }
    : { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() }
  return { ...day, hour: wall.getUTCHours(), minute: wall.getUTCMinutes(), second: wall.getUTCSeconds(), millisecond: wall.getUTCMilliseconds() }
})

const NATURAL = ['year', 'month', 'day']
const ISO = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek']
const CLOCK = ['hour', 'minute', 'second', 'millisecond']

/** Parts beyond their range carry over into the next. */
const $dateFromParts: Operator = (site) => {
  const given = fieldsOf(site, { required: [], optional: [...NATURAL, ...ISO, ...CLOCK, 'timezone'] })
  const isIso = 'isoWeekYear' in given
  if (!isIso && !('year' in given)) throw badValue("$dateFromParts requires either 'year' or 'isoWeekYear' to be present")
  if ((isIso ? NATURAL : ISO).some((name) => name in given)) throw badValue('$dateFromParts does not allow mixing natural dates with ISO dates')
  const names = [...(isIso ? ISO : NATURAL), ...CLOCK]
  return takesFields({ required: [], optional: [...names, 'timezone'] }, (values) => {
    const zone = 'timezone' in given ? zoneOf(values.timezone) : UTC
    const parts = names.map((name, i) => (name in given ? wholePart(name, values[name]) : i < 3 ? 1 : 0))
    if (zone === null || parts.includes(null)) return null
    const [year, second, third, ...clock] = parts as [number, number, number, number, number, number, number]
    if (year < 1 || year > 9999) throw badValue(`'${names[0]}' must evaluate to an integer in the range 1 to 9999, found ${year}`)
    const wall = isIso ? isoDate(year, second, third) + clockTime(1970, 1, 1, ...clock) : clockTime(year, second, third, ...clock)
    return instantOf(wall, zone)
  })(site)
}

function wholePart(name: string, value: Value): number | null {
  if (isNullish(value)) return null
  if (!isNumber(value) || !Number.isInteger(value)) throw badValue(`'${name}' must evaluate to an integer, found ${typeName(value)} with value ${show(value)}`)
  return value
}

export const DATES: Operators = {
  ...DATE_TEXTS, ...DATE_UNITS,
  $dateToParts, $dateFromParts,
  $year: part((wall) => wall.getUTCFullYear()),
  $month: part((wall) => wall.getUTCMonth() + 1),
  $dayOfMonth: part((wall) => wall.getUTCDate()),
  $hour: part((wall) => wall.getUTCHours()),
  $minute: part((wall) => wall.getUTCMinutes()),
  $second: part((wall) => wall.getUTCSeconds()),
  $millisecond: part((wall) => wall.getUTCMilliseconds()),
  $dayOfYear: part(dayOfYear),
  $dayOfWeek: part(dayOfWeek),
  $week: part(week),
  $isoDayOfWeek: part(isoDayOfWeek),
  $isoWeek: part(isoWeek),
  $isoWeekYear: part(isoWeekYear),
}
