import { badValue } from '../query/badValue'
import { fieldsOf, type Operator, type Operators } from './operator'
import { assertFormat, formatDate } from './time/format'
import { parseDate } from './time/parse'
import { UTC, zoneOf } from './time/zone'
import { dateOf, isNullish, isString, show, typeName } from './values'

const $dateToString: Operator = (site) => {
  const fields = fieldsOf(site, { required: ['date'], optional: ['format', 'timezone', 'onNull'] })
  const compiled = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, site.compile(value, site.scope)]))
  if (isString(fields.format) && !fields.format.startsWith('$')) assertFormat(fields.format)
  return (frame) => {
    const date = compiled.date!(frame)
    if (isNullish(date)) return compiled.onNull ? compiled.onNull(frame) : null
    const zone = compiled.timezone ? zoneOf(compiled.timezone(frame)) : UTC
    const format = compiled.format?.(frame)
    if (zone === null || (compiled.format && isNullish(format))) return null
    if (format !== undefined && !isString(format)) throw badValue(`$dateToString requires that 'format' be a string, found: ${typeName(format)} with value ${show(format)}`)
    if (format !== undefined) assertFormat(format)
    return formatDate(dateOf(date), zone, format)
  }
}

const $dateFromString: Operator = (site) => {
  const fields = fieldsOf(site, { required: ['dateString'], optional: ['format', 'timezone', 'onError', 'onNull'] })
  const compiled = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, site.compile(value, site.scope)]))
  return (frame) => {
    const text = compiled.dateString!(frame)
    const zone = compiled.timezone ? zoneOf(compiled.timezone(frame)) : undefined
    const format = compiled.format?.(frame)
    if (format !== undefined && format !== null && !isString(format)) throw badValue(`$dateFromString requires that 'format' be a string, found: ${typeName(format)}`)
    if (isNullish(text)) return compiled.onNull ? compiled.onNull(frame) : null
    if (zone === null || (compiled.format && isNullish(format))) return null
    try {
      if (!isString(text)) throw badValue(`$dateFromString requires that 'dateString' be a string, found: ${typeName(text)} with value ${show(text)}`)
      return parseDate(text, zone, format ?? undefined)
    } catch (error) {
      if (!compiled.onError) throw error
      return compiled.onError(frame)
    }
  }
}

export const DATE_TEXTS: Operators = { $dateToString, $dateFromString }
