import type { Cloud } from '../../local-cloud/start'
import { yearOf } from '../../domain/time/beijing'
import { COLLECTION_NAMES } from '../../store/collections'
import { townSeed } from './town'

/** Creates what a new environment needs and imports the demo town, with a calendar until the next year; what is there already stays. */
export function installTown({ engine, clock }: Pick<Cloud, 'engine' | 'clock'>, since: string): void {
  const existing = new Set(engine.collections().map(({ name }) => name))
  for (const name of COLLECTION_NAMES) if (!existing.has(name)) engine.createCollection(name)
  const seed = townSeed(since, yearOf(clock.now()) + 1)
  for (const [name, documents] of Object.entries(seed))
    for (const document of documents)
      if (engine.count(name, { _id: document._id }) === 0) engine.insert(name, [document])
}
