import { openEngine, type Engine } from '../../local-cloud/engine/openEngine'
import { DuplicateKey } from '../../local-cloud/errors'
import type { OnQuery } from '../../local-cloud/engine/queries'
import indexes from '../../store/indexes.json'
import type { IndexDefinitions } from '../../local-cloud/engine/indexes'
import { type AddingTransaction, type Additions, type Change, type Condition, type Database, type Filter, type Stored } from '../../store/database'
import { retryConflicts } from '../../store/retry'

/** The platform has ended the function in the midst of its work. */
export class Killed extends Error {}

/**
 * The life of a function, counted in calls of the database and the storage. Killed before or after one of them, it is dead: nothing more gets through to the database,
 * whatever its own code catches, until a new one is born.
 */
export type Life = {
  readonly calls: () => number
  /** Kills at the n-th call from now on, counted from 1. */
  readonly endAt: (call: number, when: 'before' | 'after') => void
  readonly bear: () => void
  /** Something else happens just before the n-th call from now on. */
  readonly meanwhile: (call: number, work: () => Promise<unknown>) => void
  /** Each call takes so long from now on, as on a cloud. */
  readonly slowBy: (milliseconds: number) => void
  readonly hasEnded: () => boolean
}
export type Guard = { readonly life: Life; readonly around: <T>(work: () => T | Promise<T>) => Promise<T> }

export function openLife(): Guard {
  let [calls, end, dead] = [0, { call: Infinity, when: 'before' as 'before' | 'after' }, false]
  let meanwhile: { call: number; work: () => Promise<unknown> } | null = null
  let slowBy = 0
  const dieIf = (isHere: boolean) => {
    dead ||= isHere
    if (dead) throw new Killed(`killed at call ${calls}`)
  }
  return {
    life: {
      calls: () => calls,
      endAt: (call, when) => void ([calls, end, dead] = [0, { call, when }, false]),
      meanwhile: (call, work) => void ([calls, meanwhile] = [0, { call, work }]),
      bear: () => void ([calls, end, dead] = [0, { call: Infinity, when: 'before' }, false]),
      slowBy: (milliseconds) => void (slowBy = milliseconds),
      hasEnded: () => dead,
    },
    around: async (work) => {
      dieIf(false)
      calls += 1
      const own = calls
      dieIf(own === end.call && end.when === 'before')
      if (own === meanwhile?.call) {
        const { work: other } = meanwhile
        meanwhile = null
        await other()
      }
      // Others get their turn between any two calls, as between two requests to the cloud.
      await (slowBy > 0 ? new Promise((resolve) => setTimeout(resolve, slowBy)) : Promise.resolve())
      const result = await work()
      dieIf(own === end.call && end.when === 'after')
      return result
    },
  }
}

const OPERATORS = { gt: '$gt', gte: '$gte', lt: '$lt', lte: '$lte' } as const
function operatorsOf(condition: Condition): unknown {
  if (condition === null || typeof condition !== 'object') return condition
  if ('in' in condition) return { $in: [...condition.in] }
  const bounds = Object.entries(condition).map(([name, value]) => (name === 'not' ? ['$ne', null] : [OPERATORS[name as keyof typeof OPERATORS], value]))
  return Object.fromEntries(bounds) as object
}
const filterOf = (where: Filter): Record<string, unknown> => Object.fromEntries(Object.entries(where).map(([field, condition]) => [field, operatorsOf(condition)]))
const operationsOf = ({ items, counts }: Additions): Record<string, unknown> => ({
  ...(Object.keys(items).length > 0 && { $push: Object.fromEntries(Object.entries(items).map(([field, { item, sortedBy }]) => [field, { $each: [onTheWire(item)], $sort: { [sortedBy]: 1 } }])) }),
  ...(Object.keys(counts).length > 0 && { $inc: { ...counts } }),
})
const changeOf = ({ set = {}, counts = {} }: Change): Record<string, unknown> => ({ ...(Object.keys(set).length > 0 && { $set: { ...set } }), ...(Object.keys(counts).length > 0 && { $inc: { ...counts } }) })
/** As it would come off the wire: nobody keeps a hand on what is stored. */
const onTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** The store's database straight on the local cloud's engine. */
export function engineDatabase(engine: Engine, around: Guard['around'] = async (work) => work()): Database {
  const get = <T extends Stored>(collection: string, id: string, transactionId?: string): Promise<T | null> =>
    around(() => (engine.find(collection, { filter: { _id: id } }, transactionId)[0] as T | undefined) ?? null)
  const put = ({ _id, ...data }: Stored, collection: string, transactionId?: string) =>
    void engine.update(collection, { filter: { _id }, replacement: onTheWire(data), upsert: true }, transactionId)
  return {
    get: (collection, id) => get(collection, id),
    set: (collection, document) => around(() => engine.whenUnlocked(() => put(document, collection))),
    remove: (collection, id) => around(() => engine.whenUnlocked(() => void engine.remove(collection, { filter: { _id: id } }))),
    find: <T extends Stored>(collection: string, query: Parameters<Database['find']>[1]) =>
      around(
        () =>
          engine.find(collection, {
            filter: filterOf(query.where), sort: (query.orderBy ?? []).map(([field, direction]) => [field, direction === 'asc' ? 1 : -1] as const), skip: query.skip ?? 0, limit: query.limit,
            ...(query.fields && { projection: Object.fromEntries(query.fields.map((field) => [field, 1])) }),
          }) as unknown as readonly T[],
      ),
    count: (collection, where) => around(() => engine.count(collection, filterOf(where))),
    add: (collection, document) =>
      around(() =>
        engine.whenUnlocked(() => {
          try {
            engine.insert(collection, [onTheWire(document)])
            return true
          } catch (error) {
            if (error instanceof DuplicateKey && / index: _id_ /.test(error.message)) return false
            throw error
          }
        }),
      ),
    update: (collection, where, change) => around(() => engine.whenUnlocked(() => engine.update(collection, { filter: filterOf(where), operations: changeOf(change), multi: true }).updated)),
    transaction: (work) =>
      retryConflicts(async () => {
        const id = await around(() => engine.begin())
        let isCommitted = false
        const transaction: AddingTransaction = {
          get: (collection, key) => get(collection, key, id), set: (collection, document) => around(() => put(document, collection, id)), remove: (collection, key) => around(() => void engine.remove(collection, { filter: { _id: key } }, id)),
          addTo: (collection, key, additions) => around(() => engine.update(collection, { filter: { _id: key }, operations: operationsOf(additions) }, id).updated > 0),
        }
        try {
          const result = await work(transaction)
          await around(() => {
            engine.commit(id)
            isCommitted = true
          })
          return result
        } catch (error) {
          // Of one that was killed, the platform lets go after a while; here at once.
          if (!isCommitted) engine.abort(id)
          throw error
        }
      }),
  }
}

/** A database in memory with the project's indexes, and the life of the function that uses it. */
export function openEngineDatabase(collections: readonly string[], onQuery?: OnQuery): { engine: Engine; database: Database; life: Life; around: Guard['around'] } {
  const engine = openEngine({ file: ':memory:', indexes: indexes as unknown as IndexDefinitions, ...(onQuery && { onQuery }) })
  for (const name of collections) engine.createCollection(name)
  const { life, around } = openLife()
  return { engine, database: engineDatabase(engine, around), life, around }
}
