import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'
import { CloudError } from '../errors'

const RESTORE = '请从备份恢复 (restore it from a backup): npm run cloud:restore'

/** Of SQLite: the smallest page. */
const HEADER_BYTES = 512

export const damagedFile = (file: string, detail: string) => new CloudError('DATA_DAMAGED', `${file} 已损坏 (damaged): ${detail}。${RESTORE}`)
const unusable = (file: string, detail: string) => new CloudError('DATA_UNUSABLE', `${detail}: ${file}`)

/** Looked at without opening it: closing a second descriptor of a file would give up SQLite's lock on it. */
export function assertUsable(file: string): void {
  const directory = path.dirname(file)
  const folder = statSync(directory, { throwIfNoEntry: false })
  if (!folder?.isDirectory()) throw unusable(directory, '数据目录不存在或不是文件夹 (the data directory is missing or not a folder)')
  if (!isWritable(directory)) throw unusable(directory, '数据目录不可写 (the data directory cannot be written)')
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found) return
  if (!found.isFile()) throw unusable(file, '数据文件不是文件 (the data file is not a file)')
  // SQLite would take it for a new database, and a town would begin from nothing without a word.
  if (found.size < HEADER_BYTES) throw damagedFile(file, `只有 ${found.size} 字节，从未存过数据则可删除 (only ${found.size} bytes; delete it if nothing was ever stored)`)
  if (!isWritable(file)) throw unusable(file, '数据文件不可写 (the data file cannot be written)')
}

function isWritable(target: string): boolean {
  try {
    accessSync(target, constants.R_OK | constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** What SQLite could not do, in words of what to do about it; everything else as it was. */
export function told(file: string, error: unknown): unknown {
  const { code, message } = error as { code?: unknown; message: string }
  if (typeof code !== 'string' || !code.startsWith('SQLITE_')) return error
  if (/^SQLITE_FULL/.test(code)) return new CloudError('DATABASE_REQUEST_FAILED', '[FailedOperation] 磁盘已满，此次写入没有生效 (the disk is full, nothing of this write was kept)')
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new CloudError('DATA_DIRECTORY_IN_USE', `数据目录正被另一个本地云使用 (the data is in use by another local cloud): ${file}`)
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return damagedFile(file, message)
  if (/^SQLITE_IOERR/.test(code)) return new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] 磁盘读写失败，此次操作没有生效 (disk I/O error, nothing of this was kept): ${message}`)
  if (/^SQLITE_READONLY/.test(code)) return unusable(file, '数据文件不可写 (the data file cannot be written)')
  return error
}
