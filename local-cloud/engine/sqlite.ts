import Sqlite from 'libsql'
import { CloudError } from '../errors'

/**
 * libsql has three habits to respect: parameters go in as ONE array (a bare Buffer aborts the process); nothing is iterated lazily
 * (an abandoned cursor keeps the write-ahead log from shrinking); and `get` is never asked of a statement, because after an `all` of
 * the same statement it answers with that one's row.
 */
export type Parameter = string | number | Buffer | null
export type Row = Parameter[]
export type Statement = { all(parameters: Parameter[]): Row[]; get(parameters: Parameter[]): Row | undefined; run(parameters: Parameter[]): number }
export type Sql = {
  prepare(text: string): Statement
  execute(text: string): void
  /** All or nothing; nothing inside may await. */
  atomically<T>(work: () => T): T
  close(): void
}

export function openSqlite(file: string): Sql {
  const database = new Sqlite(file)
  try {
    // Exclusive: a second process cannot open the same data, and a killed one leaves no lock behind.
    database.pragma('locking_mode = EXCLUSIVE')
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = NORMAL')
    database.exec('CREATE TABLE IF NOT EXISTS collections (n INTEGER PRIMARY KEY, name TEXT UNIQUE)')
  } catch (error) {
    database.close()
    if (!/locked|busy/i.test((error as Error).message)) throw error
    throw new CloudError('DATA_DIRECTORY_IN_USE', `数据目录正被另一个本地云使用 (the data is in use by another local cloud): ${file}`)
  }
  const prepared = new Map<string, Statement>()
  const prepare = (text: string): Statement => {
    let statement = prepared.get(text)
    if (!statement) {
      const native = database.prepare(text)
      const rows = native.reader ? native.raw() : native
      statement = {
        all: (parameters) => rows.all(parameters) as Row[],
        get: (parameters) => (rows.all(parameters) as Row[])[0],
        run: (parameters) => Number(rows.run(parameters).lastInsertRowid),
      }
      prepared.set(text, statement)
    }
    return statement
  }
  const begin = prepare('BEGIN IMMEDIATE')
  const commit = prepare('COMMIT')
  let isInside = false
  return {
    prepare,
    execute: (text) => void database.exec(text),
    atomically(work) {
      if (isInside) return work()
      begin.run([])
      isInside = true
      try {
        const result = work()
        commit.run([])
        return result
      } catch (error) {
        database.exec('ROLLBACK')
        throw error
      } finally {
        isInside = false
      }
    },
    close() {
      // Closing waits for the garbage collector to free each statement, and would hold the lock until then: give it back first.
      database.pragma('journal_mode = DELETE')
      database.pragma('locking_mode = NORMAL')
      database.prepare('SELECT count(*) FROM collections').get([])
      database.close()
    },
  }
}
