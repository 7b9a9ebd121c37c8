import type { Document, Value } from '../document'
import { compileExpression } from '../expression/compile'
import type { Expression, Scope } from '../expression/scope'
import { compareValues, isObject, show, typeName } from '../expression/values'
import { badValue } from '../query/badValue'
import { accumulatedFields, grouping, type Fields } from './group'
import type { CompileStage } from './stage'

/** What `$bucket` and `$bucketAuto` share. */
export function bucketFields(stage: string, { groupBy, output }: Document, scope: Scope): { by: Expression; fields: Fields } {
  const isExpression = isObject(groupBy) ? Object.keys(groupBy).length > 0 : typeof groupBy === 'string' && groupBy.startsWith('$')
  if (!isExpression) throw badValue(`The ${stage} 'groupBy' field must be defined as a $-prefixed path or an expression object, but found: ${show(groupBy)}`)
  if (output !== undefined && !isObject(output)) throw badValue(`The ${stage} 'output' field must be an object, but found type: ${typeName(output)}`)
  return { by: compileExpression(groupBy, scope), fields: accumulatedFields(output ?? { count: { $sum: 1 } }, scope) }
}

export function bucketOptions(stage: string, value: Value, required: readonly string[], optional: readonly string[]): Document {
  if (!isObject(value)) throw badValue(`Argument to ${stage} stage must be an object, but found type: ${typeName(value)}.`)
  for (const name of Object.keys(value)) if (!required.includes(name) && !optional.includes(name)) throw badValue(`Unrecognized option to ${stage}: ${name}.`)
  if (required.some((name) => !(name in value))) throw badValue(`${stage} requires ${required.map((name) => `'${name}'`).join(' and ')} to be specified.`)
  return value
}

/** A boundary may be an expression, as long as it needs no document. */
function constant(what: string, value: Value, scope: Scope): Value {
  const refuse = () => badValue(`${what} must be a constant expression, but found: ${show(value)}.`)
  if (dependsOnDocument(value)) throw refuse()
  return compileExpression(value, scope)([])
}

const dependsOnDocument = (value: Value): boolean =>
  typeof value === 'string' ? value.startsWith('$') : Array.isArray(value) ? value.some(dependsOnDocument) : isObject(value) && !('$literal' in value) && Object.values(value).some(dependsOnDocument)

function boundariesOf(value: Value, scope: Scope): Value[] {
  if (!Array.isArray(value)) throw badValue(`The $bucket 'boundaries' field must be an array, but found type: ${typeName(value)}.`)
  if (value.length < 2) throw badValue(`The $bucket 'boundaries' field must have at least 2 values, but found ${value.length} value(s).`)
  const boundaries = value.map((each: Value) => constant("The $bucket 'boundaries' field", each, scope))
  const family = (each: Value) => (typeof each === 'number' ? 'number' : typeName(each))
  boundaries.slice(1).forEach((high, i) => {
    const low = boundaries[i]
    if (family(low) !== family(high)) throw badValue(`All values in the the 'boundaries' option to $bucket must have the same type. Found conflicting types ${typeName(low)} and ${typeName(high)}.`)
    if (compareValues(low, high) >= 0) throw badValue(`The 'boundaries' option to $bucket must be sorted, but elements ${i} and ${i + 1} are not in ascending order (${show(low)} is not less than ${show(high)}).`)
  })
  return boundaries
}

export const $bucket: CompileStage = (value, { scope }) => {
  const options = bucketOptions('$bucket', value, ['groupBy', 'boundaries'], ['default', 'output'])
  const { by, fields } = bucketFields('$bucket', options, scope)
  const boundaries = boundariesOf(options.boundaries, scope)
  const hasDefault = 'default' in options
  const otherwise = hasDefault ? constant("The $bucket 'default' field", options.default, scope) : undefined
  const [lowest, highest] = [boundaries[0], boundaries.at(-1)]
  if (hasDefault && compareValues(otherwise, lowest) >= 0 && compareValues(otherwise, highest) < 0) {
    throw badValue("The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.")
  }
  const bucketOf: Expression = (frame) => {
    const key = by(frame)
    if (compareValues(key, lowest) >= 0 && compareValues(key, highest) < 0) return boundaries[boundaries.findIndex((high) => compareValues(key, high) < 0) - 1]
    if (!hasDefault) throw badValue('$switch could not find a matching branch for an input, and no default was specified.')
    return otherwise
  }
  const group = grouping(bucketOf, fields, scope)
  return (documents) => group(documents).sort((a, b) => compareValues(a._id, b._id))
}
