import type { Document, Value } from '../document'
import { compileExpression } from '../expression/compile'
import { splitFieldPath } from '../expression/fieldPath'
import { assertVariableName, withVariables, type Expression, type Scope } from '../expression/scope'
import { isObject, show, typeName } from '../expression/values'
import { badValue } from '../query/badValue'
import { withField } from './fields'
import { distinctValues, findAny, hashJoin, joinValues, type Join } from './join'
import { stagesOf } from './nested'
import { remembering, type Source } from './source'
import type { CompileStage, Documents, Run, StageContext } from './stage'

const OPTIONS = ['from', 'as', 'localField', 'foreignField', 'let', 'pipeline']
/** So many documents are joined at a time. */
const BATCH = 200

export const $lookup: CompileStage = (value, context) => {
  if (!isObject(value)) throw badValue(`the $lookup specification must be an Object, but found ${typeName(value)}`)
  for (const name of Object.keys(value)) if (!OPTIONS.includes(name)) throw badValue(`unknown argument to $lookup: ${name}`)
  for (const name of ['from', 'as', 'localField', 'foreignField']) {
    if (name in value && typeof value[name] !== 'string') throw badValue(`$lookup argument '${name}: ${show(value[name])}' must be a string, is type ${typeName(value[name])}`)
  }
  const { from, as, localField, foreignField, pipeline } = value as Record<string, string | undefined>
  if (as === undefined) throw badValue("must specify 'as' field for a $lookup")
  if (from === undefined) throw badValue("missing 'from' option to $lookup stage specification")
  if ((localField === undefined) !== (foreignField === undefined) || (localField === undefined && pipeline === undefined)) {
    throw badValue("$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified")
  }
  if ('let' in value && pipeline === undefined) throw badValue("$lookup with a 'let' argument must also specify 'pipeline'")
  const asNames = splitFieldPath(as)
  if (localField === undefined) return throughPipeline(from, asNames, value, context)
  return joining({ from, asNames, localNames: splitFieldPath(localField), foreignField: foreignField!, narrowed: pipeline === undefined ? undefined : narrowing(value, context) }, context.source)
}

type Variables = { readonly scope: Scope; readonly assign: () => void }

/** The variables of `let` are of the outer document; the pipeline has a `$$ROOT` of its own. */
function variablesOf(specification: Value, outer: Scope): Variables {
  if (specification !== undefined && !isObject(specification)) throw badValue(`$lookup argument 'let' must be an object, is type ${typeName(specification)}`)
  const names = Object.keys(specification ?? {})
  names.forEach((name) => assertVariableName(name))
  const values: Expression[] = names.map((name) => compileExpression(specification![name], outer))
  const { scope, slots } = withVariables(outer, names)
  const { frame } = outer.pipeline
  return { scope, assign: () => values.forEach((value, i) => (frame[slots[i]!] = value(frame))) }
}

/** One run of the pipeline for each document. */
function throughPipeline(from: string, asNames: readonly string[], specification: Document, { scope, source, compilePipeline }: StageContext): Run {
  const { scope: inner, assign } = variablesOf(specification.let, scope)
  const pipeline = compilePipeline({ from, stages: stagesOf('$lookup', specification.pipeline), scope: inner, source: remembering(source) })
  return function* (documents) {
    for (const document of documents) {
      scope.pipeline.frame[scope.root] = document
      assign()
      yield withField(document, asNames, [...pipeline()])
    }
  }
}

type Narrowed = (document: Document, joined: Documents) => Document[]

/** The pipeline over what the fields have joined. */
function narrowing(specification: Document, { scope, compileStages }: StageContext): Narrowed {
  const { scope: inner, assign } = variablesOf(specification.let, scope)
  const run = compileStages(stagesOf('$lookup', specification.pipeline), inner)
  return (document, joined) => {
    scope.pipeline.frame[scope.root] = document
    assign()
    return [...run(joined)]
  }
}

type Joining = { readonly from: string; readonly asNames: readonly string[]; readonly localNames: readonly string[]; readonly foreignField: string; readonly narrowed: Narrowed | undefined }

function joining({ from, asNames, localNames, foreignField, narrowed = (_, joined) => [...joined] }: Joining, source: Source): Run {
  return function* (documents) {
    const joinFor = joinsOf(source, from, foreignField)
    for (const batch of batches(documents, BATCH)) {
      const values = batch.map((document) => orNull(joinValues(document, localNames)))
      const join = joinFor(values.flat())
      for (const [i, document] of batch.entries()) yield withField(document, asNames, narrowed(document, join(values[i]!)))
    }
  }
}

/** Where there is nothing, null is joined, and so what has null or nothing on the other side. */
const orNull = (values: Value[]): Value[] => (values.length ? values : [null])

/** With an index only what is asked for is read; without one, everything once. */
function joinsOf(source: Source, from: string, path: string): (values: readonly Value[]) => Join {
  if (source.isIndexed(from, path)) return (values) => hashJoin(findAny(source, from, path, distinctValues(values)), path)
  let whole: Join | undefined
  return () => (whole ??= hashJoin([...source.find(from, {})], path))
}

function* batches(documents: Documents, size: number): Generator<Document[]> {
  let batch: Document[] = []
  for (const document of documents) {
    batch.push(document)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length) yield batch
}
