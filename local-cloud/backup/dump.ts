import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Sql } from '../engine/sqlite'
import { storedCollections } from '../engine/verify'
import { copyFile, makeFolder, openWriter, type Sum } from './folder'
import { lineOf } from './lines'
import { writeManifest, type Contents, type DumpedCollection, type DumpedFile, type DumpedState } from './manifest'
import { PHONE_TABLES, phoneLines } from './phones'
import { damaged } from './refused'
import { documentsOf, hasTable, withDatabase } from './source'

export type DumpOptions = { readonly dataDir: string; readonly out: string; readonly now?: number }
/** What else belongs to a cloud. Everything else in a data directory is somebody's own. */
export const STATE_FILES = ['clock.json', 'people.json'] as const
const FILES_PAGE = 500

/** Writes a stopped cloud's data as a portable folder: whole, or nothing at all. */
export const dump = ({ dataDir, out, now = Date.now() }: DumpOptions): Contents =>
  withDatabase(dataDir, (sql) =>
    makeFolder(out, (folder) => {
      const collections = storedCollections(sql).map((collection): DumpedCollection => {
        let documents = 0
        const sum = writeLines(path.join(folder, `${collection.name}.jsonl`), counted(documentsOf(sql, collection), () => documents++, lineOf))
        return { name: collection.name, documents, ...sum }
      })
      const contents = { collections, files: dumpFiles(sql, path.join(dataDir, 'storage'), folder), state: dumpState(sql, dataDir, folder) }
      writeManifest(folder, contents, now)
      return contents
    }),
  )

function* counted<T>(items: Iterable<T>, count: () => void, show: (item: T) => string): Generator<string> {
  for (const item of items) {
    count()
    yield show(item)
  }
}

function writeLines(file: string, lines: Iterable<string>): Sum {
  const writer = openWriter(file)
  try {
    for (const line of lines) writer.write(line)
  } catch (error) {
    writer.end()
    throw error
  }
  return writer.end()
}

function dumpFiles(sql: Sql, storage: string, folder: string): DumpedFile[] {
  if (!hasTable(sql, 'files')) return []
  const statement = sql.prepare(`SELECT path, location, size, at FROM files WHERE path > ? ORDER BY path LIMIT ${FILES_PAGE}`)
  const dumped: DumpedFile[] = []
  for (let page = statement.all(['']); page.length > 0; page = statement.all([page[page.length - 1]![0]!])) {
    for (const [cloudPath, location, size, at] of page as [string, string, number, number][]) {
      const from = path.join(storage, location)
      if (!existsSync(from)) throw damaged(storage, `缺少文件 (a file is missing): ${cloudPath}`)
      const entry: DumpedFile = { path: cloudPath, at, ...copyToPath(from, folder, cloudPath) }
      if (entry.bytes !== size) throw damaged(storage, `大小不符 (wrong size): ${cloudPath}`)
      dumped.push(entry)
    }
  }
  return dumped
}

/** Under its own path, or under a hash where a disk cannot have that: `a` beside `a/b`, a name too long, `A` beside `a`. */
function copyToPath(from: string, folder: string, cloudPath: string): Sum & { file: string } {
  const file = `storage/${cloudPath}`
  try {
    return { file, ...copyFile(from, path.join(folder, file)) }
  } catch (error) {
    if (!['EEXIST', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'EINVAL', 'ENOENT'].includes(String((error as NodeJS.ErrnoException).code))) throw error
    const instead = `storage/~${createHash('sha256').update(cloudPath).digest('hex')}`
    return { file: instead, ...copyFile(from, path.join(folder, instead)) }
  }
}

function dumpState(sql: Sql, dataDir: string, folder: string): DumpedState[] {
  const copied = STATE_FILES.filter((name) => existsSync(path.join(dataDir, name))).map((name) => ({ name, ...copyFile(path.join(dataDir, name), path.join(folder, 'state', name)) }))
  const written = PHONE_TABLES.map((table) => ({ name: `${table}.jsonl`, ...writeLines(path.join(folder, 'state', `${table}.jsonl`), phoneLines(sql, table)) }))
  return [...copied, ...written]
}
