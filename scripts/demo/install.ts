import type { Cloud } from '../../local-cloud/start'
import { COLLECTION_NAMES } from '../../store/collections'
import { townSeed } from './town'

/** Creates what a new environment needs and imports the demo town; what is there already stays. */
export function installTown({ engine }: Pick<Cloud, 'engine'>, since: string): void {
  const existing = new Set(engine.collections().map(({ name }) => name))
  for (const name of COLLECTION_NAMES) if (!existing.has(name)) engine.createCollection(name)
  const seed = townSeed(since)
  for (const [name, documents] of Object.entries(seed))
    for (const document of documents)
      if (engine.count(name, { _id: document._id }) === 0) engine.insert(name, [document])
}
