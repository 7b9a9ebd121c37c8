import { randomBytes } from 'node:crypto'
import { createReadStream, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { CloudError } from '../errors'
import type { Sql } from '../engine/sqlite'

/** `owner`: who uploaded it; null: a function wrote it. */
export type StoredFile = { readonly path: string; readonly size: number; readonly at: number; readonly location: string; readonly owner: string | null }
export type Files = ReturnType<typeof openFiles>

/** Characters are checked because a path ends up in URLs; the bytes lie under a random name, so a path leads nowhere on the disk. */
export function assertCloudPath(cloudPath: string): void {
  const segments = cloudPath.split('/')
  // eslint-disable-next-line no-control-regex -- control characters are what is being refused
  const isBad = Buffer.byteLength(cloudPath) > 850 || /[\x00-\x1f\x7f\\?#%:|"<>]/.test(cloudPath) || segments.some((segment) => segment === '' || segment === '.' || segment === '..')
  if (isBad) throw new CloudError('STORAGE_SIGN_PARAM_INVALID', `云存储路径无效 (invalid cloudPath): ${cloudPath.slice(0, 100)}`)
}

/** Under such a name the bytes lie. */
const NAME = /^[0-9a-f]{32}$/

export type FilesOptions = {
  readonly directory: string
  readonly sql: Sql
  readonly now: () => number
  readonly bytesMax: number
  /** Another one in tests: a disk that is full. */
  readonly write?: (location: string, content: Buffer) => void
}

export function openFiles({ directory, sql, now, bytesMax, write = writeFileSync }: FilesOptions) {
  mkdirSync(directory, { recursive: true })
  sql.execute('CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, location TEXT NOT NULL, size INTEGER NOT NULL, at INTEGER NOT NULL, owner TEXT)')
  // Of a folder from before files had owners.
  if (!sql.prepare('SELECT name FROM pragma_table_info(?)').all(['files']).some(([name]) => name === 'owner')) sql.execute('ALTER TABLE files ADD COLUMN owner TEXT')
  sweep()

  /** Bytes whose row was never written, or already removed, by a process that was killed between the two. */
  function sweep(): void {
    const known = new Set(sql.prepare('SELECT location FROM files').all([]).map(([location]) => location))
    for (const name of readdirSync(directory)) if (NAME.test(name) && !known.has(name)) rmSync(path.join(directory, name), { force: true })
  }

  const find = (cloudPath: string): StoredFile | undefined => {
    const row = sql.prepare('SELECT location, size, at, owner FROM files WHERE path = ?').get([cloudPath])
    return row && { path: cloudPath, location: path.join(directory, row[0] as string), size: row[1] as number, at: row[2] as number, owner: row[3] as string | null }
  }

  /** The bytes first, then the row: a file is either whole or not there. A function writes over any file, a person over the own ones (仅创建者可写). */
  function put(cloudPath: string, content: Buffer, owner: string | null = null): void {
    assertCloudPath(cloudPath)
    const name = randomBytes(16).toString('hex')
    const before = find(cloudPath)
    if (before && owner !== null && before.owner !== owner) throw new CloudError('STORAGE_EXCEED_AUTHORITY', `这个文件是别人的，不能覆盖 (permission denied: the file is another one's): ${cloudPath.slice(0, 100)}`)
    try {
      write(path.join(directory, name), content)
      sql.prepare('INSERT OR REPLACE INTO files (path, location, size, at, owner) VALUES (?, ?, ?, ?, ?)').run([cloudPath, name, content.length, now(), owner])
    } catch (error) {
      rmSync(path.join(directory, name), { force: true })
      throw (error as NodeJS.ErrnoException).code === 'ENOSPC' ? new CloudError('STORAGE_REQUEST_FAIL', '磁盘已满，文件没有保存 (no space left on the disk, the file was not kept)') : error
    }
    if (before) rmSync(before.location, { force: true })
  }

  function remove(cloudPath: string): boolean {
    const file = find(cloudPath)
    if (!file) return false
    sql.prepare('DELETE FROM files WHERE path = ?').run([cloudPath])
    rmSync(file.location, { force: true })
    return true
  }

  /** Newest first. Compared as they begin, because LIKE would read `_` and `%` as its own. */
  const list = ({ prefix, skip, limit }: { prefix: string; skip: number; limit: number }): Omit<StoredFile, 'location' | 'owner'>[] =>
    sql
      .prepare('SELECT path, size, at FROM files WHERE substr(path, 1, length(?1)) = ?1 ORDER BY at DESC, path LIMIT ?2 OFFSET ?3')
      .all([prefix, limit, skip])
      .map(([cloudPath, size, at]) => ({ path: cloudPath as string, size: size as number, at: at as number }))

  return { bytesMax, find, list, put, remove, open: (file: StoredFile) => createReadStream(file.location) }
}
