import type { CollectionName, Collections } from './collections'
import type { Cursor } from '../types/cursor'
import type { Additions, Change, Database, Query } from './database'
import { everyPage, nextPage, type Page, type Walk } from './pages'

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
  /** The next so many of a list; without a cursor the first. */
  page: <Name extends CollectionName>(collection: Name, walk: Walk, size: number, after?: Cursor) => Promise<Page<Collections[Name]>>
  /** Every document that fits, by id unless another order is asked for; for sets that are known to be small against the year. */
  findAll: <Name extends CollectionName>(collection: Name, walk: Omit<Walk, 'orderBy'> & Partial<Walk>) => Promise<readonly Collections[Name][]>
  count: (collection: CollectionName, where: Query['where']) => Promise<number>
  add: <Name extends CollectionName>(collection: Name, document: Collections[Name]) => Promise<boolean>
  update: (collection: CollectionName, where: Query['where'], change: Change) => Promise<number>
  transaction: <T>(work: (transaction: AddingStoreTransaction) => Promise<T>) => Promise<T>
}

const BY_ID: Walk['orderBy'] = [['_id', 'asc']]

export function openStore(database: Database): Store {
  return {
    get: (collection, id) => database.get(collection, id),
    set: (collection, document) => database.set(collection, document),
    remove: (collection, id) => database.remove(collection, id),
    find: (collection, query) => database.find(collection, query),
    page: (collection, walk, size, after) => nextPage((query) => database.find(collection, query), walk, size, after),
    findAll: (collection, walk) => everyPage((query) => database.find(collection, query), { orderBy: BY_ID, ...walk }),
    count: (collection, where) => database.count(collection, where),
    add: (collection, document) => database.add(collection, document),
    update: (collection, where, change) => database.update(collection, where, change),
    transaction: (work) => database.transaction((transaction) => work({ get: (collection, id) => transaction.get(collection, id), set: (collection, document) => transaction.set(collection, document), remove: (collection, id) => transaction.remove(collection, id), addTo: (collection, id, additions) => transaction.addTo(collection, id, additions) })),
  }
}
