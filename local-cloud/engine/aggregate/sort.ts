import type { Value } from '../document'
import { splitFieldPath } from '../expression/fieldPath'
import { isObject, show, typeName } from '../expression/values'
import { sortKey, type KeyPart } from '../key'
import { unsupported } from '../../errors'
import { badValue } from '../query/badValue'
import { openMeter } from './memory'
import type { CompileStage } from './stage'

const PARTS_MAX = 32

export function sortOf(value: Value): KeyPart[] {
  if (!isObject(value)) throw badValue(`the $sort key specification must be an object, found: ${typeName(value)}`)
  const entries = Object.entries(value)
  if (entries.length === 0) throw badValue('$sort stage must have at least one sort key')
  if (entries.length > PARTS_MAX) throw badValue('too many compound keys')
  return entries.map(([path, direction]) => {
    splitFieldPath(path)
    if (isObject(direction)) throw '$meta' in direction ? unsupported('排序', '$meta') : badValue(`$sort key ordering must be specified using a number or {$meta: 'textScore'}, found: ${show(direction)}`)
    if (direction !== 1 && direction !== -1) throw badValue('$sort key ordering must be 1 (for ascending) or -1 (for descending)')
    return [path, direction]
  })
}

export const $sort: CompileStage = (value) => {
  const sort = sortOf(value)
  return (documents) => {
    const hold = openMeter('$sort')
    const keyed = Array.from(documents, (document) => {
      hold(document)
      return { document, key: sortKey(document, sort) }
    })
    return keyed.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ document }) => document)
  }
}
