import { type AddingTransaction, type Additions, type Change, type Condition, type Database, type Filter, type Stored } from './database'
import { retryConflicts } from './retry'

/** The part of `cloud.database()` that is used, so that this floor needs no SDK. */
type Reference = { get: () => Promise<{ data: unknown }>; set: (options: { data: object }) => Promise<unknown>; update: (options: { data: object }) => Promise<{ stats: { updated: number } }>; remove: () => Promise<unknown> }
type Selection = {
  where: (filter: object) => Selection
  orderBy: (field: string, direction: string) => Selection
  skip: (count: number) => Selection
  limit: (count: number) => Selection
  field: (fields: object) => Selection
  get: () => Promise<{ data: unknown }>
  count: () => Promise<{ total: number }>
  update: (options: { data: object }) => Promise<{ stats: { updated: number } }>
}
type Collections = { collection: (name: string) => { doc: (id: string) => Reference } }
type Operator = { and: (other: Operator) => Operator }
type Push = { each: readonly unknown[]; sort: object }
export type CloudSdkDatabase = {
  collection: (name: string) => Selection & { doc: (id: string) => Reference; add: (options: { data: object }) => Promise<unknown> }
  command: Record<'gt' | 'gte' | 'lt' | 'lte' | 'in' | 'neq', (value: unknown) => Operator> & { inc: (by: number) => unknown; push: (items: Push) => unknown }
  startTransaction: () => Promise<Collections & { commit: () => Promise<unknown>; rollback: (reason?: unknown) => Promise<unknown> }>
}

/** The SDK throws for a missing document, in these words and without a code. A transaction that is over does not exist either, and that is another thing. */
const isMissing = (error: unknown): boolean => /document with _id .* does not exist/s.test(wordsOf(error))
const isThereAlready = (error: unknown): boolean => /E11000 duplicate key error.*index: _id_/s.test(wordsOf(error))
const wordsOf = (error: unknown): string => String((error as { errMsg?: string }).errMsg ?? (error as Error).message)

async function get<T extends Stored>(collections: Collections, collection: string, id: string): Promise<T | null> {
  try {
    return ((await collections.collection(collection).doc(id).get()).data as T | undefined) ?? null
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

async function set<T extends Stored>(collections: Collections, collection: string, { _id, ...data }: T): Promise<void> {
  await collections.collection(collection).doc(_id).set({ data })
}

async function remove(collections: Collections, collection: string, id: string): Promise<void> {
  try {
    await collections.collection(collection).doc(id).remove()
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

function translate(command: CloudSdkDatabase['command'], condition: Condition): unknown {
  if (condition === null || typeof condition !== 'object') return condition
  if ('in' in condition) return command.in(condition.in)
  const { not, ...bounds } = condition
  const parts = (Object.entries(bounds) as ['gt' | 'gte' | 'lt' | 'lte', number | string][]).map(([operator, value]) => command[operator](value))
  if (not === null) parts.push(command.neq(null))
  return parts.reduce((whole, part) => whole.and(part))
}

/** Paths with dots, as the database itself has them. */
const added = ({ inc, push }: CloudSdkDatabase['command'], { items, counts }: Additions): object => ({
  ...Object.fromEntries(Object.entries(items).map(([field, { item, sortedBy }]) => [field, push({ each: [item], sort: { [sortedBy]: 1 } })])),
  ...Object.fromEntries(Object.entries(counts).map(([path, by]) => [path, inc(by)])),
})

const changed = ({ inc }: CloudSdkDatabase['command'], { set = {}, counts = {} }: Change): object => ({ ...set, ...Object.fromEntries(Object.entries(counts).map(([path, by]) => [path, inc(by)])) })

export function cloudDatabase(sdk: CloudSdkDatabase): Database {
  const where = (filter: Filter) => Object.fromEntries(Object.entries(filter).map(([field, condition]) => [field, translate(sdk.command, condition)]))
  return {
    get: (collection, id) => get(sdk, collection, id),
    set: (collection, document) => set(sdk, collection, document),
    remove: (collection, id) => remove(sdk, collection, id),
    find: async <T extends Stored>(collection: string, query: Parameters<Database['find']>[1]) => {
      let selection = sdk.collection(collection).where(where(query.where))
      for (const [field, direction] of query.orderBy ?? []) selection = selection.orderBy(field, direction)
      if (query.skip) selection = selection.skip(query.skip)
      if (query.fields) selection = selection.field(Object.fromEntries(query.fields.map((field) => [field, true])))
      return (await selection.limit(query.limit).get()).data as readonly T[]
    },
    count: async (collection, filter) => (await sdk.collection(collection).where(where(filter)).count()).total,
    add: async (collection, document) => {
      try {
        await sdk.collection(collection).add({ data: document })
        return true
      } catch (error) {
        if (isThereAlready(error)) return false
        throw error
      }
    },
    update: async (collection, filter, change) => (await sdk.collection(collection).where(where(filter)).update({ data: changed(sdk.command, change) })).stats.updated,
    transaction: (work) =>
      retryConflicts(async () => {
        const started = await sdk.startTransaction()
        const transaction: AddingTransaction = {
          get: (collection, id) => get(started, collection, id), set: (collection, document) => set(started, collection, document), remove: (collection, id) => remove(started, collection, id),
          addTo: async (collection, id, additions) => (await started.collection(collection).doc(id).update({ data: added(sdk.command, additions) })).stats.updated > 0,
        }
        try {
          const result = await work(transaction)
          await started.commit()
          return result
        } catch (error) {
          // A conflict has ended the transaction already; the rollback's own complaint would hide the cause.
          await started.rollback().catch(() => undefined)
          throw error
        }
      }),
  }
}
