import type { Engine } from '../../local-cloud/engine/openEngine'
import type { Additions, AddingTransaction, Change, Condition, Database, Filter, Order, Query, Scalar, Stored } from '../../store/database'
import { openLife, type openEngineDatabase } from './engineDatabase'

type Document = Stored & Readonly<Record<string, unknown>>
type Rows = Map<string, Document>
/** A document as the store wrote it, whatever it is called there. */
const as = <T>(document: Document): T => document as unknown as T

const valueAt = (document: object, path: string): unknown => (path.includes('.') ? path.split('.').reduce<unknown>((at, part) => (Array.isArray(at) ? at.map((each: unknown) => (each as Record<string, unknown> | null)?.[part]) : (at as Record<string, unknown> | null | undefined)?.[part]), document) : (document as Record<string, unknown>)[path])
/** Of two values of one kind; of different kinds neither bounds the other. */
const isWithin = (value: unknown, { gt, gte, lt, lte }: { gt?: Scalar; gte?: Scalar; lt?: Scalar; lte?: Scalar }): boolean => {
  const holds = (bound: Scalar | undefined, compare: (a: never, b: never) => boolean) => bound === undefined || (typeof bound === typeof value && compare(value as never, bound as never))
  return holds(gt, (a, b) => a > b) && holds(gte, (a, b) => a >= b) && holds(lt, (a, b) => a < b) && holds(lte, (a, b) => a <= b)
}
function holds(value: unknown, condition: Condition): boolean {
  if (condition === null) return value === null || value === undefined
  if (Array.isArray(value)) return value.some((each) => holds(each, condition))
  if (typeof condition !== 'object') return value === condition
  if ('in' in condition) return condition.in.some((each) => (each === null ? value === null || value === undefined : value === each))
  return (condition.not === undefined || (value !== null && value !== undefined)) && isWithin(value, condition)
}

/** Most of what is asked is that one field is one value. */
function testOf(path: string, condition: Condition): (document: Document) => boolean {
  if (path.includes('.') || condition === null || typeof condition === 'object') return (document) => holds(valueAt(document, path), condition)
  return (document) => document[path] === condition || (Array.isArray(document[path]) && holds(document[path], condition))
}

/** Nothing, then numbers, then words: as the platform orders them. */
const rank = (value: unknown): number => (value === null || value === undefined ? 0 : typeof value === 'number' ? 1 : 2)
function compare(a: unknown, b: unknown): number {
  if (rank(a) !== rank(b)) return rank(a) - rank(b)
  return a === b || rank(a) === 0 ? 0 : (a as number) < (b as number) ? -1 : 1
}
const byOrder = (order: Order) => (a: Document, b: Document): number => {
  for (const [field, direction] of order) {
    const difference = compare(valueAt(a, field), valueAt(b, field))
    if (difference !== 0) return direction === 'asc' ? difference : -difference
  }
  return 0
}

function setAt(document: Record<string, unknown>, path: string, change: (before: unknown) => unknown): void {
  const parts = path.split('.')
  const last = parts.pop()!
  const holder = parts.reduce<Record<string, unknown>>((at, part) => (at[part] ??= {}) as Record<string, unknown>, document)
  holder[last] = change(holder[last])
}
const copy = (document: Document): Record<string, unknown> => JSON.parse(JSON.stringify(document)) as Record<string, unknown>
function changed(document: Document, { set = {}, counts = {} }: Change): Document {
  const fresh = copy(document)
  for (const [path, value] of Object.entries(set)) setAt(fresh, path, () => value)
  for (const [path, count] of Object.entries(counts)) setAt(fresh, path, (before) => ((before as number | undefined) ?? 0) + count)
  return fresh as Document
}
function added(document: Document, { items, counts }: Additions): Document {
  const fresh = copy(changed(document, { counts }))
  for (const [path, { item, sortedBy }] of Object.entries(items)) setAt(fresh, path, (before) => [...((before as object[] | undefined) ?? []), item].sort((a, b) => compare(valueAt(a, sortedBy), valueAt(b, sortedBy))))
  return fresh as Document
}

type MemoryDatabase = Database & { readonly look: (collection: string, query: Query) => readonly Document[]; readonly insert: (collection: string, documents: readonly Stored[]) => void }

/**
 * A database of plain maps, for who plays a town through years: one transaction after the other, and nothing but the store's own few calls. What is read must not be
 * written to, as everywhere.
 */
export function memoryDatabase(): MemoryDatabase {
  const collections = new Map<string, Rows>()
  const rowsOf = (collection: string): Rows => {
    const rows = collections.get(collection) ?? new Map<string, Document>()
    collections.set(collection, rows)
    return rows
  }
  const put = (collection: string, document: Stored) => void rowsOf(collection).set(document._id, copy(document) as Document)
  const select = (collection: string, where: Filter): Document[] => {
    const tests = Object.entries(where).map(([path, condition]) => testOf(path, condition))
    const id = where._id
    const rows = rowsOf(collection)
    const found: Document[] = []
    for (const document of typeof id === 'string' ? [rows.get(id)] : rows.values()) if (document && tests.every((test) => test(document))) found.push(document)
    return found
  }
  const find = (collection: string, { where, orderBy, skip = 0, limit, fields }: Query): readonly Document[] => {
    const found = select(collection, where)
    if (orderBy) found.sort(byOrder(orderBy))
    const page = found.slice(skip, skip + limit)
    return fields ? page.map((document) => Object.fromEntries(['_id', ...fields].flatMap((field) => (field in document ? [[field, document[field]]] : []))) as Document) : page
  }
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const own = turn.then(work)
    turn = own.catch(() => undefined)
    return own
  }
  /** Writes wait in the transaction until it ends. */
  async function transact<T>(work: (transaction: AddingTransaction) => Promise<T>): Promise<T> {
    const writes = new Map<string, { collection: string; id: string; document: Document | null }>()
    const write = (collection: string, id: string, document: Document | null) => void writes.set(`${collection} ${id}`, { collection, id, document })
    const read = (collection: string, id: string): Document | null => {
      const written = writes.get(`${collection} ${id}`)
      return written ? written.document : (rowsOf(collection).get(id) ?? null)
    }
    const result = await work({
      get: async <Of extends Stored>(collection: string, id: string) => {
        const document = read(collection, id)
        return document && as<Of>(document)
      },
      set: async (collection, document) => write(collection, document._id, copy(document) as Document),
      remove: async (collection, id) => write(collection, id, null),
      addTo: async (collection, id, additions) => {
        const document = read(collection, id)
        if (document) write(collection, id, added(document, additions))
        return document !== null
      },
    })
    for (const { collection, id, document } of writes.values()) {
      if (document === null) rowsOf(collection).delete(id)
      else rowsOf(collection).set(id, document)
    }
    return result
  }
  return {
    look: find,
    insert: (collection, documents) => documents.forEach((document) => put(collection, document)),
    get: async <T extends Stored>(collection: string, id: string) => {
      const document = rowsOf(collection).get(id)
      return document ? as<T>(document) : null
    },
    set: async (collection, document) => put(collection, document),
    remove: async (collection, id) => void rowsOf(collection).delete(id),
    find: async <T extends Stored>(collection: string, query: Query) => find(collection, query).map((document) => as<T>(document)),
    count: async (collection, where) => select(collection, where).length,
    add: async (collection, document) => {
      if (rowsOf(collection).has(document._id)) return false
      put(collection, document)
      return true
    },
    update: async (collection, where, change) => {
      const found = select(collection, where)
      for (const document of found) rowsOf(collection).set(document._id, changed(document, change))
      return found.length
    },
    transaction: (work) => inTurn(() => transact(work)),
  }
}

type Asked = { readonly filter?: Readonly<Record<string, Scalar | { readonly $gt: number }>>; readonly sort?: readonly (readonly [string, 1 | -1])[]; readonly limit?: number }

/** What `openTown` stands on otherwise than on the engine. Of an engine it has what a town's own looks ask for, and no more. */
export function openMemoryDatabase(): ReturnType<typeof openEngineDatabase> {
  const database = memoryDatabase()
  const { life, around } = openLife()
  const find = (collection: string, { filter = {}, sort = [], limit = Infinity }: Asked = {}): readonly Document[] =>
    database.look(collection, {
      where: Object.fromEntries(Object.entries(filter).map(([field, condition]) => [field, condition !== null && typeof condition === 'object' ? { gt: condition.$gt } : condition])),
      orderBy: sort.map(([field, direction]) => [field, direction === 1 ? 'asc' : 'desc'] as const), limit,
    })
  return { engine: { find, insert: database.insert, close: () => undefined } as unknown as Engine, database, life, around }
}
