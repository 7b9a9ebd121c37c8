import { CloudError, transactionConflict, unsupported } from '../errors'
import { aggregate, type Stage } from './aggregate'
import { idKey, type Collection, type StoredRow } from './collection'
import { Collections } from './collections'
import { decodeDocument, encode, type Document } from './document'
import { assertUniqueIn } from './uniqueness'
import type { IndexDefinitions } from './indexes'
import { changeOf, prepareNew, textOf, withoutId, type Write } from './prepare'
import { compileProjection } from './projection'
import { onlyId, select, type FindOptions, type Found } from './select'
import { openSqlite, type Sql } from './sqlite'
import { Transactions, type Transaction } from './transactions'

export type { FindOptions } from './select'
export type UpdateOptions = { filter?: Document; operations?: Document; replacement?: Document; multi?: boolean; upsert?: boolean }
export type UpdateResult = { readonly updated: number; readonly upsertedId: string | number | null }
export type RemoveOptions = { filter?: Document; multi?: boolean }
export type EngineOptions = { file: string; namespace?: string; indexes?: IndexDefinitions }

/**
 * The documents of the local cloud: synchronous, one process, every write on the disk before it is answered.
 * A plain write may meet a document held by a transaction; `whenUnlocked` waits for it as the real cloud does.
 */
export class Engine {
  readonly sql: Sql
  private readonly all: Collections
  private readonly transactions = new Transactions()

  constructor({ file, namespace = 'linjing-local', indexes = {} }: EngineOptions) {
    this.sql = openSqlite(file)
    try {
      this.all = new Collections(this.sql, namespace, indexes)
    } catch (error) {
      this.sql.close()
      throw error
    }
  }

  close = (): void => this.sql.close()
  createCollection = (name: string): void => this.all.create(name)
  collections = () => this.all.list()
  whenUnlocked = <T>(work: () => T): Promise<T> => this.transactions.whenUnlocked(work)

  // — reading —

  find = (name: string, options: FindOptions = {}, transactionId?: string): Document[] =>
    this.select(name, options, transactionId).map((found) => project(found, options.projection))

  /** As `find`, but in the stored form, which is also the form on the wire: an unprojected document is not decoded again. */
  findTexts = (name: string, options: FindOptions = {}, transactionId?: string): string[] =>
    this.select(name, options, transactionId).map((found) => (options.projection ? encode(project(found, options.projection)) : found.text))

  count = (name: string, filter: Document = {}): number =>
    Object.keys(filter).length === 0 ? this.all.get(name).count() : this.select(name, { filter, limit: Infinity }).length

  aggregate = (name: string, stages: readonly Stage[]): Document[] => aggregate(this, this.all.get(name).name, stages)

  private select(name: string, options: FindOptions, transactionId?: string): readonly Found[] {
    const collection = this.all.get(name)
    if (transactionId === undefined) return select(collection, options)
    return select(collection, options, this.transactions.altered(this.transactions.get(transactionId), name))
  }

  // — writing —

  insert = (name: string, documents: readonly Document[], transactionId?: string): (string | number)[] => {
    const collection = this.all.get(name)
    const added = documents.map(prepareNew)
    if (transactionId === undefined) {
      for (const { key } of added) this.transactions.assertFree(name, key)
      this.sql.atomically(() => added.forEach(({ key, document, text }) => collection.insert(key, document, text)))
      for (const { key } of added) this.transactions.remember(name, key, null)
    } else {
      this.inTransaction(transactionId, (transaction) => {
        for (const write of added) {
          if (this.isThere(collection, transaction, write.key)) collection.refuseDuplicate({ name: '_id_', keys: [['_id', 1]] }, write.document)
          this.writeInTransaction(collection, transaction, write)
        }
      })
    }
    return added.map(({ document }) => document._id as string | number)
  }

  update = (name: string, { filter = {}, operations, replacement, multi = false, upsert = false }: UpdateOptions, transactionId?: string): UpdateResult => {
    const change = changeOf(operations, replacement)
    const found = this.select(name, { filter, limit: multi ? Infinity : 1 }, transactionId)
    if (found.length === 0 && upsert) return this.upsert(name, filter, replacement, transactionId)
    const changed = found.flatMap(({ text }): Write[] => {
      const document = change(decodeDocument(text))
      const next = textOf(document)
      return next === text ? [] : [{ key: idKey(document._id), document, text: next }]
    })
    this.write(name, changed, transactionId)
    return { updated: changed.length, upsertedId: null }
  }

  private upsert(name: string, filter: Document, replacement: Document | undefined, transactionId?: string): UpdateResult {
    const id = onlyId(filter)
    if (!replacement || id === undefined) throw unsupported('写法', 'upsert without doc().set()')
    const [upsertedId] = this.insert(name, [{ _id: id, ...withoutId(replacement) }], transactionId)
    return { updated: 0, upsertedId: upsertedId! }
  }

  remove = (name: string, { filter = {}, multi = false }: RemoveOptions, transactionId?: string): number => {
    const found = this.select(name, { filter, limit: multi ? Infinity : 1 }, transactionId)
    const gone = found.map(({ text }): Write => ({ key: idKey(decodeDocument(text)._id), document: null, text: null }))
    this.write(name, gone, transactionId)
    return gone.length
  }

  private write(name: string, writes: readonly Write[], transactionId?: string): void {
    const collection = this.all.get(name)
    if (transactionId !== undefined) return this.inTransaction(transactionId, (transaction) => writes.forEach((write) => this.writeInTransaction(collection, transaction, write)))
    for (const { key } of writes) this.transactions.assertFree(name, key)
    const before = writes.map(({ key }) => collection.byId(key)!)
    this.sql.atomically(() => writes.forEach((write, i) => put(collection, before[i], write)))
    writes.forEach(({ key }, i) => this.transactions.remember(name, key, before[i]!.text))
  }

  /** A failed write ends the whole transaction, as in MongoDB: nobody can catch a duplicate key and go on. */
  private inTransaction(id: string, work: (transaction: Transaction) => void): void {
    const transaction = this.transactions.get(id)
    try {
      work(transaction)
    } catch (error) {
      this.transactions.end(transaction)
      throw error
    }
  }

  private writeInTransaction(collection: Collection, transaction: Transaction, { key, document, text }: Write): void {
    if (document) {
      const mine = [...transaction.overlay.values()].filter((entry) => entry.collection === collection.name && !entry.key.equals(key))
      assertUniqueIn(collection, document, key, mine)
    }
    this.transactions.write(transaction, collection.name, key, text)
  }

  private isThere(collection: Collection, transaction: Transaction, key: Buffer): boolean {
    const altered = this.transactions.altered(transaction, collection.name).get(key.toString('latin1'))
    return altered === undefined ? collection.byId(key) !== undefined : altered !== null
  }

  // — transactions —

  begin = (): string => this.transactions.begin().id

  commit = (id: string): void => {
    const transaction = this.transactions.get(id)
    const writes = [...transaction.overlay.values()].map(({ collection, key, text }) => ({ collection: this.all.get(collection), key, text, document: text === null ? null : decodeDocument(text) }))
    // Removals first: a unique key may move from one document to another within one transaction.
    writes.sort((a, b) => Number(a.text !== null) - Number(b.text !== null))
    const before = writes.map(({ collection, key }) => collection.byId(key))
    try {
      this.sql.atomically(() => writes.forEach((write, i) => put(write.collection, before[i], write)))
    } catch (error) {
      this.transactions.end(transaction)
      // A key that was free at the operation has been taken since by a plain write.
      throw error instanceof CloudError ? transactionConflict() : error
    }
    writes.forEach(({ collection, key }, i) => this.transactions.remember(collection.name, key, before[i]?.text ?? null))
    this.transactions.end(transaction)
  }

  /** Aborting what a conflict or a failed write has already ended is no error: the SDK does so after each of them. */
  abort = (id: string): void => this.transactions.abort(id)
}

export const openEngine = (options: EngineOptions): Engine => new Engine(options)

function put(collection: Collection, row: StoredRow | undefined, { key, document, text }: Write): void {
  if (document === null || text === null) {
    if (row) collection.remove(row)
  } else if (row) collection.replace(row, document, text)
  else collection.insert(key, document, text)
}

function project({ text, document }: Found, projection: Document | undefined): Document {
  const whole = document ?? decodeDocument(text)
  return projection ? compileProjection(projection)(whole) : whole
}
