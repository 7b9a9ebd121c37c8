import type { Value } from '../document'
import { badValue } from '../query/badValue'
import { takesFields, type Operator, type Operators } from './operator'
import { addUnits, isUnit, truncate, unitsBetween, weekdayOf, type Unit } from './time/units'
import { UTC, zoneOf, type Zone } from './time/zone'
import { dateOf, isNullish, isNumber, isString, typeName } from './values'

type Values = Readonly<Record<string, Value>>

function unitOf(name: string, unit: Value): Unit {
  if (!isString(unit)) throw badValue(`${name} requires 'unit' to be a string, but got ${typeName(unit)}`)
  if (!isUnit(unit)) throw badValue(`${name} parameter 'unit' value cannot be recognized as a time unit: ${unit}`)
  return unit
}

function startOfWeek(name: string, unit: Unit, day: Value): number {
  if (unit !== 'week' || day === undefined) return 0
  if (!isString(day)) throw badValue(`${name} requires 'startOfWeek' to be a string, but got ${typeName(day)}`)
  return weekdayOf(day)
}

/** Null where an argument that was given is null. */
const onDates = (name: string, required: readonly string[], optional: readonly string[], evaluate: (values: Values, unit: Unit, zone: Zone) => Value): Operator =>
  takesFields({ required: [...required, 'unit'], optional: [...optional, 'timezone'] }, (values, given) => {
    if (Object.keys(given).some((key) => isNullish(values[key]))) return null
    return evaluate(values, unitOf(name, values.unit), zoneOf(values.timezone) ?? UTC)
  })

function whole(name: string, argument: string, value: Value): number {
  if (!isNumber(value) || !Number.isInteger(value)) throw badValue(`${name} expects integer amount of time units (${argument})`)
  return value
}

const shifting = (name: string, direction: 1 | -1): Operator =>
  onDates(name, ['startDate', 'amount'], [], ({ startDate, amount }, unit, zone) => addUnits(dateOf(startDate), unit, direction * whole(name, 'amount', amount), zone))

const $dateDiff = onDates('$dateDiff', ['startDate', 'endDate'], ['startOfWeek'], (values, unit, zone) =>
  unitsBetween(dateOf(values.startDate), dateOf(values.endDate), unit, zone, startOfWeek('$dateDiff', unit, values.startOfWeek)),
)

const $dateTrunc = onDates('$dateTrunc', ['date'], ['binSize', 'startOfWeek'], (values, unit, zone) => {
  const size = whole('$dateTrunc', 'binSize', values.binSize ?? 1)
  if (size <= 0) throw badValue(`$dateTrunc requires 'binSize' to be greater than 0, but got value ${size}`)
  return truncate(dateOf(values.date), unit, size, zone, startOfWeek('$dateTrunc', unit, values.startOfWeek))
})

export const DATE_UNITS: Operators = { $dateAdd: shifting('$dateAdd', 1), $dateSubtract: shifting('$dateSubtract', -1), $dateDiff, $dateTrunc }
