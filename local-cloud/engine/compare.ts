import { isPlainObject, type Document, type Value } from './document'

/** The order in which the database sorts types; what is missing stands with null. */
const RANK = { null: 1, number: 2, string: 3, object: 4, array: 5, boolean: 6, date: 7, regex: 8 } as const

export function rankOf(value: Value): number {
  if (value === null || value === undefined) return RANK.null
  if (typeof value === 'number') return RANK.number
  if (typeof value === 'string') return RANK.string
  if (typeof value === 'boolean') return RANK.boolean
  if (Array.isArray(value)) return RANK.array
  if (value instanceof Date) return RANK.date
  return value instanceof RegExp ? RANK.regex : RANK.object
}

/** Any two values, as the database orders them: -, 0 or +. The order of the fields of an object counts. */
export function compareValues(a: Value, b: Value): number {
  if (a === b) return 0
  const rank = rankOf(a)
  const difference = rank - rankOf(b)
  if (difference !== 0) return difference
  switch (rank) {
    case RANK.number:
      return compareNumbers(a as number, b as number)
    case RANK.string:
      return compareTexts(a as string, b as string)
    case RANK.boolean:
      return Number(a) - Number(b)
    case RANK.date:
      return (a as Date).getTime() - (b as Date).getTime()
    case RANK.regex:
      return compareTexts((a as RegExp).source, (b as RegExp).source) || compareTexts((a as RegExp).flags, (b as RegExp).flags)
    case RANK.array:
      return compareArrays(a as Value[], b as Value[])
    case RANK.object:
      return compareObjects(a as Document, b as Document)
    default:
      return 0
  }
}

export const isSame = (a: Value, b: Value): boolean => compareValues(a, b) === 0

/** NaN is the smallest number, and equal to itself. */
function compareNumbers(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1
  if (Number.isNaN(b)) return 1
  return a < b ? -1 : a > b ? 1 : 0
}

/** By code point, as UTF-8 bytes compare; JavaScript's own order puts surrogates before U+E000. */
export function compareTexts(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const difference = a.charCodeAt(i) - b.charCodeAt(i)
    if (difference !== 0) return codePointOrder(a.charCodeAt(i)) - codePointOrder(b.charCodeAt(i))
  }
  return a.length - b.length
}

const codePointOrder = (unit: number): number => (unit < 0xd800 ? unit : unit >= 0xe000 ? unit - 0x800 : unit + 0x2000)

function compareArrays(a: readonly Value[], b: readonly Value[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const difference = compareValues(a[i], b[i])
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/** Field by field: the type of its value, then its name, then its value. */
function compareObjects(a: Document, b: Document): number {
  const [keysA, keysB] = [Object.keys(a), Object.keys(b)]
  for (let i = 0; i < keysA.length && i < keysB.length; i++) {
    const [keyA, keyB] = [keysA[i]!, keysB[i]!]
    const difference = rankOf(a[keyA]) - rankOf(b[keyB]) || compareTexts(keyA, keyB) || compareValues(a[keyA], b[keyB])
    if (difference !== 0) return difference
  }
  return keysA.length - keysB.length
}

/** The aliases of `$type`, as error messages name types too. */
export function typeName(value: Value): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (typeof value === 'number') return numberType(value)
  if (typeof value === 'boolean') return 'bool'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (value instanceof RegExp) return 'regex'
  return isPlainObject(value) ? 'object' : 'string'
}

/** The wire tells the three apart by their value, so the value is enough to tell them apart here. */
function numberType(value: number): 'int' | 'long' | 'double' {
  if (!Number.isInteger(value) || Math.abs(value) > 2 ** 63) return 'double'
  return value >= -(2 ** 31) && value < 2 ** 31 ? 'int' : 'long'
}
