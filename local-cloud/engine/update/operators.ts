import { unsupported, writeFailed } from '../../errors'
import { encodeKey } from '../key'
import { assertStorable, isPlainObject, type Document, type Value } from '../document'
import { pull, pullAll, push, addToSet, pop } from './arrays'
import { erase, read, show, write } from './path'

/** Changes `document` in place at `path`. Strict where MongoDB is strict: a wrong type is an error, not silence. */
export type UpdateOperator = (document: Document, path: string, operand: Value) => void

const typeName = (value: Value): string => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  return typeof value === 'boolean' ? 'bool' : typeof value
}

const arithmetic =
  (name: string, verb: string, combine: (now: number, operand: number) => number, missing: (operand: number) => number): UpdateOperator =>
  (document, path, operand) => {
    if (typeof operand !== 'number') throw writeFailed(`Cannot ${verb} with non-numeric argument: ${show({ [path]: operand })}`)
    const current = read(document, path)
    if (current !== undefined && typeof current !== 'number') {
      throw writeFailed(`Cannot apply ${name} to a value of non-numeric type. {_id: ${show(document._id)}} has the field '${path}' of non-numeric type ${typeName(current)}`)
    }
    write(document, path, current === undefined ? missing(operand) : combine(current, operand))
  }

const extreme =
  (wins: (comparison: number) => boolean): UpdateOperator =>
  (document, path, operand) => {
    const current = read(document, path)
    if (current === undefined || wins(Buffer.compare(encodeKey(operand), encodeKey(current)))) write(document, path, operand)
  }

const set: UpdateOperator = (document, path, operand) => {
  assertStorable(operand)
  write(document, path, operand)
}

const rename: UpdateOperator = (document, path, target) => {
  if (typeof target !== 'string') throw writeFailed(`The 'to' field for $rename must be a string: ${path}: ${show(target)}`)
  const value = read(document, path)
  if (value === undefined) return
  erase(document, path)
  write(document, target, value)
}

const OPERATORS = {
  $set: set,
  $unset: (document, path) => erase(document, path),
  $inc: arithmetic('$inc', 'increment', (now, by) => now + by, (by) => by),
  $mul: arithmetic('$mul', 'multiply', (now, by) => now * by, () => 0),
  $min: extreme((comparison) => comparison < 0),
  $max: extreme((comparison) => comparison > 0),
  $rename: rename,
  $push: push,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
  $addToSet: addToSet,
} as const satisfies Record<string, UpdateOperator>

export type Change = { operator: UpdateOperator; path: string; operand: Value }

/** Reads `{$set: {...}, $inc: {...}}` once, before any document is touched. */
export function parseChanges(operations: Document): Change[] {
  const changes: Change[] = []
  const taken: string[] = []
  if (Object.keys(operations).length === 0) throw writeFailed(`'$set' is empty. You must specify a field like so: {$set: {<field>: ...}}`)
  for (const [name, fields] of Object.entries(operations)) {
    const operator = (OPERATORS as Record<string, UpdateOperator>)[name]
    if (!operator) throw unsupported('更新操作符', name)
    if (!isPlainObject(fields) || Object.keys(fields).length === 0) {
      throw writeFailed(`'${name}' is empty. You must specify a field like so: {${name}: {<field>: ...}}`)
    }
    for (const [path, operand] of Object.entries(fields)) {
      if (path === '_id' || path.startsWith('_id.')) throw writeFailed(`Performing an update on the path '_id' would modify the immutable field '_id'`)
      for (const target of name === '$rename' && typeof operand === 'string' ? [path, operand] : [path]) {
        const other = taken.find((held) => held === target || held.startsWith(`${target}.`) || target.startsWith(`${held}.`))
        if (other !== undefined) throw writeFailed(`Updating the path '${target}' would create a conflict at '${other.length < target.length ? other : target}'`)
        taken.push(target)
      }
      changes.push({ operator, path, operand })
    }
  }
  return changes
}

export const applyChanges = (document: Document, changes: readonly Change[]): void => {
  for (const { operator, path, operand } of changes) operator(document, path, operand)
}
