import { unsupported, writeFailed } from '../../errors'
import { compareValues, typeName } from '../compare'
import { assertStorable, isPlainObject, type Document, type Value } from '../document'
import { addToSet, pop, pull, pullAll, push } from './arrays'
import { assertBitOperand, bit } from './bits'
import { arrayOnTheWay, erase, read, show, write } from './path'
import { assertUpdatePath } from './positional'

/** Changes the document in place at the path. */
export type Apply = (document: Document, path: string) => void
/** Reads the operand once, before any document is touched. Strict where MongoDB is strict: a wrong type is an error, not silence. */
type UpdateOperator = (operand: Value, path: string) => Apply

const arithmetic =
  (name: string, verb: string, combine: (now: number, operand: number) => number, missing: (operand: number) => number): UpdateOperator =>
  (operand, given) => {
    if (typeof operand !== 'number') throw writeFailed(`Cannot ${verb} with non-numeric argument: ${show({ [given]: operand })}`)
    return (document, path) => {
      const current = read(document, path)
      if (current !== undefined && typeof current !== 'number') {
        const field = path.split('.').at(-1)
        throw writeFailed(`Cannot apply ${name} to a value of non-numeric type. {_id: ${show(document._id)}} has the field '${field}' of non-numeric type ${typeName(current)}`)
      }
      write(document, path, current === undefined ? missing(operand) : combine(current, operand))
    }
  }

const extreme =
  (wins: (comparison: number) => boolean): UpdateOperator =>
  (operand) => {
    assertStorable(operand)
    return (document, path) => {
      const current = read(document, path)
      if (current === undefined || wins(compareValues(operand, current))) write(document, path, operand)
    }
  }

const set: UpdateOperator = (operand) => {
  assertStorable(operand)
  return (document, path) => write(document, path, operand)
}

const rename: UpdateOperator = (target, source) => {
  if (typeof target !== 'string') throw writeFailed(`The 'to' field for $rename must be a string: ${source}: ${show(target)}`)
  assertUpdatePath(target)
  if ([source, target].some((path) => path.includes('$'))) throw writeFailed(`The source and target field for $rename may not be dynamic: ${source}: ${target}`)
  if (source === target) throw writeFailed(`The source and target field for $rename must differ: ${source}: "${target}"`)
  return (document) => {
    const value = read(document, source)
    if (value === undefined) return
    for (const [role, path] of [['source', source], ['destination', target]] as const) {
      const array = arrayOnTheWay(document, path)
      if (array !== undefined) throw writeFailed(`The ${role} field cannot be an array element, '${path}' in doc with _id: ${show(document._id)} has an array field called '${array}'`)
    }
    erase(document, source)
    write(document, target, value)
  }
}

const OPERATORS: Readonly<Record<string, UpdateOperator>> = {
  $set: set,
  // No update of the SDK makes a document by operators, so there is never one to set it on.
  $setOnInsert: (operand) => (assertStorable(operand), () => undefined),
  $unset: () => erase,
  $inc: arithmetic('$inc', 'increment', (now, by) => now + by, (by) => by),
  $mul: arithmetic('$mul', 'multiply', (now, by) => now * by, () => 0),
  $min: extreme((comparison) => comparison < 0),
  $max: extreme((comparison) => comparison > 0),
  $bit: (operand) => (assertBitOperand(operand), (document, path) => bit(document, path, operand)),
  $rename: rename,
  $push: push,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
  $addToSet: addToSet,
}

export function updateOperator(name: string): UpdateOperator {
  const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined
  if (!operator) throw unsupported('更新操作符', name)
  return operator
}

export function fieldsOf(name: string, fields: Value): [string, Value][] {
  if (!isPlainObject(fields)) throw writeFailed(`Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}} not {${name}: ${show(fields)}}`)
  return Object.entries(fields)
}
