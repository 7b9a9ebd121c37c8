import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import { dump } from '../../../local-cloud/backup/dump'
import { load } from '../../../local-cloud/backup/load'
import { openEngine } from '../../../local-cloud/engine/openEngine'
import { openFiles, type FilesOptions } from '../../../local-cloud/storage/files'
import { openLinks } from '../../../local-cloud/storage/links'
import { startCloud, type Cloud } from '../../../local-cloud/start'
import { removeTemporaryDirectories, temporaryDirectory } from '../support'

afterAll(removeTemporaryDirectories)

const NOON = Date.parse('2027-05-01T04:00:00Z')
const sql = () => openEngine({ file: ':memory:' }).sql

describe('links', () => {
  function opened() {
    let now = NOON
    const links = openLinks(sql(), () => now)
    return { ...links, later: (seconds: number) => void (now += seconds * 1000) }
  }

  test('are good to their last second and not longer', () => {
    const { token, open, later } = opened()
    const link = token('download', '照片/a.jpg', 60)
    later(60)
    expect(open('download', link)).toBe('照片/a.jpg')
    later(1)
    expect(open('download', link)).toBeNull()
  })

  test('a link for the second before now is old', () => {
    const { token, open } = opened()
    expect(open('download', token('download', 'a', -1))).toBeNull()
  })

  test('of one step are the same, and never longer than asked for', () => {
    const { token, later } = opened()
    const link = token('download', 'a', 86_400, 600)
    later(599)
    expect(token('download', 'a', 86_400, 600)).toBe(link)
    later(1)
    expect(token('download', 'a', 86_400, 600)).not.toBe(link)
    expect(Number(link.split('.')[1])).toBeLessThanOrEqual(NOON / 1000 + 86_400)
  })

  test('are for one purpose, one path and one end', () => {
    const { token, open } = opened()
    const link = token('download', 'a', 60)
    const [purpose, end, place, signature] = link.split('.')
    const forged = [link.replace('download', 'upload'), `${purpose}.9999999999.${place}.${signature}`, `${purpose}.${end}.${Buffer.from('b').toString('base64url')}.${signature}`, `${purpose}.${end}.${place}.${signature!.slice(1)}`, `${link}.x`, `${purpose}.${end}.${place}`, '', '...', `${purpose}.${end}.${place}.`]
    for (const each of forged) for (const asked of ['upload', 'download'] as const) expect(open(asked, each)).toBeNull()
    expect(open('download', link)).toBe('a')
  })

  test('outlive a restart, and are no good elsewhere', () => {
    const shared = sql()
    const link = openLinks(shared).token('download', 'a', 60)
    expect(openLinks(shared).open('download', link)).toBe('a')
    expect(openLinks(sql()).open('download', link)).toBeNull()
  })
})

describe('files', () => {
  const open = (options: Partial<FilesOptions> = {}) => {
    const directory = options.directory ?? path.join(temporaryDirectory(), 'storage')
    return { directory, ...openFiles({ directory, sql: sql(), now: () => NOON, bytesMax: 1000, ...options }) }
  }
  const full = () => {
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  }

  test('a full disk keeps neither bytes nor row, and what was there before stays', () => {
    const shared = sql()
    const before = open({ sql: shared })
    before.put('a', Buffer.from('before'))
    const halfWay = (location: string, content: Buffer) => {
      writeFileSync(location, content.subarray(0, 2))
      full()
    }
    const { put, find, directory } = open({ sql: shared, directory: before.directory, write: halfWay })
    for (const cloudPath of ['a', 'b']) expect(() => put(cloudPath, Buffer.from('after'))).toThrow(expect.objectContaining({ code: 'STORAGE_REQUEST_FAIL', message: expect.stringContaining('磁盘已满') }))
    expect(find('b')).toBeUndefined()
    expect(readdirSync(directory)).toHaveLength(1)
    expect(readFileSync(find('a')!.location, 'utf8')).toBe('before')
  })

  test('what a killed process left behind is swept away, and nothing else', () => {
    const shared = sql()
    const { directory, put } = open({ sql: shared })
    put('kept', Buffer.from('x'))
    writeFileSync(path.join(directory, 'f'.repeat(32)), 'half an upload')
    writeFileSync(path.join(directory, 'notes.txt'), 'somebody’s own')
    const again = open({ sql: shared, directory })
    expect(readdirSync(directory).sort()).toEqual([path.basename(again.find('kept')!.location), 'notes.txt'].sort())
  })

  test('a file is written over by who uploaded it and by functions, and belongs to nobody after that', () => {
    const { put, find } = open()
    put('a', Buffer.from('mine'), 'oWang')
    put('a', Buffer.from('mine again'), 'oWang')
    expect(() => put('a', Buffer.from('theirs'), 'oLi')).toThrow(expect.objectContaining({ code: 'STORAGE_EXCEED_AUTHORITY' }))
    expect(readFileSync(find('a')!.location, 'utf8')).toBe('mine again')
    put('a', Buffer.from('a function’s'))
    for (const owner of ['oWang', 'oLi']) expect(() => put('a', Buffer.from('mine'), owner)).toThrow(expect.objectContaining({ code: 'STORAGE_EXCEED_AUTHORITY' }))
    expect([readFileSync(find('a')!.location, 'utf8'), find('a')!.owner]).toEqual(['a function’s', null])
  })

  test('a folder from before files had owners opens, and its files belong to nobody', () => {
    const shared = sql()
    shared.execute('CREATE TABLE files (path TEXT PRIMARY KEY, location TEXT NOT NULL, size INTEGER NOT NULL, at INTEGER NOT NULL)')
    shared.prepare('INSERT INTO files (path, location, size, at) VALUES (?, ?, ?, ?)').run(['old', '0'.repeat(32), 1, NOON])
    const { put, find } = open({ sql: shared })
    expect(find('old')).toMatchObject({ size: 1, owner: null })
    expect(() => put('old', Buffer.from('mine'), 'oWang')).toThrow(expect.objectContaining({ code: 'STORAGE_EXCEED_AUTHORITY' }))
  })

  test('a replaced and a removed file leave no bytes', () => {
    const { directory, put, remove } = open()
    for (const text of ['1', '2', '3']) put('a', Buffer.from(text))
    expect(readdirSync(directory)).toHaveLength(1)
    expect([remove('a'), remove('a'), readdirSync(directory)]).toEqual([true, false, []])
  })
})

test('a path of every allowed length survives a backup', () => {
  const [dataDir, out, restored] = [temporaryDirectory(), path.join(temporaryDirectory(), 'backup'), path.join(temporaryDirectory(), 'restored')]
  const engine = openEngine({ file: path.join(dataDir, 'documents.db') })
  const deep = Array.from({ length: 8 }, () => 'd'.repeat(105)).join('/')
  openFiles({ directory: path.join(dataDir, 'storage'), sql: engine.sql, now: () => NOON, bytesMax: 1000 }).put(deep, Buffer.from('deep'))
  engine.close()
  expect(dump({ dataDir, out }).files).toHaveLength(1)
  expect(load({ from: out, dataDir: restored })).toMatchObject({ files: 1 })
})

describe('uploads at the wire', () => {
  let cloud: Cloud
  let dataDir: string
  beforeAll(async () => {
    dataDir = temporaryDirectory()
    cloud = await startCloud({ dataDir, functionsDir: 'no-functions', timers: false, quiet: true, indexes: {} })
  })
  afterAll(() => cloud.close())

  const stored = () => readdirSync(path.join(dataDir, 'storage')).length
  const begin = async (cloudPath: string) => {
    const reply = await fetch(cloud.adminUrl, { method: 'POST', body: JSON.stringify({ action: 'storage.getUploadMetadata', path: cloudPath, method: 'put' }) })
    return ((await reply.json()) as { data: { url: string; authorization: string } }).data
  }
  const put = async (url: string, authorization: string, body: BodyInit) => {
    const reply = await fetch(url, { method: 'PUT', headers: { authorization }, body })
    return { status: reply.status, text: await reply.text() }
  }
  const xml = (code: string) => new RegExp(`^<\\?xml version="1.0" encoding="utf-8"\\?><Error><Code>${code}</Code><Message>[^<]+</Message><Resource>[^<]+</Resource><RequestId>[0-9a-f]{16}</RequestId><TraceId>[0-9a-f]{16}</TraceId></Error>$`)

  test('without its authorization, or with that of another, it is refused in all parts', async () => {
    const [mine, other] = [await begin('mine'), await begin('other')]
    for (const [url, authorization] of [[mine.url, ''], [mine.url, other.authorization], [`${mine.url}x`, mine.authorization]] as const) {
      const { status, text } = await put(url, authorization, 'x')
      expect(status).toBe(403)
      expect(text).toMatch(xml('AccessDenied'))
    }
    expect(stored()).toBe(0)
  })

  test('a link used again replaces the file, as the real storage has it', async () => {
    const { url, authorization } = await begin('again')
    expect([await put(url, authorization, 'first'), await put(url, authorization, 'second')]).toEqual([{ status: 200, text: '' }, { status: 200, text: '' }])
    expect(stored()).toBe(1)
  })

  test('too large a file is refused in all parts, whether or not it says so beforehand', async () => {
    const { url, authorization } = await begin('large')
    const before = stored()
    const { status, text } = await put(url, authorization, new Uint8Array(10 * 1024 * 1024 + 1))
    expect(status).toBe(413)
    expect(text).toMatch(xml('EntityTooLarge'))
    expect(stored()).toBe(before)
  })

  test('an upload that breaks off leaves nothing, and nothing in the log', async () => {
    const { url, authorization } = await begin('broken')
    const [before, lines] = [stored(), cloud.logs().length]
    await new Promise<void>((resolve) => {
      const half = request(url, { method: 'PUT', headers: { authorization } })
      half.on('error', () => resolve())
      half.write(Buffer.alloc(100_000), () => setImmediate(() => half.destroy()))
    })
    // Answered only after the broken one has been noticed: both come through the same loop.
    await begin('next')
    expect([stored(), cloud.logs().length]).toEqual([before, lines])
  })

  test('a disk that fails is told in all parts, without what the cloud looks like inside', async () => {
    const { url, authorization } = await begin('failing')
    cloud.engine.sql.execute('ALTER TABLE files RENAME TO hidden')
    const { status, text } = await put(url, authorization, 'x')
    cloud.engine.sql.execute('ALTER TABLE hidden RENAME TO files')
    expect(status).toBe(500)
    expect(text).toMatch(xml('InternalError'))
    expect(text).not.toMatch(/no such table/)
    expect(cloud.logs().at(-1)?.text).toMatch(/no such table/)
    expect(existsSync(path.join(dataDir, 'storage'))).toBe(true)
  })

  test.each(['/_cloud/file/%2e%2e%2f%2e%2e%2fdocuments.db', '/_cloud/file/..%5c..%5cdocuments.db', '/_cloud/upload/%00', '/_cloud/file/%zz', '/_cloud/file/download.1.2.3'])('%s leads nowhere', async (place) => {
    const status = await new Promise<number>((resolve, reject) => {
      // Not fetch: it would tidy the path first.
      request({ host: '127.0.0.1', port: new URL(cloud.url).port, path: place }, (reply) => {
        reply.resume()
        resolve(reply.statusCode!)
      }).on('error', reject).end()
    })
    expect([400, 403, 404]).toContain(status)
  })
})
