import type { Document, Value } from '../document'
import { isArray, isObject, typeName } from '../expression/values'
import { badValue } from '../query/badValue'
import { openMeter } from './memory'
import type { CompileStage, Stage } from './stage'

/** Stages within a stage: written as documents with one field each. */
export function stagesOf(where: string, value: Value): Stage[] {
  if (!isArray(value)) throw badValue(`${where}: 'pipeline' must be an array, is type ${typeName(value)}`)
  return value.map((each) => {
    if (!isObject(each)) throw badValue("Each element of the 'pipeline' array must be an object")
    const [name, ...others] = Object.keys(each)
    if (name === undefined || others.length) throw badValue('A pipeline stage specification object must contain exactly one field.')
    return { name, value: each[name] }
  })
}

const NOT_IN_FACET = ['$facet', '$geoNear', '$out', '$merge', '$indexStats', '$collStats']

/** Each pipeline is given the same documents, which are held meanwhile. */
export const $facet: CompileStage = (value, { scope, compileStages }) => {
  if (!isObject(value) || Object.keys(value).length === 0) throw badValue('the $facet specification must be a non-empty object')
  const facets = Object.entries(value).map(([name, pipeline]) => {
    if (name.startsWith('$') || name.includes('.')) throw badValue(`FieldPath field names may not start with '$' or contain '.'. (${name})`)
    if (!isArray(pipeline)) throw badValue(`arguments to $facet must be arrays, ${name} is type ${typeName(pipeline)}`)
    const stages = stagesOf('$facet', pipeline)
    const refused = stages.find((stage) => NOT_IN_FACET.includes(stage.name))
    if (refused) throw badValue(`${refused.name} is not allowed to be used within a $facet stage`)
    return [name, compileStages(stages, scope)] as const
  })
  return (documents) => {
    const hold = openMeter('$facet')
    const held = Array.from(documents, (document) => (hold(document), document))
    return [Object.fromEntries(facets.map(([name, run]): [string, Document[]] => [name, [...run(held)]]))]
  }
}

export const $unionWith: CompileStage = (value, { scope, source, compilePipeline }) => {
  const options = typeof value === 'string' ? { coll: value } : value
  if (!isObject(options)) throw badValue(`the $unionWith stage specification must be an object or string, but found ${typeName(value)}`)
  for (const name of Object.keys(options)) if (name !== 'coll' && name !== 'pipeline') throw badValue(`BSON field '$unionWith.${name}' is an unknown field.`)
  const { coll, pipeline = [] } = options
  if (typeof coll !== 'string') throw badValue("BSON field '$unionWith.coll' is missing but a required field")
  const others = compilePipeline({ from: coll, stages: stagesOf('$unionWith', pipeline), scope, source })
  return function* (documents) {
    yield* documents
    yield* others()
  }
}
