import { CloudError } from '../errors'
import { openDriver, type Driver, type Parameter, type Row } from './driver'
import { assertUsable, damagedFile, told } from './failures'

export type { Parameter, Row } from './driver'
export type Statement = { all(parameters: Parameter[]): Row[]; get(parameters: Parameter[]): Row | undefined; run(parameters: Parameter[]): number }
export type Sql = {
  prepare(text: string): Statement
  execute(text: string): void
  /** All or nothing; nothing inside may await. */
  atomically<T>(work: () => T): T
  /** What earlier documents left in the write-ahead log is gone: the file holds the documents as they are, and nothing of how they came to be. */
  forgetLog(): void
  close(): void
}

const EMPTY_LOG = 'PRAGMA wal_checkpoint(TRUNCATE)'

/** Of the tables on the disk. A higher one was written by a local cloud to come. */
const VERSION = 1

export function openSqlite(file: string): Sql {
  if (file !== ':memory:') assertUsable(file)
  const saying = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw told(file, error)
    }
  }
  const driver = openDriver(file)
  try {
    saying(() => setUp(driver, file))
  } catch (error) {
    driver.close()
    throw error
  }
  const prepared = new Map<string, Statement>()
  const prepare = (text: string): Statement => {
    const statement = prepared.get(text) ?? statementOf(driver, text, saying)
    prepared.set(text, statement)
    return statement
  }
  return {
    prepare,
    execute: (text) => saying(() => driver.execute(text)),
    atomically: atomicallyOn(driver, prepare('BEGIN IMMEDIATE'), prepare('COMMIT')),
    forgetLog: () => void prepare(EMPTY_LOG).all([]),
    close() {
      // Closing waits for the garbage collector to free each statement, and would hold the lock until then: give it back first.
      driver.prepare('PRAGMA journal_mode = DELETE').all([])
      driver.prepare('PRAGMA locking_mode = NORMAL').all([])
      driver.prepare('SELECT count(*) FROM collections').all([])
      driver.close()
    },
  }
}

function statementOf(driver: Driver, text: string, saying: <T>(work: () => T) => T): Statement {
  const native = saying(() => driver.prepare(text))
  const all = (parameters: Parameter[]) => saying(() => native.all(parameters))
  return { all, get: (parameters) => all(parameters)[0], run: (parameters) => saying(() => native.run(parameters)) }
}

/** Nothing is written before everything has been looked through: what is refused is left as it was. */
function setUp(driver: Driver, file: string): void {
  const first = (text: string) => driver.prepare(text).all([])[0]?.[0]
  // Exclusive: a second process cannot open the same data, and a killed one leaves no lock behind.
  first('PRAGMA locking_mode = EXCLUSIVE')
  const version = Number(first('PRAGMA user_version'))
  if (version > VERSION) {
    throw new CloudError('DATA_TOO_NEW', `数据由更新的本地云写成，格式 ${version}，此版本只认到 ${VERSION} (written by a newer local cloud): ${file}。请升级本地云，或从旧备份恢复 (upgrade, or restore an older backup)`)
  }
  const isForeign = first('SELECT count(*) FROM sqlite_master') !== 0 && first("SELECT count(*) FROM sqlite_master WHERE name = 'collections'") === 0
  if (isForeign) throw new CloudError('DATA_UNUSABLE', `不是本地云的数据 (not the data of a local cloud): ${file}`)
  // About a millisecond for each megabyte.
  const health = String(first('PRAGMA quick_check(1)'))
  if (health !== 'ok') throw damagedFile(file, health)
  first('PRAGMA journal_mode = WAL')
  driver.execute('PRAGMA synchronous = NORMAL')
  // What is deleted or written over is overwritten with zeros: nobody reads it from the file later.
  first('PRAGMA secure_delete = ON')
  driver.execute('CREATE TABLE IF NOT EXISTS collections (n INTEGER PRIMARY KEY, name TEXT UNIQUE)')
  if (version < VERSION) driver.execute(`PRAGMA user_version = ${VERSION}`)
  // A killed cloud has left its log.
  first(EMPTY_LOG)
}

function atomicallyOn(driver: Driver, begin: Statement, commit: Statement): Sql['atomically'] {
  let isInside = false
  /** SQLite rolls back by itself when the disk is full; asked again it would complain. */
  const undo = () => {
    if (driver.isInside()) driver.execute('ROLLBACK')
  }
  return (work) => {
    if (isInside) return work()
    // Only if the last ROLLBACK failed as well.
    undo()
    begin.run([])
    isInside = true
    try {
      const result = work()
      commit.run([])
      return result
    } catch (error) {
      try {
        undo()
      } catch (failure) {
        // The first error is the reason; the rollback is tried again before the next BEGIN.
        void failure
      }
      throw error
    } finally {
      isInside = false
    }
  }
}
