import { isOperatorObject, isPlainObject, type Document, type Value } from './document'

export type Condition = { readonly operator: string; readonly operand: Value }
export type Conditions = {
  /** All of which must hold for the value at a path. */
  of(path: string): readonly Condition[]
  /** The clauses of each `$or`, one of which must hold. */
  readonly alternatives: readonly (readonly Document[])[]
}

type Reading = { readonly byPath: Map<string, Condition[]>; readonly alternatives: (readonly Document[])[] }
const NONE: readonly Condition[] = []

/** What a filter says about single paths, wherever that must hold for every match. What it says beyond that is left to the filter itself. */
export function conditionsOf(filter: Document): Conditions {
  const reading: Reading = { byPath: new Map(), alternatives: [] }
  read(reading, filter, '')
  return { of: (path) => reading.byPath.get(path) ?? NONE, alternatives: reading.alternatives }
}

function read(reading: Reading, part: Document, under: string): void {
  for (const [key, operand] of Object.entries(part)) {
    if (key === '$and' && Array.isArray(operand)) for (const clause of operand) read(reading, clause as Document, under)
    else if (key === '$or' && Array.isArray(operand) && under === '') reading.alternatives.push(operand as Document[])
    else if (!key.startsWith('$')) readField(reading, under + key, operand)
  }
}

function readField(reading: Reading, path: string, operand: Value): void {
  if (operand instanceof RegExp) note(reading, path, '$regex', operand)
  else if (isOperatorObject(operand)) for (const [operator, inner] of Object.entries(operand)) readOperator(reading, path, operator, inner, operand.$options)
  else if (!isPlainObject(operand)) note(reading, path, '$eq', operand)
}

function readOperator(reading: Reading, path: string, operator: string, operand: Value, options: Value): void {
  if (operator === '$regex') note(reading, path, operator, asRegExp(operand, options))
  else if (operator !== '$elemMatch' || !isPlainObject(operand)) note(reading, path, operator, operand)
  else if (isOperatorObject(operand)) readField(reading, path, operand)
  else read(reading, operand, `${path}.`)
}

function note({ byPath }: Reading, path: string, operator: string, operand: Value): void {
  const known = byPath.get(path)
  if (known) known.push({ operator, operand })
  else byPath.set(path, [{ operator, operand }])
}

function asRegExp(pattern: Value, options: Value): RegExp | null {
  try {
    return pattern instanceof RegExp && options === undefined ? pattern : new RegExp(pattern instanceof RegExp ? pattern.source : String(pattern), typeof options === 'string' ? options : '')
  } catch {
    // The filter refuses it with the right words.
    return null
  }
}

/** Every path a filter names, and no value: values may be somebody's own. */
export function pathsIn(filter: Document): string[] {
  const paths = Object.entries(filter).flatMap(([key, operand]) => {
    if (!key.startsWith('$') || key === '$expr') return [key]
    return Array.isArray(operand) ? operand.flatMap((clause) => (isPlainObject(clause) ? pathsIn(clause) : [])) : []
  })
  return [...new Set(paths)]
}
