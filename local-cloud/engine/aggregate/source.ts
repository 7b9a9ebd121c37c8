import { CloudError } from '../../errors'
import { encode, type Document } from '../document'
import type { Engine, FindOptions } from '../openEngine'

/** What stages see of the database. A collection that does not exist is empty, as it is in `$lookup`. */
export type Source = {
  readonly find: (collection: string, options: FindOptions) => Iterable<Document>
  /** Whether an index, or the `_id`, finds the documents by this path. */
  readonly isIndexed: (collection: string, path: string) => boolean
  readonly geoPaths: (collection: string) => readonly string[]
}

export const sourceOf = (engine: Engine): Source => ({
  find: (collection, options) => ifThere<Iterable<Document>>([], () => engine.each(collection, { limit: Infinity, ...options })),
  isIndexed: (collection, path) => path === '_id' || ifThere(false, () => engine.indexedPaths(collection).ordered.includes(path)),
  geoPaths: (collection) => ifThere<readonly string[]>([], () => engine.indexedPaths(collection).geo),
})

function ifThere<T>(otherwise: T, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof CloudError && error.code === 'DATABASE_COLLECTION_NOT_EXIST') return otherwise
    throw error
  }
}

/** Keeps the last answer: a pipeline that runs for each document of another often asks for the same again. */
export function remembering(source: Source): Source {
  let last: { readonly question: string; readonly answer: Document[] } | undefined
  return {
    ...source,
    find: (collection, options) => {
      const { limit = null, ...others } = options
      const question = encode([collection, others, limit])
      if (last?.question !== question) last = { question, answer: [...source.find(collection, options)] }
      return last.answer
    },
  }
}
