import { Aggregator } from 'mingo/aggregator'
import { Context } from 'mingo/core'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import * as pipelines from 'mingo/operators/pipeline'
import * as projections from 'mingo/operators/projection'
import * as queries from 'mingo/operators/query'
import { CloudError, unsupported } from '../errors'
import type { Document, Value } from './document'
import { compileFilter } from './filter'
import type { Engine } from './openEngine'

export type Stage = { readonly name: string; readonly value: Value }

const STAGES = ['$match', '$group', '$sort', '$skip', '$limit', '$project', '$addFields', '$unwind', '$count', '$sortByCount', '$replaceRoot', '$bucket', '$sample', '$lookup']

const context = Context.init({ accumulator: accumulators, expression: expressions, pipeline: pipelines, projection: projections, query: queries })

/** mingo runs the pipeline; a leading `$match` goes through the engine, so that an index may serve it. */
export function aggregate(engine: Engine, collection: string, stages: readonly Stage[]): Document[] {
  for (const { name, value } of stages) {
    if (!STAGES.includes(name)) throw unsupported('聚合阶段', name)
    if (name === '$match') compileFilter(value as Document)
    if (name === '$lookup' && 'pipeline' in (value as Document)) throw unsupported('聚合阶段', '$lookup.pipeline')
  }
  const [first, ...others] = stages
  const isMatchFirst = first?.name === '$match'
  const documents = engine.find(collection, { filter: isMatchFirst ? (first.value as Document) : {}, limit: Infinity })
  const pipeline = (isMatchFirst ? others : stages).map(({ name, value }) => ({ [name]: value }))
  try {
    const collectionResolver = (name: string) => engine.find(name, { limit: Infinity })
    const result = new Aggregator(pipeline, { context, collectionResolver }).run<Document>(documents)
    // mingo counts nothing as 0; the database answers no row at all.
    return result.length === 1 && pipeline.at(-1)?.$count !== undefined && Object.values(result[0]!)[0] === 0 ? [] : result
  } catch (error) {
    if (error instanceof CloudError) throw error
    throw new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${(error as Error).message}`)
  }
}
