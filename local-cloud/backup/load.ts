import { existsSync, readFileSync, readdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { decodeDocument, type Document } from '../engine/document'
import type { IndexDefinitions } from '../engine/indexes'
import { openEngine, type Engine } from '../engine/openEngine'
import { assertCloudPath, openFiles } from '../storage/files'
import { STATE_FILES } from './dump'
import { copyFile, makeFolder } from './folder'
import { readLines } from './lines'
import { readManifest, verifyFile, type DumpedFile, type DumpedState } from './manifest'
import { PHONE_TABLES, phoneLoader } from './phones'
import { Refused, damaged } from './refused'

export type LoadOptions = { readonly from: string; readonly dataDir: string; readonly indexes?: IndexDefinitions; readonly manifest?: boolean }
export type Loaded = { readonly collections: number; readonly documents: number; readonly files: number }
type Plan = { readonly collections: readonly { name: string; file: string }[]; readonly files: readonly DumpedFile[]; readonly state: readonly DumpedState[] }

const BATCH = 64
/** Under this name no cloud looks for its documents. */
const UNFINISHED = 'documents.unfinished'

/** Makes a data directory of a backup, or of a folder of console exports: whole, or nothing at all. */
export function load({ from, dataDir, indexes = {}, manifest = true }: LoadOptions): Loaded {
  if (!existsSync(from) || !statSync(from).isDirectory()) throw new Refused(`没有这个文件夹 (no such folder): ${from}`)
  const plan = manifest ? verified(from) : exportsIn(from)
  return makeFolder(dataDir, (folder) => {
    const engine = openEngine({ file: path.join(folder, UNFINISHED), indexes })
    let documents = 0
    try {
      for (const { name, file } of plan.collections) documents += loadCollection(engine, name, from, file)
      loadFiles(engine, plan.files, from, folder)
      for (const { name } of plan.state) loadState(engine, name, from, folder)
    } finally {
      engine.close()
    }
    renameSync(path.join(folder, UNFINISHED), path.join(folder, 'documents.db'))
    return { collections: plan.collections.length, documents, files: plan.files.length }
  })
}

function verified(from: string): Plan {
  const { collections, files, state } = readManifest(from)
  const known = new Set(collections.map(({ name }) => `${name}.jsonl`))
  for (const name of readdirSync(from)) if (name.endsWith('.jsonl') && !known.has(name)) throw new Refused(`文件不在 manifest.json 里 (a file that is not in the manifest): ${name}`)
  for (const collection of collections) verifyFile(from, `${collection.name}.jsonl`, collection)
  for (const entry of files) {
    assertCloudPath(entry.file.replace(/^storage\//, ''))
    verifyFile(from, entry.file, entry)
  }
  for (const entry of state) {
    assertCloudPath(entry.name)
    verifyFile(from, `state/${entry.name}`, entry)
  }
  return { collections: collections.map(({ name }) => ({ name, file: `${name}.jsonl` })), files, state }
}

function exportsIn(from: string): Plan {
  const files = readdirSync(from).filter((file) => /\.jsonl?$/.test(file) && file !== 'manifest.json').sort()
  if (files.length === 0) throw new Refused(`没有 .jsonl 或 .json 文件 (no .jsonl or .json files): ${from}`)
  const collections = files.map((file) => ({ name: file.replace(/\.jsonl?$/, ''), file }))
  const twice = collections.find(({ name }, index) => collections[index + 1]?.name === name)
  if (twice) throw new Refused(`同一集合有两个文件 (two files of one collection): ${twice.name}`)
  return { collections, files: [], state: [] }
}

function loadCollection(engine: Engine, name: string, from: string, file: string): number {
  saying(file, () => engine.createCollection(name))
  let batch: { number: number; document: Document }[] = []
  let documents = 0
  const flush = () => {
    insert(engine, name, file, batch)
    documents += batch.length
    batch = []
  }
  for (const { number, text } of readLines(path.join(from, file), file)) {
    batch.push({ number, document: saying(lineName(file, number), () => documentOf(text)) })
    if (batch.length === BATCH) flush()
  }
  flush()
  return documents
}

function documentOf(text: string): Document {
  const document = decodeDocument(text)
  if (document._id === undefined) throw new Error('没有 _id (no _id)')
  return document
}

/** Together, because it is fast; one by one after a refusal, because a line must be named. */
function insert(engine: Engine, name: string, file: string, batch: readonly { number: number; document: Document }[]): void {
  try {
    engine.insert(name, batch.map(({ document }) => document))
  } catch (error) {
    for (const { number, document } of batch) saying(lineName(file, number), () => engine.insert(name, [document]))
    throw error
  }
}

function loadFiles(engine: Engine, entries: readonly DumpedFile[], from: string, folder: string): void {
  let at = 0
  const files = openFiles({ directory: path.join(folder, 'storage'), sql: engine.sql, now: () => at, bytesMax: Infinity })
  for (const entry of entries) {
    at = entry.at
    files.put(entry.path, readFileSync(path.join(from, entry.file)))
  }
}

function loadState(engine: Engine, name: string, from: string, folder: string): void {
  const file = path.join(from, 'state', name)
  const table = PHONE_TABLES.find((each) => name === `${each}.jsonl`)
  if (table) {
    const add = phoneLoader(engine.sql, table)
    engine.sql.atomically(() => {
      for (const { number, text } of readLines(file, `state/${name}`)) saying(lineName(`state/${name}`, number), () => add(text))
    })
  } else if ((STATE_FILES as readonly string[]).includes(name)) copyFile(file, path.join(folder, name))
  else throw new Refused(`备份里有未知的文件 (an unknown file in the backup): state/${name}`)
}

const lineName = (file: string, number: number) => `${file}: 第 ${number} 行 (line ${number})`

function saying<T>(where: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw damaged(where, (error as Error).message)
  }
}
