import { duplicateKey } from '../errors'
import { decodeDocument, type Document } from './document'
import { assertGeometry } from './geo/indexed'
import { IndexTables, type TakenKey } from './indexTables'
import { encodeKey } from './key'
import type { Plan, Range, Step } from './plan'
import type { Sql } from './sqlite'

export type StoredRow = { readonly rid: number; readonly text: string }
type Page = readonly (readonly [rid: number, text: string, key: Buffer])[]

type KeyedRow = StoredRow & { readonly key: Buffer }
/** Where the reading of one of several ranges stands; its key without the beginning. */
type Head = { readonly rows: Iterator<KeyedRow>; readonly beginning: number; readonly row: KeyedRow; readonly key: Buffer }

const FIRST_PAGE = 64
/** Of many ranges together a page is made: of each a few rows may do. */
const FIRST_MERGED_PAGE = 8
const LAST_PAGE = 1024

/** One collection on the disk: a table of documents, and a table of order-preserving keys for each index. */
export class Collection {
  private readonly table: string
  readonly indexTables: IndexTables
  /** Fields with a 2dsphere index. It has no keys on the disk: what is near is found by looking at all of them. */
  geoPaths: readonly string[] = []

  constructor(
    private readonly sql: Sql,
    readonly name: string,
    number: number,
    private readonly namespace: string,
  ) {
    this.table = `documents_${number}`
    sql.execute(`CREATE TABLE IF NOT EXISTS ${this.table} (rid INTEGER PRIMARY KEY, k BLOB UNIQUE NOT NULL, doc TEXT NOT NULL)`)
    this.indexTables = new IndexTables(sql, number, this.table, `${namespace}.${name}`)
  }

  get indexes() {
    return this.indexTables.live
  }

  byId(key: Buffer): StoredRow | undefined {
    const row = this.sql.prepare(`SELECT rid, doc FROM ${this.table} WHERE k = ?`).get([key])
    return row && { rid: row[0] as number, text: row[1] as string }
  }

  count = (): number => this.sql.prepare(`SELECT count(*) FROM ${this.table}`).get([])![0] as number

  refuseDuplicateId(document: Document): never {
    throw duplicateKey(`${this.namespace}.${this.name}`, '_id_', `{ _id: ${JSON.stringify(document._id)} }`)
  }

  /** Answers the unique keys it has taken: whether they were free is asked by the caller, who may have more to write first. */
  insert(key: Buffer, document: Document, text: string): TakenKey[] {
    if (this.byId(key)) this.refuseDuplicateId(document)
    assertGeometry(document, this.geoPaths)
    const rid = this.sql.prepare(`INSERT INTO ${this.table} (k, doc) VALUES (?, ?)`).run([key, text])
    return this.indexTables.add(rid, document)
  }

  replace(row: StoredRow, document: Document, text: string): TakenKey[] {
    assertGeometry(document, this.geoPaths)
    this.sql.prepare(`UPDATE ${this.table} SET doc = ? WHERE rid = ?`).run([text, row.rid])
    return this.indexes.length === 0 ? [] : this.indexTables.change(row.rid, decodeDocument(row.text), document)
  }

  remove(row: StoredRow): void {
    this.sql.prepare(`DELETE FROM ${this.table} WHERE rid = ?`).run([row.rid])
    if (this.indexes.length > 0) this.indexTables.drop(row.rid, decodeDocument(row.text))
  }

  /** Rows of a plan, page by page; each row once. */
  *scan({ steps }: Plan): Generator<StoredRow> {
    const isSeveral = steps.length > 1 || steps.some(({ index }) => this.indexes.find(({ name }) => name === index)?.multikey)
    const seen = isSeveral ? new Set<number>() : null
    for (const step of steps) {
      for (const row of step.merged ? this.merged(step, step.merged) : this.inTurn(step)) {
        if (seen?.has(row.rid)) continue
        seen?.add(row.rid)
        yield row
      }
    }
  }

  private *inTurn(step: Step): Generator<KeyedRow> {
    for (const range of step.backwards ? [...step.ranges].reverse() : step.ranges) yield* this.rows(step, range, FIRST_PAGE)
  }

  /** All ranges side by side: each time the row that comes first by what follows the range's own beginning. */
  private *merged(step: Step, beginnings: readonly number[]): Generator<KeyedRow> {
    const way = step.backwards ? -1 : 1
    const heads = step.ranges.flatMap((range, i) => nextHead({ rows: this.rows(step, range, FIRST_MERGED_PAGE), beginning: beginnings[i]! }))
    const isBefore = (a: Head, b: Head) => way * (Buffer.compare(a.key, b.key) || a.row.rid - b.row.rid) < 0
    while (heads.length > 0) {
      const first = heads.reduce((best, head) => (isBefore(head, best) ? head : best))
      yield first.row
      heads.splice(heads.indexOf(first), 1, ...nextHead(first))
    }
  }

  private *rows(step: Step, range: Range, firstPage: number): Generator<KeyedRow> {
    let size = firstPage
    let after: readonly [Buffer, number] | null = null
    for (;;) {
      const page: Page = this.page(step, range, after, size)
      for (const [rid, text, key] of page) yield { rid, text, key }
      const last = page[page.length - 1]
      if (!last || page.length < size) return
      after = [last[2], last[0]]
      size = Math.min(size * 2, LAST_PAGE)
    }
  }

  private page({ index, backwards }: Step, { low, high }: Range, after: readonly [Buffer, number] | null, size: number): Page {
    if (index === null) {
      return this.sql.prepare(`SELECT rid, doc, k FROM ${this.table} WHERE rid > ? ORDER BY rid LIMIT ?`).all([after?.[1] ?? -1, size]) as never
    }
    const table = this.indexes.find(({ name }) => name === index)?.table
    const [way, beyond] = backwards ? ['DESC', '<'] : ['ASC', '>']
    const from = table ? `${table} x CROSS JOIN ${this.table} d ON d.rid = x.rid` : `${this.table} x`
    const columns = table ? 'd.rid, d.doc, x.k' : 'x.rid, x.doc, x.k'
    const start = after ? `AND (x.k, x.rid) ${beyond} (?, ?)` : ''
    return this.sql
      .prepare(`SELECT ${columns} FROM ${from} WHERE x.k >= ? AND x.k < ? ${start} ORDER BY x.k ${way}, x.rid ${way} LIMIT ?`)
      .all([low, high, ...(after ?? []), size]) as never
  }
}

function nextHead({ rows, beginning }: Pick<Head, 'rows' | 'beginning'>): Head[] {
  const next = rows.next()
  return next.done ? [] : [{ rows, beginning, row: next.value, key: next.value.key.subarray(beginning) }]
}

export const idKey = (id: unknown): Buffer => encodeKey(id)
