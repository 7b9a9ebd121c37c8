import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import path from 'node:path'
import { CloudError } from '../errors'
import { idKey } from '../engine/collection'
import { decodeDocument, type Document } from '../engine/document'
import { openSqlite, type Sql } from '../engine/sqlite'
import { textOf } from './lines'
import { Refused, damaged } from './refused'

const PAGE = 64
const HEADER = 'SQLite format 3\0'

/** The database of a stopped cloud, looked through for damage. Not opened as an engine: that would build and drop indexes. */
export function withDatabase<T>(dataDir: string, work: (sql: Sql) => T): T {
  const file = path.join(dataDir, 'documents.db')
  if (!existsSync(file)) throw new Refused(`没有本地云的数据 (no data of a local cloud here): ${file}`)
  // An emptied file would pass for a new database.
  if (headerOf(file) !== HEADER) throw damaged(file, '不是数据库文件 (not a database file)')
  return told(file, () => {
    const sql = openSqlite(file)
    try {
      const [first] = sql.prepare('PRAGMA integrity_check(1)').all([])
      if (first?.[0] !== 'ok') throw damaged(file, String(first?.[0]))
      return work(sql)
    } finally {
      closeQuietly(sql)
    }
  })
}

function headerOf(file: string): string {
  const header = Buffer.alloc(HEADER.length)
  const descriptor = openSync(file, 'r')
  readSync(descriptor, header, 0, HEADER.length, 0)
  closeSync(descriptor)
  return header.toString('latin1')
}

function told<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof CloudError && error.code === 'DATA_DIRECTORY_IN_USE') throw new Refused(`${error.message} 请先停止它 (stop it first)`)
    const code = String((error as { code?: unknown }).code)
    if (/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code) || /malformed|not a database|disk I\/O/i.test((error as Error).message)) throw damaged(file, (error as Error).message)
    throw error
  }
}

/** A damaged database may not close in good order; the reason is already on its way up. */
function closeQuietly(sql: Sql): void {
  try {
    sql.close()
  } catch (error) {
    void error
  }
}

export const hasTable = (sql: Sql, name: string): boolean => sql.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get([name]) !== undefined

export const collectionsOf = (sql: Sql): { name: string; number: number }[] =>
  sql
    .prepare('SELECT name, n FROM collections ORDER BY name')
    .all([])
    .map(([name, number]) => ({ name: name as string, number: number as number }))

/** Every document in the order of its `_id`. Texts come as bytes, so that what is no UTF-8 can be told. */
export function* documentsOf(sql: Sql, { name, number }: { name: string; number: number }): Generator<Document> {
  const statement = sql.prepare(`SELECT k, CAST(doc AS BLOB) FROM documents_${number} WHERE k > ? ORDER BY k LIMIT ${PAGE}`)
  for (let page = statement.all([Buffer.alloc(0)]); page.length > 0; page = statement.all([page[page.length - 1]![0]!])) {
    for (const [key, bytes] of page as [Buffer, Buffer][]) yield documentOf(key, bytes, name)
  }
}

function documentOf(key: Buffer, bytes: Buffer, name: string): Document {
  const where = `集合 ${name} 的文档 (a document of ${name}, key ${key.toString('hex').slice(0, 80)})`
  const text = textOf(bytes, where)
  let document: Document
  try {
    document = decodeDocument(text)
  } catch (error) {
    throw damaged(where, (error as Error).message)
  }
  if (!idKey(document._id).equals(key)) throw damaged(where, '_id 与键不符 (its _id is not its key)')
  return document
}
