import Libsql from 'libsql'

export type Parameter = string | number | Buffer | null
export type Row = Parameter[]
export type Driver = ReturnType<typeof openDriver>

/**
 * The one file that knows which SQLite this is. libsql has four habits to respect: parameters go in as ONE array (a bare Buffer aborts
 * the process); nothing is iterated lazily (an abandoned cursor keeps the write-ahead log from shrinking); `get` is never asked of a
 * statement, because after an `all` of the same statement it answers with that one's row; and what cannot be opened aborts the process
 * when it is first used, so that is looked at beforehand.
 */
export function openDriver(file: string) {
  const database = new Libsql(file)
  return {
    prepare(text: string) {
      const native = database.prepare(text)
      const rows = native.reader ? native.raw() : native
      return { all: (parameters: Parameter[]) => rows.all(parameters) as Row[], run: (parameters: Parameter[]) => Number(rows.run(parameters).lastInsertRowid) }
    },
    execute: (text: string): void => void database.exec(text),
    isInside: (): boolean => database.inTransaction,
    close: (): void => void database.close(),
  }
}
