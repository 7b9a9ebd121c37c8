import { unsupported } from '../errors'
import { aggregate } from './aggregate/aggregate'
import type { Stage } from './aggregate/stage'
import { idKey, type Collection } from './collection'
import { Collections } from './collections'
import { decodeDocument, encode, type Document } from './document'
import { explain, type Explanation } from './explain'
import type { IndexDefinitions } from './indexes'
import { planById } from './plan'
import { changeOf, prepareNew, textOf, withoutId, type Write } from './prepare'
import { tellQuery, type OnQuery, type Operation } from './queries'
import { count, onlyId, projector, select, stream, type FindOptions, type Found, type Selection } from './select'
import { openSqlite, type Sql } from './sqlite'
import { Transactions, type Transaction } from './transactions'
import { Writer } from './writer'

export type { FindOptions } from './select'
export type UpdateOptions = { filter?: Document; operations?: Document; replacement?: Document; multi?: boolean; upsert?: boolean }
export type UpdateResult = { readonly updated: number; readonly upsertedId: string | number | null }
export type RemoveOptions = { filter?: Document; multi?: boolean }
export type EngineOptions = {
  file: string
  namespace?: string
  indexes?: IndexDefinitions
  /** Told of every query what it looked at and gave. */
  onQuery?: OnQuery
  transactionMilliseconds?: number
}

const NO_LOOK = { steps: [], isBounded: true } as const

/**
 * The documents of the local cloud: synchronous, one process, every write on the disk before it is answered.
 * A plain write may meet a document held by a transaction; `whenUnlocked` waits for it as the real cloud does.
 */
export class Engine {
  readonly sql: Sql
  private readonly all: Collections
  private readonly transactions: Transactions
  private readonly writer: Writer
  private readonly onQuery: OnQuery | undefined

  constructor({ file, namespace = 'linjing-local', indexes = {}, onQuery, transactionMilliseconds }: EngineOptions) {
    this.onQuery = onQuery
    this.transactions = new Transactions(transactionMilliseconds)
    this.sql = openSqlite(file)
    try {
      this.all = new Collections(this.sql, namespace, indexes)
      this.writer = new Writer(this.sql, this.all, this.transactions)
    } catch (error) {
      this.sql.close()
      throw error
    }
  }

  close = (): void => {
    this.transactions.close()
    this.sql.close()
  }
  forgetLog = (): void => this.sql.forgetLog()
  createCollection = (name: string): void => this.all.create(name)
  collections = () => this.all.list()
  whenUnlocked = <T>(work: () => T): Promise<T> => this.transactions.whenUnlocked(work)

  // — reading; inside a transaction by `_id` only —

  find = (name: string, options: FindOptions = {}, transactionId?: string): Document[] => this.look('get', name, options, transactionId).map(projector(options))

  /** As `find`, but in the stored form, which is also the form on the wire: an unprojected document is not decoded again. */
  findTexts = (name: string, options: FindOptions = {}, transactionId?: string): string[] =>
    options.projection ? this.find(name, options, transactionId).map(encode) : this.look('get', name, options, transactionId).map(({ text }) => text)

  count = (name: string, filter: Document = {}): number => {
    const collection = this.all.get(name)
    // All there is is counted without a look at any of it.
    const counted = Object.keys(filter).length === 0 ? { total: collection.count(), examined: 0, plan: NO_LOOK } : count(collection, filter)
    tellQuery(this.onQuery, { ...counted, returned: counted.total }, 'count', name, filter)
    return counted.total
  }

  /** As `find`, but one document after the other; nothing may be written before the last of them. */
  each = (name: string, options: FindOptions): Iterable<Document> =>
    stream(this.all.get(name), options, (how) => tellQuery(this.onQuery, how, 'aggregate', name, options.filter))

  /** `now` is what `$$NOW` means. */
  aggregate = (name: string, stages: readonly Stage[], now?: Date): Document[] => aggregate(this, this.all.get(name).name, stages, now)

  /** What finds documents in a collection: the first paths of its indexes, and the fields with a geo index. */
  indexedPaths = (name: string) => ({ ordered: this.all.get(name).indexes.map(({ keys }) => keys[0]![0]), geo: this.all.get(name).geoPaths })

  explain = (name: string, options: FindOptions = {}): Explanation => explain(this.all.get(name), options)

  private look(operation: Operation, name: string, options: FindOptions, transactionId: string | undefined): readonly Found[] {
    const collection = this.all.get(name)
    const selection = transactionId === undefined ? select(collection, options) : this.seen(collection, options.filter ?? {}, this.transactions.get(transactionId))
    tellQuery(this.onQuery, { ...selection, returned: selection.found.length }, operation, name, options.filter)
    return selection.found
  }

  private seen(collection: Collection, filter: Document, transaction: Transaction): Selection {
    const id = onlyId(filter)
    if (id === undefined) throw unsupported('事务中的', 'where')
    const key = idKey(id)
    const text = this.writer.textSeen(transaction, collection, key)
    return { found: text === null ? [] : [{ text }], plan: planById(key), examined: text === null ? 0 : 1 }
  }

  // — writing —

  insert = (name: string, documents: readonly Document[], transactionId?: string): (string | number)[] =>
    this.transactions.endingOnError(transactionId, () => {
      const added = documents.map(prepareNew)
      this.writer.insert(this.all.get(name), added, transactionId)
      return added.map(({ document }) => document._id as string | number)
    })

  update = (name: string, { filter = {}, operations, replacement, multi = false, upsert = false }: UpdateOptions, transactionId?: string): UpdateResult =>
    this.transactions.endingOnError(transactionId, () => {
      const change = changeOf(operations, replacement, filter)
      const found = this.look('update', name, { filter, limit: multi ? Infinity : 1 }, transactionId)
      if (found.length === 0 && upsert) return this.upsert(name, filter, replacement, transactionId)
      const changed = found.flatMap(({ text }): Write[] => {
        const document = change(decodeDocument(text))
        const next = textOf(document)
        return next === text ? [] : [{ key: idKey(document._id), document, text: next }]
      })
      this.writer.replace(this.all.get(name), changed, transactionId)
      return { updated: changed.length, upsertedId: null }
    })

  private upsert(name: string, filter: Document, replacement: Document | undefined, transactionId?: string): UpdateResult {
    const id = onlyId(filter)
    if (!replacement || id === undefined) throw unsupported('写法', 'upsert without doc().set()')
    const [upsertedId] = this.insert(name, [{ _id: id, ...withoutId(replacement) }], transactionId)
    return { updated: 0, upsertedId: upsertedId! }
  }

  remove = (name: string, { filter = {}, multi = false }: RemoveOptions, transactionId?: string): number =>
    this.transactions.endingOnError(transactionId, () => {
      const found = this.look('remove', name, { filter, limit: multi ? Infinity : 1 }, transactionId)
      const gone = found.map(({ text }): Write => ({ key: idKey(decodeDocument(text)._id), document: null, text: null }))
      this.writer.replace(this.all.get(name), gone, transactionId)
      return gone.length
    })

  // — transactions —

  begin = (): string => this.transactions.begin()
  commit = (id: string): void => this.writer.commit(id)
  /** Aborting what a conflict or a failed write has already ended is no error: the SDK does so after each of them. */
  abort = (id: string): void => this.transactions.abort(id)
}

export const openEngine = (options: EngineOptions): Engine => new Engine(options)
