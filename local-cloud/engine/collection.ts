import { duplicateKey } from '../errors'
import { decodeDocument, encode, type Document } from './document'
import { indexKeys, showKey, type IndexDefinition } from './indexes'
import { encodeKey } from './key'
import type { Plan } from './plan'
import type { Sql } from './sqlite'

export type StoredRow = { readonly rid: number; readonly text: string }
export type LiveIndex = IndexDefinition & { readonly table: string; multikey: boolean }

const FIRST_PAGE = 64
const LAST_PAGE = 1024

/** One collection on the disk: a table of documents, and a table of order-preserving keys for each index. */
export class Collection {
  private readonly table: string
  indexes: LiveIndex[] = []

  constructor(
    private readonly sql: Sql,
    readonly name: string,
    private readonly number: number,
    private readonly namespace: string,
  ) {
    this.table = `documents_${number}`
    sql.execute(`CREATE TABLE IF NOT EXISTS ${this.table} (rid INTEGER PRIMARY KEY, k BLOB UNIQUE NOT NULL, doc TEXT NOT NULL)`)
    sql.execute('CREATE TABLE IF NOT EXISTS indexes (name TEXT PRIMARY KEY, definition TEXT NOT NULL, multikey INTEGER NOT NULL)')
  }

  byId(key: Buffer): StoredRow | undefined {
    const row = this.sql.prepare(`SELECT rid, doc FROM ${this.table} WHERE k = ?`).get([key])
    return row && { rid: row[0] as number, text: row[1] as string }
  }

  count = (): number => this.sql.prepare(`SELECT count(*) FROM ${this.table}`).get([])![0] as number

  insert(key: Buffer, document: Document, text: string): void {
    if (this.byId(key)) throw duplicateKey(`${this.namespace}.${this.name}`, '_id_', `{ _id: ${JSON.stringify(document._id)} }`)
    const rid = this.sql.prepare(`INSERT INTO ${this.table} (k, doc) VALUES (?, ?)`).run([key, text])
    for (const index of this.indexes) this.addToIndex(index, rid, document)
  }

  replace(row: StoredRow, document: Document, text: string): void {
    this.sql.prepare(`UPDATE ${this.table} SET doc = ? WHERE rid = ?`).run([text, row.rid])
    if (this.indexes.length === 0) return
    const before = decodeDocument(row.text)
    for (const index of this.indexes) {
      if (sameKeys(indexKeys(before, index.keys).keys, indexKeys(document, index.keys).keys)) continue
      this.dropFromIndex(index, row.rid, before)
      this.addToIndex(index, row.rid, document)
    }
  }

  remove(row: StoredRow): void {
    this.sql.prepare(`DELETE FROM ${this.table} WHERE rid = ?`).run([row.rid])
    if (this.indexes.length === 0) return
    const before = decodeDocument(row.text)
    for (const index of this.indexes) this.dropFromIndex(index, row.rid, before)
  }

  /** The rows that hold a unique key. */
  holders = (index: LiveIndex, key: Buffer): number[] => this.sql.prepare(`SELECT rid FROM ${index.table} WHERE k = ?`).all([key]).map(([rid]) => rid as number)

  refuseDuplicate(index: IndexDefinition, document: Document): never {
    throw duplicateKey(`${this.namespace}.${this.name}`, index.name, showKey(document, index.keys))
  }

  /** Rows of a plan, page by page; each row once. */
  *scan(plan: Plan): Generator<StoredRow> {
    const index = this.indexes.find(({ name }) => name === plan.index)
    const seen = index?.multikey ? new Set<number>() : null
    const ranges = plan.backwards ? [...plan.ranges].reverse() : plan.ranges
    for (const { low, high } of ranges) {
      let size = FIRST_PAGE
      let after: [Buffer, number] | null = null
      for (;;) {
        const page: [number, string, Buffer][] = this.page(plan, index, low, high, after, size)
        for (const [rid, text] of page) {
          if (seen?.has(rid)) continue
          seen?.add(rid)
          yield { rid, text }
        }
        const last = page[page.length - 1]
        if (!last || page.length < size) break
        after = [last[2], last[0]]
        size = Math.min(size * 2, LAST_PAGE)
      }
    }
  }

  private page(plan: Plan, index: LiveIndex | undefined, low: Buffer, high: Buffer, after: [Buffer, number] | null, size: number): [number, string, Buffer][] {
    const way = plan.backwards ? 'DESC' : 'ASC'
    const beyond = plan.backwards ? '<' : '>'
    if (plan.index === null) {
      return this.sql.prepare(`SELECT rid, doc, k FROM ${this.table} WHERE rid > ? ORDER BY rid LIMIT ?`).all([after?.[1] ?? -1, size]) as never
    }
    const from = index ? `${index.table} x CROSS JOIN ${this.table} d ON d.rid = x.rid` : `${this.table} x`
    const columns = index ? 'd.rid, d.doc, x.k' : 'x.rid, x.doc, x.k'
    const start = after ? `AND (x.k, x.rid) ${beyond} (?, ?)` : ''
    return this.sql
      .prepare(`SELECT ${columns} FROM ${from} WHERE x.k >= ? AND x.k < ? ${start} ORDER BY x.k ${way}, x.rid ${way} LIMIT ?`)
      .all([low, high, ...(after ?? []), size]) as never
  }

  private addToIndex(index: LiveIndex, rid: number, document: Document): void {
    const { keys, multikey } = indexKeys(document, index.keys)
    if (multikey && !index.multikey) {
      index.multikey = true
      this.sql.prepare('UPDATE indexes SET multikey = 1 WHERE name = ?').run([index.table])
    }
    for (const key of keys) {
      if (index.unique && this.sql.prepare(`SELECT rid FROM ${index.table} WHERE k = ?`).get([key])) this.refuseDuplicate(index, document)
      this.sql.prepare(`INSERT INTO ${index.table} (k, rid) VALUES (?, ?)`).run([key, rid])
    }
  }

  private dropFromIndex(index: LiveIndex, rid: number, document: Document): void {
    for (const key of indexKeys(document, index.keys).keys) this.sql.prepare(`DELETE FROM ${index.table} WHERE k = ? AND rid = ?`).run([key, rid])
  }

  /** Makes the indexes on the disk equal to the file: a changed one is built anew, a vanished one is dropped. */
  declareIndexes(definitions: readonly IndexDefinition[]): void {
    this.sql.atomically(() => {
      const known = new Map(
        this.sql
          .prepare('SELECT name, definition, multikey FROM indexes WHERE name GLOB ?')
          .all([`index_${this.number}_*`])
          .map(([name, definition, multikey]) => [name as string, { definition, multikey }]),
      )
      const wanted = new Map(definitions.map((definition) => [`index_${this.number}_${Buffer.from(definition.name).toString('hex')}`, definition]))
      for (const [table, { definition }] of known) {
        const next = wanted.get(table)
        if (next && encode(next) === definition) continue
        this.sql.execute(`DROP TABLE ${table}`)
        this.sql.prepare('DELETE FROM indexes WHERE name = ?').run([table])
        known.delete(table)
      }
      this.indexes = [...wanted].map(([table, definition]) => ({ ...definition, table, multikey: known.get(table)?.multikey === 1 }))
      for (const index of this.indexes) if (!known.has(index.table)) this.build(index, wanted.get(index.table)!)
    })
  }

  private build(index: LiveIndex, definition: IndexDefinition): void {
    this.sql.execute(`CREATE TABLE ${index.table} (k BLOB NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY (k, rid)) WITHOUT ROWID`)
    this.sql.prepare('INSERT INTO indexes (name, definition, multikey) VALUES (?, ?, 0)').run([index.table, encode(definition)])
    for (const row of this.scan({ index: null, ranges: [{ low: Buffer.alloc(0), high: Buffer.alloc(0) }], backwards: false, sorted: true })) {
      this.addToIndex(index, row.rid, decodeDocument(row.text))
    }
  }
}

export const idKey = (id: unknown): Buffer => encodeKey(id)

const sameKeys = (a: readonly Buffer[], b: readonly Buffer[]): boolean => a.length === b.length && a.every((key, i) => key.equals(b[i]!))
