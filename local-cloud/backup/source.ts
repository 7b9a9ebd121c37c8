import { existsSync } from 'node:fs'
import path from 'node:path'
import { CloudError } from '../errors'
import type { Document } from '../engine/document'
import { openSqlite, type Sql } from '../engine/sqlite'
import { soundDocument, storedDocuments, type StoredCollection } from '../engine/verify'
import { Refused, damaged } from './refused'

/** The database of a stopped cloud, looked through for damage. Not opened as an engine: that would build and drop indexes. */
export function withDatabase<T>(dataDir: string, work: (sql: Sql) => T): T {
  const file = path.join(dataDir, 'documents.db')
  if (!existsSync(file)) throw new Refused(`没有本地云的数据 (no data of a local cloud here): ${file}`)
  return told(() => {
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

function told<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof CloudError)) throw error
    throw new Refused(error.code === 'DATA_DIRECTORY_IN_USE' ? `${error.message} 请先停止它 (stop it first)` : error.message)
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

/** Every document in the order of its `_id`. */
export function* documentsOf(sql: Sql, collection: StoredCollection): Generator<Document> {
  for (const stored of storedDocuments(sql, collection)) {
    try {
      yield soundDocument(stored)
    } catch (error) {
      throw damaged(`集合 ${collection.name} 的文档 (a document of ${collection.name}, key ${stored.key.toString('hex').slice(0, 80)})`, (error as Error).message)
    }
  }
}
