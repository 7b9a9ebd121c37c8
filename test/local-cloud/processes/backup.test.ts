import { once } from 'node:events'
import { spawn } from 'node:child_process'
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import { installTown } from '../../../scripts/demo/install'
import { dump } from '../../../local-cloud/backup/dump'
import { load } from '../../../local-cloud/backup/load'
import { openEngine, type Engine } from '../../../local-cloud/engine/openEngine'
import type { Document } from '../../../local-cloud/engine/document'
import type { IndexDefinitions } from '../../../local-cloud/engine/indexes'
import type { Cloud } from '../../../local-cloud/start'
import indexesOfTown from '../../../store/indexes.json'
import { quietCloud, removeTemporaryDirectories, temporaryDirectory } from '../support'

afterAll(removeTemporaryDirectories)
const indexes = indexesOfTown as unknown as IndexDefinitions
const NOW = Date.parse('2027-03-04T05:06:07Z')
const ODD: Document[] = [
  { _id: 'dates', at: new Date(NOW), before: new Date(-1), early: new Date('0001-01-01T00:00:00Z'), far: new Date(8e15), list: [new Date(0), { at: new Date(1) }] },
  { _id: 'nested', a: { b: { c: [1, [2, { d: null }], {}], e: [] } }, yes: true, no: false, nothing: null, pattern: /^a.b$/i },
  { _id: 'numbers', big: 2 ** 53, small: 5e-324, minus: -0.1, infinite: Infinity, none: NaN },
  { _id: '统一码 🏘️', text: '第一行\n第二行\r\n\u2028\u2029\0"\\', lone: '\ud800', 字段: '𠮷', 10: 'ten', 9: 'nine' },
  { _id: 7, text: 'a number for an id' },
  { _id: '7', text: 'and the same as a text' },
]
const FILES: Record<string, Buffer> = { 'cases/a.jpg': randomBytes(70_000), '照片/门 口.png': randomBytes(10), cases: Buffer.from('beside its own folder'), 'a/empty': Buffer.alloc(0), [`${'长'.repeat(250)}.txt`]: Buffer.from('long') }

const all = (engine: Engine) => Object.fromEntries(engine.collections().map(({ name }) => [name, engine.find(name, { limit: Infinity, sort: [['_id', 1]] })]))
const bytesOf = async ({ url }: Cloud, file: string) => Buffer.from(await (await fetch(`${url}/client/file?id=${encodeURIComponent(`cloud://linjing-local.local-bucket/${file}`)}`)).arrayBuffer())

/** A town with a few cases and everything that is hard to write down. */
async function seededTown(): Promise<string> {
  const dataDir = path.join(temporaryDirectory(), 'data')
  const cloud = await quietCloud({ dataDir, indexes })
  installTown(cloud, '2027-01')
  cloud.engine.createCollection('odd')
  cloud.engine.insert('odd', ODD)
  cloud.engine.insert('cases', Array.from({ length: 300 }, (_, i) => ({ _id: `c${i}`, townId: 'demo', state: 'filed', createdAt: new Date(NOW + i), dueAt: NOW + i, photos: [{ fileId: `f${i}` }] })))
  cloud.clock.freezeAt(NOW)
  cloud.acceptMessages('oA', 'T', 2)
  for (const [name, content] of Object.entries(FILES)) await fetch(`${cloud.url}/client/upload?path=${encodeURIComponent(name)}`, { method: 'POST', body: new Uint8Array(content) })
  await cloud.close()
  return dataDir
}

let town: string
let backup: string
beforeAll(async () => {
  town = await seededTown()
  backup = path.join(temporaryDirectory(), 'backup')
  dump({ dataDir: town, out: backup, now: NOW })
})

const copyOf = (folder: string): string => {
  const copy = path.join(temporaryDirectory(), 'copy')
  cpSync(folder, copy, { recursive: true })
  return copy
}
const allFiles = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(path.join(folder, name)).isFile()).sort()

/** Refused in words, and neither the target nor anything beside it is there. */
function expectRefusal(work: (target: string) => unknown, message: RegExp): void {
  const parent = temporaryDirectory()
  expect(() => work(path.join(parent, 'target'))).toThrow(message)
  expect(readdirSync(parent)).toEqual([])
}
const refusesLoad = (from: string, message: RegExp, options = {}) => expectRefusal((dataDir) => load({ from, dataDir, indexes, ...options }), message)
const refusesDump = (dataDir: string, message: RegExp) => expectRefusal((out) => dump({ dataDir, out }), message)

function runRestore(...options: string[]) {
  return run(['--import', 'tsx'], options)
}

/** A restore that has read so many bytes says so and stands still, that it can be killed just there. */
function runRestoreUntil(bytes: number, ...options: string[]) {
  const standing = `import fs from 'node:fs'
    import { syncBuiltinESMExports } from 'node:module'
    const { readSync } = fs
    let left = ${bytes}
    fs.readSync = (...given) => {
      const length = readSync(...given)
      left -= length
      if (left < 0) { fs.writeSync(1, 'standing'); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0) }
      return length
    }
    syncBuiltinESMExports()`
  return run(['--import', `data:text/javascript,${encodeURIComponent(standing)}`, '--import', 'tsx'], options)
}

function run(flags: readonly string[], options: readonly string[]) {
  const child = spawn(process.execPath, [...flags, path.resolve('local-cloud/backup/restore.ts'), ...options], { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  return { child, ended: new Promise<{ code: number | null; output: string }>((resolve) => child.on('close', (code) => resolve({ code, output }))) }
}

test('everything is equal after a round trip, and a second backup equals the first byte by byte', async () => {
  const restored = path.join(temporaryDirectory(), 'deep', 'restored')
  expect(load({ from: backup, dataDir: restored, indexes }).files).toBe(Object.keys(FILES).length)
  const [first, second] = [await quietCloud({ dataDir: town, indexes }), await quietCloud({ dataDir: restored, indexes })]
  expect(all(second.engine)).toEqual(all(first.engine))
  expect(second.engine.find('odd', { limit: Infinity })).toHaveLength(ODD.length)
  for (const odd of ODD) expect(second.engine.find('odd', { filter: { _id: odd._id } })).toEqual([odd])
  const byDue = { filter: { townId: 'demo', state: 'filed' }, sort: [['createdAt', -1]] as const, limit: 2 }
  expect(second.engine.find('cases', byDue).map(({ _id }) => _id)).toEqual(['c299', 'c298'])
  expect(second.engine.sql.prepare('SELECT name, definition, multikey FROM indexes ORDER BY definition').all([])).toHaveLength(first.engine.sql.prepare('SELECT name FROM indexes').all([]).length)
  for (const [name, content] of Object.entries(FILES)) expect((await bytesOf(second, name)).equals(content)).toBe(true)
  expect(second.clock.now()).toBe(NOW)
  expect(second.engine.sql.prepare('SELECT * FROM accepts').all([])).toEqual([['oA', 'T', 2]])
  await Promise.all([first.close(), second.close()])

  const again = path.join(temporaryDirectory(), 'again')
  dump({ dataDir: restored, out: again, now: NOW + 1 })
  expect(allFiles(again)).toEqual(allFiles(backup))
  const withoutTime = (text: string) => text.replace(/"madeAt": "[^"]+"/, '')
  for (const name of allFiles(backup)) {
    const [a, b] = [readFileSync(path.join(backup, name)), readFileSync(path.join(again, name))]
    if (name === 'manifest.json') expect(withoutTime(b.toString())).toBe(withoutTime(a.toString()))
    else expect([name, b.equals(a)]).toEqual([name, true])
  }
})

test('the lines are those of the console: sorted by _id, dates in ISO', () => {
  const lines = readFileSync(path.join(backup, 'odd.jsonl'), 'utf8').trim().split('\n')
  expect(lines.map((line) => (JSON.parse(line) as Document)._id)).toEqual([7, '7', 'dates', 'nested', 'numbers', '统一码 🏘️'])
  expect(lines[2]).toContain('"at":{"$date":"2027-03-04T05:06:07.000Z"},"before":{"$date":"1969-12-31T23:59:59.999Z"}')
  const { collections, version } = JSON.parse(readFileSync(path.join(backup, 'manifest.json'), 'utf8'))
  expect(version).toBe(1)
  expect(collections.find((each: { name: string }) => each.name === 'cases')).toMatchObject({ documents: 300 })
  expect(readFileSync(path.join(backup, 'storage/照片/门 口.png')).equals(FILES['照片/门 口.png']!)).toBe(true)
})

test('a running cloud, an empty place and an existing target are refused', async () => {
  const dataDir = copyOf(town)
  const running = await quietCloud({ dataDir, indexes })
  refusesDump(dataDir, /正被另一个本地云使用.*in use by another local cloud.*stop it first/)
  await running.close()
  refusesDump(temporaryDirectory(), /no data of a local cloud here/)
  const taken = temporaryDirectory()
  writeFileSync(path.join(taken, 'mine.txt'), 'mine')
  expect(() => dump({ dataDir: town, out: taken })).toThrow(/the target exists and is not empty/)
  expect(() => load({ from: backup, dataDir: taken })).toThrow(/the target exists and is not empty/)
  expect(readdirSync(taken)).toEqual(['mine.txt'])
  expect(load({ from: backup, dataDir: temporaryDirectory(), indexes }).documents).toBeGreaterThan(300)
})

describe('a damaged database is not backed up', () => {
  const withDatabase = (change: (file: string) => void): string => {
    const dataDir = copyOf(town)
    change(path.join(dataDir, 'documents.db'))
    return dataDir
  }
  const overwrite = (file: string, at: number, bytes: Buffer) => {
    const content = readFileSync(file)
    bytes.copy(content, at)
    writeFileSync(file, content)
  }

  test.each([0, 1, 50, 4096, 40_000])('cut off after %d bytes', (length) => refusesDump(withDatabase((file) => truncateSync(file, length)), /documents\.db 已损坏 \(damaged\)/))
  test.each([0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95])('random bytes at %d of it', (part) => {
    const dataDir = withDatabase((file) => overwrite(file, Math.floor(statSync(file).size * part), randomBytes(8192)))
    refusesDump(dataDir, /已损坏 \(damaged\)/)
  })
  test.each([
    ['no UTF-8', Buffer.from([0xff, 0xfe]), /a document of odd.*not UTF-8/],
    ['no JSON', Buffer.from('"{'), /a document of odd.*malformed EJSON/],
  ])('a text that is %s', (_, bytes, message) => {
    refusesDump(withDatabase((file) => overwrite(file, readFileSync(file).indexOf('and the same as a text'), bytes)), message)
  })
  test('an _id that is not its key', () => {
    refusesDump(withDatabase((file) => overwrite(file, readFileSync(file).indexOf('{"_id":"nested"') + 8, Buffer.from('N'))), /its _id is not its key/)
  })
  test('a stored file that is gone or cut', () => {
    const dataDir = copyOf(town)
    const stored = readdirSync(path.join(dataDir, 'storage')).map((name) => path.join(dataDir, 'storage', name))
    const photo = stored.find((file) => statSync(file).size === 70_000)!
    truncateSync(photo, 9)
    refusesDump(dataDir, /wrong size\): cases\/a\.jpg/)
    rmSync(photo)
    refusesDump(dataDir, /a file is missing\): cases\/a\.jpg/)
  })
})

describe('a damaged backup is not restored', () => {
  const changed = (change: (folder: string) => void): string => {
    const folder = copyOf(backup)
    change(folder)
    return folder
  }
  const flip = (name: string) => (folder: string) => {
    const content = readFileSync(path.join(folder, name))
    content[content.length >> 1]! ^= 1
    writeFileSync(path.join(folder, name), content)
  }
  const editManifest = (edit: (manifest: Record<string, any>) => void) => (folder: string) => {
    const file = path.join(folder, 'manifest.json')
    const manifest = JSON.parse(readFileSync(file, 'utf8'))
    edit(manifest)
    writeFileSync(file, JSON.stringify(manifest))
  }

  test.each<[string, (folder: string) => void, RegExp]>([
    ['a changed byte of a collection', flip('cases.jsonl'), /cases\.jsonl 已损坏 \(damaged\): .*wrong checksum/],
    ['a changed byte of a stored file', flip('storage/照片/门 口.png'), /storage\/照片\/门 口\.png .*wrong checksum/],
    ['a changed clock', flip('state/clock.json'), /state\/clock\.json .*wrong checksum/],
    ['a line more', (folder) => appendFileSync(path.join(folder, 'odd.jsonl'), '{"_id":"x"}\n'), /odd\.jsonl .*wrong checksum/],
    ['a missing collection', (folder) => rmSync(path.join(folder, 'people.jsonl')), /a file is missing from the backup\): people\.jsonl/],
    ['a missing stored file', (folder) => rmSync(path.join(folder, 'storage/a/empty')), /a file is missing from the backup\): storage\/a\/empty/],
    ['a file that is not in the manifest', (folder) => writeFileSync(path.join(folder, 'more.jsonl'), ''), /not in the manifest\): more\.jsonl/],
    ['no manifest', (folder) => rmSync(path.join(folder, 'manifest.json')), /no manifest\.json, not a backup/],
    ['half a manifest', (folder) => truncateSync(path.join(folder, 'manifest.json'), 300), /manifest\.json .*malformed JSON/],
    ['a manifest of something else', (folder) => writeFileSync(path.join(folder, 'manifest.json'), '{"name":"app"}'), /not the manifest of a local cloud/],
    ['null for a manifest', (folder) => writeFileSync(path.join(folder, 'manifest.json'), 'null'), /not the manifest of a local cloud/],
    ['a later version', editManifest((manifest) => (manifest.version = 2)), /版本 2 .*unsupported format version/],
    ['an edited manifest', editManifest((manifest) => (manifest.files[0].path = 'elsewhere')), /manifest\.json .*its seal does not fit/],
  ])('%s', (_, change, message) => refusesLoad(changed(change), message))
})

describe('a folder of console exports', () => {
  const exportsOf = (files: Record<string, string | Buffer>): string => {
    const folder = path.join(temporaryDirectory(), 'exports')
    mkdirSync(folder)
    for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content)
    return folder
  }

  test('is loaded without a manifest', () => {
    const from = exportsOf({ 'things.json': '\ufeff{"_id":"a","at":{"$date":"2018-08-31T17:30:00.882Z"}}\r\n\n{"_id":"b","n":{"$numberInt":"5"}}', 'empty.jsonl': '' })
    const dataDir = path.join(temporaryDirectory(), 'data')
    expect(load({ from, dataDir, manifest: false })).toEqual({ collections: 2, documents: 2, files: 0 })
    const engine = openEngine({ file: path.join(dataDir, 'documents.db') })
    expect(all(engine)).toEqual({ empty: [], things: [{ _id: 'a', at: new Date('2018-08-31T17:30:00.882Z') }, { _id: 'b', n: 5 }] })
    engine.close()
    refusesLoad(from, /no manifest\.json, not a backup/)
  })

  const line = (id: number | string) => `{"_id":${JSON.stringify(id)},"townId":"t","seq":${JSON.stringify(id)}}\n`
  const hundred = Array.from({ length: 100 }, (_, i) => line(i)).join('')
  test.each<[string, Record<string, string | Buffer>, RegExp]>([
    ['half a line', { 'a.jsonl': `${hundred}{"_id":` }, /a\.jsonl: 第 101 行 \(line 101\).*malformed EJSON/],
    ['a document over several lines', { 'a.json': '{\n "_id": 1\n}\n' }, /a\.json: 第 1 行/],
    ['an array', { 'a.json': '[{"_id":1}]' }, /a\.json: 第 1 行.*an object was expected/],
    ['no _id', { 'a.json': `${line(1)}{"n":1}\n` }, /line 2\).*no _id/],
    ['an _id twice', { 'a.json': hundred + line(50) }, /a\.json: 第 101 行.*E11000/],
    ['a unique key twice', { 'ledger.json': `${hundred}{"_id":"other","townId":"t","seq":3}\n${line(200)}` }, /ledger\.json: 第 101 行.*E11000.*by_seq/],
    ['a field like an operator', { 'a.json': '{"_id":1,"$set":1,"b":2}' }, /line 1\).*field name cannot start with \$/],
    ['a type of another database', { 'a.json': '{"_id":{"$oid":"5f"}}' }, /line 1\).*does not support \$oid/],
    ['a bad date', { 'a.json': '{"_id":1,"at":{"$date":"yesterday"}}' }, /line 1\).*invalid \$date/],
    ['no UTF-8', { 'a.json': Buffer.concat([Buffer.from(line(1)), Buffer.from([0xff, 10])]) }, /line 2\).*not UTF-8/],
    ['no line end', { 'a.json': 'x'.repeat(9 * 1024 * 1024) }, /line 1\).*too long/],
    ['a bad collection name', { '1-a.json': line(1) }, /1-a\.json .*invalid collection name/],
    ['two files of one collection', { 'a.json': line(1), 'a.jsonl': line(2) }, /two files of one collection\): a/],
    ['nothing', { 'readme.txt': '' }, /no \.jsonl or \.json files/],
  ])('with %s is refused whole', (_, files, message) => refusesLoad(exportsOf(files), message, { manifest: false }))
})

test('the command says in one line what is wrong', async () => {
  const target = path.join(temporaryDirectory(), 'data')
  const { code, output } = await runRestore('--from', temporaryDirectory(), '--data', target).ended
  expect([code, output.trim().split('\n').length]).toEqual([1, 1])
  expect(output).toMatch(/没有 manifest\.json/)
  expect(existsSync(target)).toBe(false)
})

test('a restore killed half-way leaves no data directory, and can be done again', async () => {
  const source = path.join(temporaryDirectory(), 'data')
  const cloud = await quietCloud({ dataDir: source })
  cloud.engine.createCollection('things')
  cloud.engine.insert('things', Array.from({ length: 20_000 }, (_, i) => ({ _id: `t${i}`, text: '字'.repeat(100), at: new Date(i) })))
  await cloud.close()
  const [from, parent] = [path.join(temporaryDirectory(), 'backup'), temporaryDirectory()]
  dump({ dataDir: source, out: from })
  const bytes = readdirSync(from, { recursive: true, encoding: 'utf8' }).reduce((sum, name) => sum + statSync(path.join(from, name)).size, 0)
  // Read once to see that nothing is damaged, it is being read again to be restored.
  const { child, ended } = runRestoreUntil(Math.floor(bytes * 1.5), '--from', from, '--data', path.join(parent, 'data'))
  await Promise.race([once(child.stdout, 'data'), ended])
  child.kill('SIGKILL')
  expect((await ended).code).toBeNull()
  const left = readdirSync(parent, { recursive: true, encoding: 'utf8' })
  expect(left.some((name) => name.endsWith('documents.unfinished'))).toBe(true)
  expect(left.filter((name) => name === 'data' || name.endsWith('documents.db'))).toEqual([])
  expect(load({ from, dataDir: path.join(parent, 'data') }).documents).toBe(20_000)
})
