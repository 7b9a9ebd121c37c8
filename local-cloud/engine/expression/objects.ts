import { badValue } from '../query/badValue'
import type { Document, Value } from '../document'
import { takes, type Operators } from './operator'
import { isArray, isNullish, isObject, isString, show, typeName } from './values'

const $objectToArray = takes(1, (object) => {
  if (isNullish(object)) return null
  if (!isObject(object)) throw badValue(`$objectToArray requires a document input, found: ${typeName(object)}`)
  return Object.entries(object).map(([k, v]) => ({ k, v }))
})

/** From `[[key, value], …]` or `[{k, v}, …]`, not both; of two equal keys the last one counts. */
const $arrayToObject = takes(1, (array) => {
  if (isNullish(array)) return null
  if (!isArray(array)) throw badValue(`$arrayToObject requires an array input, found: ${typeName(array)}`)
  const entryOf = isArray(array[0]) ? pairOf : keyAndValueOf
  const object: Document = {}
  for (const item of array) {
    const [key, value] = entryOf(item)
    if (!isString(key)) throw badValue(`$arrayToObject requires an array of key-value pairs, where the key must be of type string. Found key type: ${typeName(key)}`)
    if (key.includes('\0') || key === '__proto__') throw badValue(`Key field cannot be ${show(key)}`)
    object[key] = value
  }
  return object
})

function pairOf(item: Value): Value[] {
  if (!isArray(item)) throw badValue(`$arrayToObject requires a consistent input format. Elements must all be arrays or all be objects. Array was detected, now found: ${typeName(item)}`)
  if (item.length !== 2) throw badValue(`$arrayToObject requires an array of size 2 arrays,found array of size: ${item.length}`)
  return item
}

function keyAndValueOf(item: Value): Value[] {
  if (!isObject(item)) {
    const what = isArray(item) ? 'Elements must all be arrays or all be objects. Object was detected, now found' : 'Unrecognised input type format for $arrayToObject'
    throw badValue(`$arrayToObject requires a consistent input format. ${what}: ${typeName(item)}`)
  }
  const fields = Object.keys(item).length
  if (fields !== 2) throw badValue(`$arrayToObject requires an object keys of 'k' and 'v'. Found incorrect number of keys:${fields}`)
  if (!Object.hasOwn(item, 'k') || !Object.hasOwn(item, 'v')) throw badValue("$arrayToObject requires an object with keys 'k' and 'v'. Missing either or both keys from: " + show(item))
  return [item.k, item.v]
}

export const OBJECTS: Operators = { $objectToArray, $arrayToObject }
