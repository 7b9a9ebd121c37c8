import { idKey } from './collection'
import { decode, decodeDocument, type Document } from './document'
import { indexKeys, type IndexDefinition } from './indexes'
import type { Sql } from './sqlite'

const PAGE = 64
const PROBLEMS_MAX = 20
const utf8 = new TextDecoder('utf-8', { fatal: true })

export type StoredCollection = { readonly name: string; readonly number: number }
type StoredBytes = { readonly rid: number; readonly key: Buffer; readonly bytes: Buffer }

export const storedCollections = (sql: Sql): StoredCollection[] =>
  sql
    .prepare('SELECT name, n FROM collections ORDER BY name')
    .all([])
    .map(([name, number]) => ({ name: name as string, number: number as number }))

/** In the order of their keys. Texts come as bytes, so that what is no UTF-8 can be told. */
export function* storedDocuments(sql: Sql, { number }: StoredCollection): Generator<StoredBytes> {
  const statement = sql.prepare(`SELECT rid, k, CAST(doc AS BLOB) FROM documents_${number} WHERE k > ? ORDER BY k LIMIT ${PAGE}`)
  for (let page = statement.all([Buffer.alloc(0)]); page.length > 0; page = statement.all([page[page.length - 1]![1]!])) {
    for (const [rid, key, bytes] of page as [number, Buffer, Buffer][]) yield { rid, key, bytes }
  }
}

/** Throws what is wrong with it. */
export function soundDocument({ key, bytes }: StoredBytes): Document {
  const document = decodeDocument(textOf(bytes))
  if (!idKey(document._id).equals(key)) throw new Error('_id 与键不符 (its _id is not its key)')
  return document
}

function textOf(bytes: Buffer): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new Error('不是 UTF-8 (not UTF-8)')
  }
}

/** What does not hold together: texts that are no documents, keys that are not theirs, indexes with a key too many or too few. The first of them. */
export function verify(sql: Sql): string[] {
  const problems: string[] = []
  for (const problem of problemsIn(sql)) if (problems.push(problem) === PROBLEMS_MAX) break
  return problems
}

function* problemsIn(sql: Sql): Generator<string> {
  for (const collection of storedCollections(sql)) {
    const indexes = indexesOf(sql, collection)
    const keys = new Map(indexes.map(({ table }) => [table, 0]))
    for (const stored of storedDocuments(sql, collection)) {
      try {
        const document = soundDocument(stored)
        for (const { table, definition } of indexes) {
          const expected = indexKeys(document, definition.keys).keys
          keys.set(table, keys.get(table)! + expected.length)
          const held = sql.prepare(`SELECT count(*) FROM ${table} WHERE rid = ? AND k = ?`)
          if (expected.some((key) => held.get([stored.rid, key])![0] !== 1)) throw new Error(`不在索引 ${definition.name} 里 (missing in the index)`)
        }
      } catch (error) {
        yield `${collection.name} ${stored.key.toString('hex')}: ${(error as Error).message}`
      }
    }
    for (const { table, definition } of indexes) {
      const rows = sql.prepare(`SELECT count(*) FROM ${table}`).get([])![0]
      if (rows !== keys.get(table)) yield `${collection.name}: 索引 ${definition.name} 有 ${String(rows)} 个键，应有 ${keys.get(table)} 个 (a wrong number of keys)`
    }
  }
}

const indexesOf = (sql: Sql, { number }: StoredCollection): { table: string; definition: IndexDefinition }[] =>
  sql
    .prepare('SELECT name, definition FROM indexes WHERE name GLOB ?')
    .all([`index_${number}_*`])
    .map(([table, definition]) => ({ table: table as string, definition: decode(definition as string) as IndexDefinition }))
