import { badValue } from '../query/badValue'
import { indexBound } from './arrays'
import { coerceToText } from './coerce'
import { takes, takesAny, takesBetween, takesFields, type Operator, type Operators } from './operator'
import { SUBSTRINGS } from './substrings'
import { compareTexts, isNullish, isString, show, sign, typeName } from './values'

const $concat = takesAny((texts) => {
  let joined = ''
  for (const text of texts) {
    if (isNullish(text)) return null
    if (!isString(text)) throw badValue(`$concat only supports strings, not ${typeName(text)}`)
    joined += text
  }
  return joined
})

const $split = takes(2, (text, separator) => {
  if (isNullish(text) || isNullish(separator)) return null
  if (!isString(text)) throw badValue(`$split requires an expression that evaluates to a string as a first argument, found: ${typeName(text)}`)
  if (!isString(separator)) throw badValue(`$split requires an expression that evaluates to a string as a second argument, found: ${typeName(separator)}`)
  if (separator === '') throw badValue('$split requires a non-empty separator')
  return text.split(separator)
})

/** Only the letters of ASCII have a case here. */
const lower = (text: string) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
const upper = (text: string) => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase())

const length = (name: string, measure: (text: string) => number): Operator =>
  takes(1, (text) => {
    if (!isString(text)) throw badValue(`${name} requires a string argument, found: ${typeName(text)}`)
    return measure(text)
  })

/** `units` are what is counted, bytes or code points, each as a text of its own. */
const indexOf = (name: string, units: (text: string) => readonly (string | number)[]): Operator =>
  takesBetween(2, 4, ([text, wanted, from, to], count) => {
    if (isNullish(text)) return null
    if (!isString(text)) throw badValue(`${name} requires a string as the first argument, found: ${typeName(text)}`)
    if (!isString(wanted)) throw badValue(`${name} requires a string as the second argument, found: ${typeName(wanted)}`)
    const [haystack, needle] = [units(text), units(wanted)]
    const start = count > 2 ? indexBound(from, name, 'starting') : 0
    const end = Math.min(count > 3 ? indexBound(to, name, 'ending') : haystack.length, haystack.length)
    for (let i = start; i <= end - needle.length; i++) if (needle.every((unit, offset) => haystack[i + offset] === unit)) return i
    return -1
  })

const WHITESPACE = [...'\0\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a']

const trim = (name: string, atStart: boolean, atEnd: boolean): Operator =>
  takesFields({ required: ['input'], optional: ['chars'] }, ({ input, chars }, given) => {
    if (isNullish(input) || ('chars' in given && isNullish(chars))) return null
    if (!isString(input)) throw badValue(`${name} requires its input to be a string, got ${show(input)} (of type ${typeName(input)}) instead.`)
    if ('chars' in given && !isString(chars)) throw badValue(`${name} requires 'chars' to be a string, got ${show(chars)} (of type ${typeName(chars)}) instead.`)
    const away = new Set(isString(chars) ? chars : WHITESPACE)
    const points = [...input]
    let [start, end] = [0, points.length]
    while (atStart && start < end && away.has(points[start]!)) start++
    while (atEnd && start < end && away.has(points[end - 1]!)) end--
    return points.slice(start, end).join('')
  })

const replace = (name: string, substitute: (input: string, find: string, replacement: string) => string): Operator =>
  takesFields({ required: ['input', 'find', 'replacement'] }, (values) => {
    for (const field of ['input', 'find', 'replacement']) {
      if (!isNullish(values[field]) && !isString(values[field])) throw badValue(`${name} requires that '${field}' be a string, found: ${show(values[field])}`)
    }
    const { input, find, replacement } = values
    return isString(input) && isString(find) && isString(replacement) ? substitute(input, find, replacement) : null
  })

export const TEXTS: Operators = {
  ...SUBSTRINGS,
  $concat, $split,
  $toLower: takes(1, (value) => lower(coerceToText(value))),
  $toUpper: takes(1, (value) => upper(coerceToText(value))),
  $strcasecmp: takes(2, (a, b) => sign(compareTexts(upper(coerceToText(a)), upper(coerceToText(b))))),
  $strLenBytes: length('$strLenBytes', (text) => Buffer.byteLength(text)),
  $strLenCP: length('$strLenCP', (text) => [...text].length),
  $indexOfBytes: indexOf('$indexOfBytes', (text) => [...Buffer.from(text)]),
  $indexOfCP: indexOf('$indexOfCP', (text) => [...text]),
  $trim: trim('$trim', true, true),
  $ltrim: trim('$ltrim', true, false),
  $rtrim: trim('$rtrim', false, true),
  // A function as the replacement, because `$&` in a text means nothing here.
  $replaceOne: replace('$replaceOne', (input, find, replacement) => input.replace(find, () => replacement)),
  $replaceAll: replace('$replaceAll', (input, find, replacement) => input.replaceAll(find, () => replacement)),
}
