import { unsupported } from '../../errors'
import type { Document } from '../document'
import { withOwnRoot, type Scope } from '../expression/scope'
import type { FindOptions } from '../openEngine'
import { badValue } from '../query/badValue'
import { $bucket } from './buckets'
import { $bucketAuto } from './bucketAuto'
import { $count, $limit, $sample, $skip, limitOf, skipOf } from './cut'
import { compileGeoNear } from './geoNear'
import { $graphLookup } from './graphLookup'
import { $group, $sortByCount } from './group'
import { $lookup } from './lookup'
import { $match, allOf, compileMatch, type Match } from './match'
import { $facet, $unionWith } from './nested'
import { $addFields, $project, $set, $unset } from './project'
import { $redact } from './redact'
import { $replaceRoot, $replaceWith } from './replaceRoot'
import { $sort, sortOf } from './sort'
import type { Source } from './source'
import type { CompileStage, Documents, Pipeline, PipelineSpecification, Run, Stage, StageContext } from './stage'
import { $unwind } from './unwind'

const STAGES: Readonly<Record<string, CompileStage>> = {
  $addFields, $bucket, $bucketAuto, $count, $facet, $graphLookup, $group, $limit, $lookup, $match, $project, $redact, $replaceRoot, $replaceWith, $sample, $set, $skip, $sort, $sortByCount, $unionWith, $unset, $unwind,
}
/** Stages of the database that write, or tell of the server. */
const REFUSED = ['$out', '$merge', '$indexStats', '$collStats', '$currentOp', '$listSessions', '$listLocalSessions', '$planCacheStats', '$densify', '$documents', '$fill', '$setWindowFields', '$search']

function compileStage({ name, value }: Stage, context: StageContext): Run {
  if (name === '$geoNear') throw badValue('$geoNear is only valid as the first stage in a pipeline.')
  if (REFUSED.includes(name)) throw unsupported('聚合阶段', name)
  const compile = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined
  if (!compile) throw badValue(`Unrecognized pipeline stage name: '${name}'`)
  return compile(value, context)
}

/** Everything is compiled, and so everything wrong is found, before the first document is read. */
function compileStages(stages: readonly Stage[], outer: Scope, source: Source): Run {
  const context: StageContext = { scope: withOwnRoot(outer), source, compilePipeline, compileStages: (inner, scope) => compileStages(inner, scope, source) }
  const runs = stages.map((stage) => compileStage(stage, context))
  return (documents) => runs.reduce((input, run) => run(input), documents)
}

export function compilePipeline({ from, stages, scope, source }: PipelineSpecification): Pipeline {
  const [first, ...others] = stages
  if (first?.name === '$geoNear') {
    const read = compileGeoNear(from, first.value, source)
    const run = compileStages(others, scope, source)
    return () => run(read())
  }
  const { options, test, rest } = leading(stages, withOwnRoot(scope), (path) => source.isIndexed(from, path))
  const run = compileStages(rest, scope, source)
  return () => run(filtered(source.find(from, options()), test))
}

type Leading = { readonly options: () => FindOptions; readonly test: Match['test'] | undefined; readonly rest: readonly Stage[] }

/** The first stages as one query, so that an index may serve them: `$match`es, a `$sort`, a `$skip`, a `$limit`. */
function leading(stages: readonly Stage[], scope: Scope, isIndexed: (path: string) => boolean): Leading {
  let used = 0
  const next = (name: string): Stage | undefined => (stages[used]?.name === name ? stages[used++] : undefined)
  const matches: Match[] = []
  for (let match = next('$match'); match; match = next('$match')) matches.push(compileMatch(match.value, scope, isIndexed))
  const isExact = matches.every((match) => match.isExact)
  const sort = next('$sort')
  const sorted = sort ? { sort: sortOf(sort.value) } : {}
  // What the engine finds too many of can be sorted by it, but not counted.
  const skip = isExact ? next('$skip') : undefined
  const limit = isExact ? next('$limit') : undefined
  const page = { ...(skip && { skip: skipOf(skip.value) }), ...(limit && { limit: limitOf(limit.value) }) }
  const options = () => ({ filter: allOf(matches.map(({ filter }) => filter())), ...sorted, ...page })
  return { options, test: isExact ? undefined : (document) => matches.every(({ test }) => test(document)), rest: stages.slice(used) }
}

function* filtered(documents: Documents, test: Match['test'] | undefined): Documents & Generator<Document> {
  for (const document of documents) if (!test || test(document)) yield document
}
