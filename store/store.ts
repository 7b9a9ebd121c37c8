import type { CollectionName, Collections } from './collections'
import { PAGE_MAX, type Additions, type Change, type Database, type Query } from './database'

/** The same calls with our collections' types. */
export type StoreTransaction = {
  get: <Name extends CollectionName>(collection: Name, id: string) => Promise<Collections[Name] | null>
  set: <Name extends CollectionName>(collection: Name, document: Collections[Name]) => Promise<void>
  remove: (collection: CollectionName, id: string) => Promise<void>
}
export type AddingStoreTransaction = StoreTransaction & {
  /** Adds to lists and counts of a document without reading it; false where it is not there. */
  addTo: (collection: CollectionName, id: string, additions: Additions) => Promise<boolean>
}
export type Store = StoreTransaction & {
  find: <Name extends CollectionName>(collection: Name, query: Query) => Promise<readonly Collections[Name][]>
  /** Every document that fits, page by page; for sets that are known to be small against the year. */
  findAll: <Name extends CollectionName>(collection: Name, query: Omit<Query, 'limit' | 'skip'>) => Promise<readonly Collections[Name][]>
  count: (collection: CollectionName, where: Query['where']) => Promise<number>
  update: (collection: CollectionName, where: Query['where'], change: Change) => Promise<number>
  transaction: <T>(work: (transaction: AddingStoreTransaction) => Promise<T>) => Promise<T>
}

export function openStore(database: Database): Store {
  return {
    get: (collection, id) => database.get(collection, id),
    set: (collection, document) => database.set(collection, document),
    remove: (collection, id) => database.remove(collection, id),
    find: (collection, query) => database.find(collection, query),
    findAll: async <Name extends CollectionName>(collection: Name, query: Omit<Query, 'limit' | 'skip'>) => {
      const found: Collections[Name][] = []
      for (;;) {
        const page = await database.find<Collections[Name]>(collection, { ...query, orderBy: query.orderBy ?? [['_id', 'asc']], skip: found.length, limit: PAGE_MAX })
        found.push(...page)
        if (page.length < PAGE_MAX) return found
      }
    },
    count: (collection, where) => database.count(collection, where),
    update: (collection, where, change) => database.update(collection, where, change),
    transaction: (work) => database.transaction((transaction) => work({ get: (collection, id) => transaction.get(collection, id), set: (collection, document) => transaction.set(collection, document), remove: (collection, id) => transaction.remove(collection, id), addTo: (collection, id, additions) => transaction.addTo(collection, id, additions) })),
  }
}
