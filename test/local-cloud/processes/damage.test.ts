import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openDriver } from '../../../local-cloud/engine/driver'
import { openEngine } from '../../../local-cloud/engine/openEngine'
import { verify } from '../../../local-cloud/engine/verify'
import { startGateway } from '../gatewayProcess'
import { quietCloud, removeTemporaryDirectories, temporaryDirectory } from '../support'

afterAll(removeTemporaryDirectories)

const indexes = { things: [{ name: 'by_n', keys: [['n', 1]] as const }] }

/** A town's documents, well closed. */
function documents(): { directory: string; file: string } {
  const directory = temporaryDirectory()
  const file = path.join(directory, 'documents.db')
  const engine = openEngine({ file, indexes })
  engine.createCollection('things')
  engine.insert('things', Array.from({ length: 500 }, (_, n) => ({ _id: `t${n}`, n, text: '一段文字'.repeat(20) })))
  engine.close()
  return { directory, file }
}
const overwrite = (file: string, change: (content: Buffer) => void): void => {
  const content = readFileSync(file)
  change(content)
  writeFileSync(file, content)
}
const sqlite = (file: string, text: string): void => {
  const driver = openDriver(file)
  driver.execute(text)
  driver.close()
}

describe('a damaged file is refused in words, and left as it is', () => {
  const DAMAGED = /documents\.db 已损坏 \(damaged\).*请从备份恢复 \(restore it from a backup\)/s
  test.each<[string, (file: string) => void, RegExp]>([
    ['empty', (file) => truncateSync(file, 0), DAMAGED],
    ['a few bytes', (file) => truncateSync(file, 100), DAMAGED],
    ['cut off in the middle', (file) => truncateSync(file, 40_000), DAMAGED],
    ['without its last page', (file) => truncateSync(file, readFileSync(file).length - 4096), DAMAGED],
    ['a page of nothing', (file) => overwrite(file, (content) => content.fill(0, content.length >> 1, (content.length >> 1) + 4096)), DAMAGED],
    ['a page of something else', (file) => overwrite(file, (content) => content.fill(0x5a, 8192, 12_288)), DAMAGED],
    ['a spoilt schema', (file) => overwrite(file, (content) => content.fill(0x5a, 100, 300)), DAMAGED],
    ['no SQLite', (file) => writeFileSync(file, '这不是数据库'.repeat(500)), DAMAGED],
    ['of a local cloud to come', (file) => sqlite(file, 'PRAGMA user_version = 7'), /更新的本地云写成，格式 7.*written by a newer local cloud.*upgrade, or restore an older backup/],
    ['of another program', (file) => (rmSync(file), sqlite(file, 'CREATE TABLE bookmarks (url TEXT)')), /不是本地云的数据 \(not the data of a local cloud\)/],
  ])('%s', (_, damage, message) => {
    const { directory, file } = documents()
    damage(file)
    const before = readFileSync(file)
    expect(() => openEngine({ file, indexes })).toThrow(message)
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(readdirSync(directory)).toEqual(['documents.db'])
  })

  test('the command line says so and ends with 1', async () => {
    const { directory, file } = documents()
    truncateSync(file, 40_000)
    await expect(startGateway(directory)).rejects.toThrow(/^exit 1: .*已损坏 \(damaged\)[^\n]*cloud:restore\n$/s)
  })

  test('damage that comes while it is open is told too', () => {
    const { file } = documents()
    const engine = openEngine({ file, indexes })
    overwrite(file, (content) => content.fill(0x5a, 4096))
    expect(() => engine.find('things', { filter: { text: 'x' } })).toThrow(DAMAGED)
  })
})

describe('a place that cannot hold data is refused in words', () => {
  test.each<[string, (directory: string) => string, RegExp]>([
    ['a file', (directory) => (writeFileSync(path.join(directory, 'taken'), ''), path.join(directory, 'taken')), /不能用作数据目录 \(cannot be a data directory, EEXIST\)/],
    ['below a file', (directory) => (writeFileSync(path.join(directory, 'taken'), ''), path.join(directory, 'taken/data')), /不能用作数据目录 \(cannot be a data directory, ENOTDIR\)/],
    ['a folder in place of the documents', (directory) => (mkdirSync(path.join(directory, 'documents.db')), directory), /数据文件不是文件 \(the data file is not a file\)/],
  ])('%s', async (_, make, message) => await expect(quietCloud({ dataDir: make(temporaryDirectory()) })).rejects.toThrow(message))

  test('half a town: stored files whose documents are gone are not swept away', async () => {
    const { directory, file } = documents()
    const cloud = await quietCloud({ dataDir: directory })
    await fetch(`${cloud.url}/client/upload?path=a/b.txt`, { method: 'POST', body: 'hello' })
    await cloud.close()
    rmSync(file)
    await expect(quietCloud({ dataDir: directory })).rejects.toThrow(/没有 documents\.db.*restore a backup/)
    expect(readdirSync(path.join(directory, 'storage'))).toHaveLength(1)
  })
})

describe('a full disk', () => {
  const FULL = /磁盘已满，此次写入没有生效 \(the disk is full/
  const big = (n: number) => ({ n, text: 'x'.repeat(5000) })

  test('fails the write and nothing else: what was there is there, reads go on, and with room again all goes on', () => {
    const { file } = documents()
    const engine = openEngine({ file, indexes })
    const room = (pages: number) => engine.sql.execute(`PRAGMA max_page_count = ${pages}`)
    const pages = engine.sql.prepare('PRAGMA page_count').get([])![0] as number
    room(pages + 3)
    const transaction = engine.begin()
    engine.update('things', { filter: { _id: 't1' }, operations: { $set: { n: -1 } } }, transaction)
    engine.insert('things', Array.from({ length: 20 }, (_, i) => ({ _id: `new${i}`, ...big(i) })), transaction)
    const failing: (() => unknown)[] = [
      () => engine.commit(transaction),
      () => engine.insert('things', Array.from({ length: 20 }, (_, i) => big(i))),
      () => engine.update('things', { filter: {}, operations: { $set: { text: 'x'.repeat(5000) }, $inc: { n: 1000 } }, multi: true }),
    ]
    for (const work of failing) expect(work).toThrow(FULL)
    // Not a conflict: to try again would be of no use. But it is over.
    expect(() => engine.commit(transaction)).toThrow(/does not exist/)
    expect(engine.find('things', { filter: { n: { $in: [-1, 1, 1001] } } })).toMatchObject([{ _id: 't1', n: 1 }])
    expect([engine.count('things'), verify(engine.sql)]).toEqual([500, []])

    room(pages)
    expect(() => engine.createCollection('more')).toThrow(FULL)
    expect(() => engine.find('more')).toThrow(/not exist: more/)
    room(pages * 100)
    engine.createCollection('more')
    engine.insert('more', [{ _id: 'a' }])
    engine.insert('things', [big(9999)])
    engine.close()

    const again = openEngine({ file, indexes })
    expect([again.count('things'), again.count('more'), verify(again.sql)]).toEqual([501, 1, []])
    again.close()
  })

  test('a write that a rolled back one left half in the memory is whole the next time', () => {
    const engine = openEngine({ file: ':memory:', indexes: { things: [{ name: 'by_tag', keys: [['tags', 1]], unique: true }] } })
    engine.createCollection('things')
    const reader = engine.begin()
    expect(engine.find('things', { filter: { _id: 'a' } }, reader)).toEqual([])
    engine.sql.execute(`PRAGMA max_page_count = ${String(engine.sql.prepare('PRAGMA page_count').get([])![0])}`)
    expect(() => engine.insert('things', Array.from({ length: 50 }, (_, i) => ({ _id: `a${i}`, tags: [`x${i}`, `y${i}`], ...big(i) })))).toThrow(FULL)
    engine.sql.execute('PRAGMA max_page_count = 100000')
    engine.insert('things', [{ _id: 'a0', tags: ['x0', 'y0'] }], reader)
    engine.commit(reader)
    expect(engine.find('things', { filter: { tags: 'y0' } })).toHaveLength(1)
    expect(verify(engine.sql)).toEqual([])
    engine.close()
  })
})
