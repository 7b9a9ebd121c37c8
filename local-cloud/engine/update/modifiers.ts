import { writeFailed } from '../../errors'
import { typeName } from '../compare'
import { isPlainObject, type Document, type Value } from '../document'
import type { Direction, KeyPart } from '../key'

/** Whole elements, or fields of elements. */
export type ElementOrder = Direction | readonly KeyPart[]
export type PushModifiers = { readonly each: readonly Value[]; readonly position?: number; readonly slice?: number; readonly order?: ElementOrder }

const KNOWN = ['$each', '$position', '$slice', '$sort']

/** Without `$each` the operand itself is the one new element. */
export function pushModifiers(operand: Value): PushModifiers {
  if (!isPlainObject(operand) || !Object.hasOwn(operand, '$each')) return { each: [operand] }
  const unknown = Object.keys(operand).find((name) => !KNOWN.includes(name))
  if (unknown !== undefined) throw writeFailed(`Unrecognized clause in $push: ${unknown}`)
  if (!Array.isArray(operand.$each)) throw writeFailed(`The argument to $each in $push must be an array but it was of type: ${typeName(operand.$each)}`)
  return { each: operand.$each, ...wholeNumber(operand, '$position', 'position'), ...wholeNumber(operand, '$slice', 'slice'), ...(operand.$sort !== undefined && { order: elementOrder(operand.$sort) }) }
}

function wholeNumber(operand: Document, name: string, key: 'position' | 'slice'): { readonly [key in 'position' | 'slice']?: number } {
  const value = operand[name]
  if (value === undefined) return {}
  if (typeof value !== 'number' || !Number.isInteger(value)) throw writeFailed(`The value for ${name} must be an integer value but was given type: ${typeName(value)}`)
  return { [key]: value }
}

const isDirection = (value: Value): value is Direction => value === 1 || value === -1

function elementOrder(given: Value): ElementOrder {
  if (typeof given === 'number') {
    if (!isDirection(given)) throw writeFailed('The $sort element value must be either 1 or -1')
    return given
  }
  if (!isPlainObject(given)) throw writeFailed('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields')
  const parts = Object.entries(given)
  if (parts.length === 0) throw writeFailed('The $sort pattern is empty when it should be a set of fields.')
  return parts.map(([path, direction]) => {
    if (path === '' || path.split('.').includes('')) throw writeFailed('The $sort field cannot be empty')
    if (!isDirection(direction)) throw writeFailed('The $sort element value must be either 1 or -1')
    return [path, direction]
  })
}
