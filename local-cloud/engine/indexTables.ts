import { duplicateKey } from '../errors'
import { decodeDocument, encode, type Document } from './document'
import { indexKeys, showKey, type IndexDefinition, type Multikey } from './indexes'
import type { Sql } from './sqlite'

export type LiveIndex = IndexDefinition & { readonly table: string; multikey: Multikey }
/** A key of a unique index that a document has taken, or is about to. */
export type TakenKey = { readonly index: LiveIndex; readonly key: Buffer }

const BUILD_PAGE = 500

/** The keys of one collection's documents, a table for each index. */
export class IndexTables {
  live: LiveIndex[] = []

  constructor(
    private readonly sql: Sql,
    private readonly number: number,
    private readonly documents: string,
    private readonly namespace: string,
  ) {
    sql.execute('CREATE TABLE IF NOT EXISTS indexes (name TEXT PRIMARY KEY, definition TEXT NOT NULL, multikey INTEGER NOT NULL)')
  }

  add = (rid: number, document: Document): TakenKey[] => this.live.flatMap((index) => this.addTo(index, rid, document))

  drop(rid: number, document: Document): void {
    for (const index of this.live) this.dropFrom(index, rid, document)
  }

  change = (rid: number, before: Document, after: Document): TakenKey[] =>
    this.live.flatMap((index) => {
      if (sameKeys(indexKeys(before, index.keys).keys, indexKeys(after, index.keys).keys)) return []
      this.dropFrom(index, rid, before)
      return this.addTo(index, rid, after)
    })

  uniqueKeysOf = (document: Document): TakenKey[] => this.live.filter(({ unique }) => unique).flatMap((index) => indexKeys(document, index.keys).keys.map((key) => ({ index, key })))

  /** The documents, by their keys, that hold a key of an index. */
  holders = ({ index, key }: TakenKey): Buffer[] =>
    this.sql.prepare(`SELECT d.k FROM ${index.table} x JOIN ${this.documents} d ON d.rid = x.rid WHERE x.k = ? LIMIT 2`).all([key]).map(([holder]) => holder as Buffer)

  assertOnlyOne(taken: readonly TakenKey[], document: Document): void {
    for (const { index, key } of taken) {
      if (this.sql.prepare(`SELECT rid FROM ${index.table} WHERE k = ? LIMIT 2`).all([key]).length > 1) this.refuseDuplicate(index, document)
    }
  }

  refuseDuplicate(index: IndexDefinition, document: Document): never {
    throw duplicateKey(this.namespace, index.name, showKey(document, index.keys))
  }

  private addTo(index: LiveIndex, rid: number, document: Document): TakenKey[] {
    const { keys, multikey } = indexKeys(document, index.keys)
    if (multikey !== 0) {
      index.multikey |= multikey
      // Said each time: the first time may have been rolled back.
      this.sql.prepare('UPDATE indexes SET multikey = multikey | ? WHERE name = ? AND multikey & ? = 0').run([multikey, index.table, multikey])
    }
    const insert = this.sql.prepare(`INSERT INTO ${index.table} (k, rid) VALUES (?, ?)`)
    for (const key of keys) insert.run([key, rid])
    return index.unique ? keys.map((key) => ({ index, key })) : []
  }

  private dropFrom(index: LiveIndex, rid: number, document: Document): void {
    const remove = this.sql.prepare(`DELETE FROM ${index.table} WHERE k = ? AND rid = ?`)
    for (const key of indexKeys(document, index.keys).keys) remove.run([key, rid])
  }

  /** Makes the indexes on the disk equal to the file: a changed one is built anew, a vanished one is dropped. */
  declare(definitions: readonly IndexDefinition[]): void {
    this.sql.atomically(() => {
      const known = this.onDisk()
      const wanted = new Map(definitions.map((definition) => [`index_${this.number}_${Buffer.from(definition.name).toString('hex')}`, definition]))
      for (const [table, { definition }] of known) {
        const next = wanted.get(table)
        if (next && encode(next) === definition) continue
        this.sql.execute(`DROP TABLE ${table}`)
        this.sql.prepare('DELETE FROM indexes WHERE name = ?').run([table])
        known.delete(table)
      }
      this.live = [...wanted].map(([table, definition]) => ({ ...definition, table, multikey: Number(known.get(table)?.multikey ?? 0) }))
      for (const index of this.live) if (!known.has(index.table)) this.build(index, wanted.get(index.table)!)
    })
  }

  private onDisk() {
    const rows = this.sql.prepare('SELECT name, definition, multikey FROM indexes WHERE name GLOB ?').all([`index_${this.number}_*`])
    return new Map(rows.map(([name, definition, multikey]) => [name as string, { definition, multikey }]))
  }

  private build(index: LiveIndex, definition: IndexDefinition): void {
    this.sql.execute(`CREATE TABLE ${index.table} (k BLOB NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY (k, rid)) WITHOUT ROWID`)
    this.sql.prepare('INSERT INTO indexes (name, definition, multikey) VALUES (?, ?, 0)').run([index.table, encode(definition)])
    const pages = this.sql.prepare(`SELECT rid, doc FROM ${this.documents} WHERE rid > ? ORDER BY rid LIMIT ${BUILD_PAGE}`)
    for (let page = pages.all([-1]); page.length > 0; page = pages.all([page[page.length - 1]![0]!])) {
      for (const [rid, text] of page) {
        const document = decodeDocument(text as string)
        this.assertOnlyOne(this.addTo(index, rid as number, document), document)
      }
    }
  }
}

const sameKeys = (a: readonly Buffer[], b: readonly Buffer[]): boolean => a.length === b.length && a.every((key, i) => key.equals(b[i]!))
