import type { Document } from '../document'
import { rootScope } from '../expression/scope'
import type { Engine } from '../openEngine'
import { compilePipeline } from './pipeline'
import { sourceOf } from './source'
import type { Stage } from './stage'

/** The answer of a pipeline. Nothing else happens meanwhile, so all stages see the database as it is at the start; `now` is its `$$NOW`. */
export const aggregate = (engine: Engine, from: string, stages: readonly Stage[], now?: Date): Document[] => [...compilePipeline({ from, stages, scope: rootScope(now), source: sourceOf(engine) })()]
