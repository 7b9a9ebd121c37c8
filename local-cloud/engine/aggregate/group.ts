import { unsupported } from '../../errors'
import type { Document, Value } from '../document'
import { ACCUMULATORS, type Accumulator } from '../expression/accumulators'
import { compileExpression } from '../expression/compile'
import type { Expression, Frame, Scope } from '../expression/scope'
import { identity, isObject } from '../expression/values'
import { badValue } from '../query/badValue'
import { openMeter } from './memory'
import type { CompileStage, Documents } from './stage'

type Field = { readonly name: string; readonly open: () => Accumulator; readonly input: Expression; readonly grows: boolean }
export type Fields = readonly Field[]
type Group = { readonly id: Value; readonly accumulators: readonly Accumulator[] }

const GROWING = ['$push', '$addToSet', '$mergeObjects']

/** `total: {$sum: '$points'}` and the like: of `$group`, and of the `output` of buckets. */
export function accumulatedFields(specification: Document, scope: Scope): Fields {
  return Object.entries(specification).map(([name, value]) => {
    if (name.includes('.')) throw badValue(`The field name '${name}' cannot contain '.'`)
    if (name.startsWith('$')) throw badValue(`The field name '${name}' cannot be an operator name`)
    if (!isObject(value)) throw badValue(`The field '${name}' must be an accumulator object`)
    const [operator, ...others] = Object.keys(value)
    if (operator === undefined || !operator.startsWith('$')) throw badValue(`The field '${name}' must be an accumulator object`)
    if (others.length) throw badValue(`The field '${name}' must specify one accumulator`)
    if (operator === '$accumulator') throw unsupported('累计器', operator)
    if (!Object.hasOwn(ACCUMULATORS, operator)) throw badValue(`unknown group operator '${operator}'`)
    const operand = value[operator]
    if (Array.isArray(operand) && operand.length !== 1) throw badValue(`The ${operator} accumulator is a unary operator`)
    return { name, open: ACCUMULATORS[operator]!, input: compileExpression(Array.isArray(operand) ? operand[0] : operand, scope), grows: GROWING.includes(operator) }
  })
}

/** Of several accumulators each takes its value of the document that stands in the frame. */
export function accumulate(fields: Fields, accumulators: readonly Accumulator[], frame: Frame, hold: (value: Value) => void): void {
  fields.forEach(({ input, grows }, i) => {
    const value = input(frame)
    if (grows) hold(value)
    accumulators[i]!.add(value)
  })
}

export function resultOf(id: Value, fields: Fields, accumulators: readonly Accumulator[]): Document {
  const document: Document = { _id: id }
  fields.forEach(({ name }, i) => (document[name] = accumulators[i]!.result() ?? null))
  return document
}

export const $group: CompileStage = (value, { scope }) => {
  if (!isObject(value)) throw badValue("a group's fields must be specified in an object")
  if (!('_id' in value)) throw badValue('a group specification must include an _id')
  const { _id, ...rest } = value
  return grouping(compileExpression(_id, scope), accumulatedFields(rest, scope), scope)
}

/** Missing and null are one group, but within an object as the id they are two. */
export const grouping = (id: Expression, fields: Fields, { root, pipeline: { frame } }: Scope) => (documents: Documents): Document[] => {
  const groups = new Map<string, Group>()
  const hold = openMeter('$group')
  for (const document of documents) {
    frame[root] = document
    const value = id(frame) ?? null
    const key = identity(value)
    let group = groups.get(key)
    if (!group) {
      hold(value)
      groups.set(key, (group = { id: value, accumulators: fields.map(({ open }) => open()) }))
    }
    accumulate(fields, group.accumulators, frame, hold)
  }
  return [...groups.values()].map(({ id: value, accumulators }) => resultOf(value, fields, accumulators))
}

export const $sortByCount: CompileStage = (value, { scope }) => {
  const isPath = typeof value === 'string' && value.startsWith('$')
  if (typeof value === 'string' && !isPath) throw badValue('the sortByCount field must be defined as a $-prefixed path or an expression inside an object')
  if (!isPath && !isObject(value)) throw badValue('the sortByCount field must be specified as a string or as an object')
  if (isObject(value) && !Object.keys(value)[0]?.startsWith('$')) throw badValue('the sortByCount field must be defined as a $-prefixed path or an expression inside an object')
  const group = grouping(compileExpression(value, scope), [{ name: 'count', open: ACCUMULATORS.$sum!, input: () => 1, grows: false }], scope)
  return (documents) => group(documents).sort((a, b) => (b.count as number) - (a.count as number))
}
