import type { Document, Value } from '../document'
import type { Frame, Scope } from '../expression/scope'
import type { Source } from './source'

export type Stage = { readonly name: string; readonly value: Value }
export type Documents = Iterable<Document>
/** A stage, once compiled. It changes no document it is given: another stage may hold the same one. */
export type Run = (documents: Documents) => Documents
/** Stages with the collection they read from. */
export type Pipeline = () => Documents

export type PipelineSpecification = { readonly from: string; readonly stages: readonly Stage[]; readonly scope: Scope; readonly source: Source }

export type StageContext = {
  readonly scope: Scope
  readonly source: Source
  readonly compilePipeline: (specification: PipelineSpecification) => Pipeline
  readonly compileStages: (stages: readonly Stage[], scope: Scope) => Run
}
export type CompileStage = (value: Value, context: StageContext) => Run

/** One document in, one out. */
export const eachDocument = ({ root, pipeline: { frame } }: Scope, map: (document: Document, frame: Frame) => Document): Run =>
  function* (documents) {
    for (const document of documents) {
      frame[root] = document
      yield map(document, frame)
    }
  }
