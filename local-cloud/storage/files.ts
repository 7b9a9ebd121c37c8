import { randomBytes } from 'node:crypto'
import { createReadStream, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { CloudError } from '../errors'
import type { Sql } from '../engine/sqlite'

export type StoredFile = { readonly path: string; readonly size: number; readonly at: number; readonly location: string }
export type Files = ReturnType<typeof openFiles>

/** Characters are checked because a path ends up in URLs; the bytes lie under a random name, so a path leads nowhere on the disk. */
export function assertCloudPath(cloudPath: string): void {
  const segments = cloudPath.split('/')
  // eslint-disable-next-line no-control-regex -- control characters are what is being refused
  const isBad = Buffer.byteLength(cloudPath) > 850 || /[\x00-\x1f\x7f\\?#%*:|"<>]/.test(cloudPath) || segments.some((segment) => segment === '' || segment === '.' || segment === '..')
  if (isBad) throw new CloudError('STORAGE_SIGN_PARAM_INVALID', `云存储路径无效 (invalid cloudPath): ${cloudPath.slice(0, 100)}`)
}

export function openFiles({ directory, sql, now, bytesMax }: { directory: string; sql: Sql; now: () => number; bytesMax: number }) {
  mkdirSync(directory, { recursive: true })
  sql.execute('CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, location TEXT NOT NULL, size INTEGER NOT NULL, at INTEGER NOT NULL)')

  const find = (cloudPath: string): StoredFile | undefined => {
    const row = sql.prepare('SELECT location, size, at FROM files WHERE path = ?').get([cloudPath])
    return row && { path: cloudPath, location: path.join(directory, row[0] as string), size: row[1] as number, at: row[2] as number }
  }

  /** The bytes first, then the row: a file is either whole or not there. */
  function put(cloudPath: string, content: Buffer): void {
    assertCloudPath(cloudPath)
    const name = randomBytes(16).toString('hex')
    writeFileSync(path.join(directory, name), content)
    const before = find(cloudPath)
    sql.prepare('INSERT OR REPLACE INTO files (path, location, size, at) VALUES (?, ?, ?, ?)').run([cloudPath, name, content.length, now()])
    if (before) rmSync(before.location, { force: true })
  }

  function remove(cloudPath: string): boolean {
    const file = find(cloudPath)
    if (!file) return false
    sql.prepare('DELETE FROM files WHERE path = ?').run([cloudPath])
    rmSync(file.location, { force: true })
    return true
  }

  return { bytesMax, find, put, remove, open: (file: StoredFile) => createReadStream(file.location) }
}
