import type { Document } from '../document'
import { compileExpression } from '../expression/compile'
import { splitFieldPath } from '../expression/fieldPath'
import { identity, isArray, isObject, show, typeName } from '../expression/values'
import { compileFilter } from '../filter'
import { badValue } from '../query/badValue'
import { withField } from './fields'
import { distinctValues, findAny, joinValues } from './join'
import type { CompileStage } from './stage'

const REQUIRED = ['from', 'startWith', 'connectFromField', 'connectToField', 'as']
const OPTIONS = [...REQUIRED, 'maxDepth', 'depthField', 'restrictSearchWithMatch']

/** Breadth first: each document is found once, at the least depth from which it can be reached. */
export const $graphLookup: CompileStage = (value, { scope, source }) => {
  if (!isObject(value)) throw badValue(`the $graphLookup stage specification must be an object, but found ${typeName(value)}`)
  for (const name of Object.keys(value)) if (!OPTIONS.includes(name)) throw badValue(`Unknown argument to $graphLookup: ${name}`)
  for (const name of REQUIRED) if (!(name in value)) throw badValue("$graphLookup requires 'from', 'as', 'startWith', 'connectFromField', and 'connectToField' to be specified.")
  const { maxDepth = Infinity, restrictSearchWithMatch = {} } = value
  const [from, as, connectFrom, connectTo, depth] = ['from', 'as', 'connectFromField', 'connectToField', 'depthField'].map((name) => {
    const text = value[name]
    if (typeof text !== 'string' && !(name === 'depthField' && text === undefined)) throw badValue(`expected string as argument for ${name}, found: ${show(text)}`)
    return text as string
  }) as [string, string, string, string, string | undefined]
  if (typeof maxDepth !== 'number' || maxDepth < 0 || (Number.isFinite(maxDepth) && !Number.isInteger(maxDepth))) throw badValue(`maxDepth requires a nonnegative argument, found: ${show(maxDepth)}`)
  if (!isObject(restrictSearchWithMatch)) throw badValue('restrictSearchWithMatch must be an object')
  const allowed = compileFilter(restrictSearchWithMatch)
  const start = compileExpression(value.startWith, scope)
  const [asNames, fromNames, depthNames] = [splitFieldPath(as), splitFieldPath(connectFrom), depth === undefined ? undefined : splitFieldPath(depth)]
  const reachedFrom = (first: readonly unknown[]): Document[] => {
    const found = new Map<string, Document>()
    let frontier = first
    for (let level = 0; level <= maxDepth && frontier.length > 0; level++) {
      const next = findAny(source, from, connectTo, distinctValues(frontier)).filter((document) => !found.has(identity(document._id)) && allowed(document))
      for (const document of next) found.set(identity(document._id), depthNames ? withField(document, depthNames, level) : document)
      frontier = next.flatMap((document) => joinValues(document, fromNames))
    }
    return [...found.values()]
  }
  const { root, pipeline: { frame } } = scope
  return function* (documents) {
    for (const document of documents) {
      frame[root] = document
      const first = start(frame)
      yield withField(document, asNames, reachedFrom(isArray(first) ? first : first === undefined ? [] : [first]))
    }
  }
}
