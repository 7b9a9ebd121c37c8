import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { temporaryDirectory } from '../../local-cloud/support'
import { openLaboratory, type Sdk } from './laboratory'

const { run, fail } = openLaboratory()
const PREFIX = 'cloud://linjing-local.local-bucket/'

const upload = (cloudPath: string, text: string) => run(({ cloud, input }) => cloud.uploadFile({ cloudPath: input.cloudPath, fileContent: Buffer.from(input.text) }), { cloudPath, text })
const download = (cloudPath: string) => run(async ({ cloud, input }) => (await cloud.downloadFile({ fileID: input })).fileContent.toString(), PREFIX + cloudPath)
const linkTo = async (cloudPath: string): Promise<string> => (await run(({ cloud, input }) => cloud.getTempFileURL({ fileList: [input] }), PREFIX + cloudPath)).fileList[0].tempFileURL

test('a file goes up, comes down, has an address, and goes away', async () => {
  const answer = await run(async ({ cloud }) => {
    const uploaded = await cloud.uploadFile({ cloudPath: '照片/a b.txt', fileContent: Buffer.from('你好') })
    const { fileID } = uploaded
    const downloaded = await cloud.downloadFile({ fileID })
    return {
      uploaded,
      text: downloaded.fileContent.toString(),
      status: downloaded.statusCode,
      links: await cloud.getTempFileURL({ fileList: [fileID, { fileID, maxAge: 60 }] }),
      deleted: await cloud.deleteFile({ fileList: [fileID] }),
      gone: (await cloud.getTempFileURL({ fileList: [fileID] })).fileList,
    }
  })
  const fileID = `${PREFIX}照片/a b.txt`
  const tempFileURL = expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/_cloud\/file\/[\w.-]+$/)
  expect(answer).toEqual({
    uploaded: { fileID, statusCode: -1, errMsg: 'uploadFile:ok' },
    text: '你好',
    status: 200,
    links: { fileList: [{ fileID, status: 0, errMsg: 'ok', tempFileURL }, { fileID, status: 0, errMsg: 'ok', maxAge: 60, tempFileURL }], errMsg: 'getTempFileURL:ok' },
    deleted: { fileList: [{ fileID, status: 0, errMsg: 'ok' }], errMsg: 'deleteFile:ok' },
    gone: [{ fileID, status: -503003, errMsg: 'storage file not exists', tempFileURL: '' }],
  })
  expect((await fetch(answer.links.fileList[0].tempFileURL)).status).toBe(404)
})

describe('paths', () => {
  const good = ['a.txt', 'a/b/c/d.txt', '中文/照片.jpg', 'a b.txt', '🌱.txt', 'a+b&c=d;e,f@g$h.txt', "it's(1)!*.txt", '~tilde', '.hidden', `${'长'.repeat(280)}.txt`, 'n'.repeat(850)]
  test.each(good)('%p holds what was put there', async (cloudPath) => {
    expect(await upload(cloudPath, cloudPath)).toMatchObject({ fileID: PREFIX + cloudPath })
    expect(await download(cloudPath)).toBe(cloudPath)
    expect(await (await fetch(await linkTo(cloudPath))).text()).toBe(cloudPath)
  })

  const bad = ['', '/a', 'a/', 'a//b', '../secret', 'a/../../secret', 'a/./b', '..', '.', 'a\\b', 'a\0b', 'a\nb', '%2e%2e/a', 'a?b', 'a#b', 'a:b', 'a<b', 'n'.repeat(851), '长'.repeat(284)]
  test.each(bad)('%p is refused', async (cloudPath) => {
    expect((await fail(({ cloud, input }) => cloud.uploadFile({ cloudPath: input, fileContent: Buffer.from('x') }), cloudPath)).errMsg).toMatch(/invalid cloudPath|path is missing|cloudPath/)
  })

  test('an id that leads out of the bucket finds nothing and removes nothing', async () => {
    const fileList = [`${PREFIX}../documents.db`, `${PREFIX}a/../../x`, `${PREFIX}`]
    expect(await run(async ({ cloud, input }) => [(await cloud.deleteFile({ fileList: input })).fileList, (await cloud.getTempFileURL({ fileList: input })).fileList], fileList)).toEqual([
      fileList.map((fileID) => ({ fileID, status: -503003, errMsg: 'storage file not exists' })),
      fileList.map((fileID) => ({ fileID, status: -503003, errMsg: 'storage file not exists', tempFileURL: '' })),
    ])
  })
})

describe('contents', () => {
  test('of no bytes', async () => {
    expect(await upload('empty', '')).toMatchObject({ fileID: `${PREFIX}empty` })
    expect(await download('empty')).toBe('')
  })

  test('of every byte, from a stream, to a file', async () => {
    const file = path.join(temporaryDirectory(), 'bytes')
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_each, i) => (i * 31) % 256))
    writeFileSync(file, bytes)
    const hash = await run(async ({ cloud, input, load }) => {
      const { fileID } = await cloud.uploadFile({ cloudPath: 'bytes', fileContent: load('node:fs').createReadStream(input) })
      return load('node:crypto').createHash('sha256').update((await cloud.downloadFile({ fileID })).fileContent).digest('hex')
    }, file)
    expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  test('an upload over a file replaces it', async () => {
    await upload('twice', 'first')
    const link = await linkTo('twice')
    await upload('twice', 'second')
    expect([await download('twice'), await (await fetch(link)).text()]).toEqual(['second', 'second'])
  })

  test('of many uploads to one path at once, one is there, whole', async () => {
    const texts = Array.from({ length: 12 }, (_each, i) => String(i).repeat(50_000))
    await run(({ cloud, input }) => Promise.all(input.map((text: string) => cloud.uploadFile({ cloudPath: 'fought', fileContent: Buffer.from(text) }))), texts)
    expect(texts).toContain(await download('fought'))
  })

  test('of 10 MB and no more', async () => {
    const sized = (bytes: number) => run(({ cloud, input }) => cloud.uploadFile({ cloudPath: 'sized', fileContent: Buffer.alloc(input) }), bytes)
    expect(await sized(10 * 1024 * 1024)).toMatchObject({ errMsg: 'uploadFile:ok' })
    await upload('sized', 'small')
    await expect(sized(10 * 1024 * 1024 + 1)).rejects.toThrow(/uploadFile:fail \[EntityTooLarge\]: 内容超过 10240 KB.*STORAGE_REQUEST_FAIL/)
    expect(await download('sized')).toBe('small')
  })

  const refused: [string, (sdk: Sdk) => unknown][] = [['a text', ({ cloud }) => cloud.uploadFile({ cloudPath: 'a', fileContent: 'text' })]]
  test.each(refused)('%s is no content, says the SDK', async (_name, work) => expect((await fail(work)).errMsg).toMatch(/fileContent should be instance of fs.ReadStream or Buffer/))
})

describe('how long a link is good', () => {
  test.each([0, -1, 86_401, 1.5, '60'])('max_age %p is refused', async (maxAge) => {
    expect(await fail(({ cloud, input }) => cloud.getTempFileURL({ fileList: [{ fileID: 'cloud://a.b/c', maxAge: input }] }), maxAge)).toMatchObject({ errMsg: expect.stringContaining('max_age') })
  })

  test('two askings within a short time get the same address, so that a browser keeps the picture', async () => {
    await upload('kept', 'x')
    const links = [await linkTo('kept'), await linkTo('kept'), await linkTo('kept')]
    // Every ten minutes begins a new one, which may be just now.
    expect(new Set(links).size).toBeLessThanOrEqual(2)
  })
})

test('a downloaded file says what it is, is never run as a page, and comes whole', async () => {
  await upload('page.html', '<script>alert(1)</script>')
  const reply = await fetch(await linkTo('page.html'), { headers: { range: 'bytes=0-3' } })
  expect([reply.status, await reply.text()]).toEqual([200, '<script>alert(1)</script>'])
  expect(Object.fromEntries(reply.headers)).toMatchObject({ 'content-type': 'application/octet-stream', 'content-disposition': expect.stringMatching(/^attachment/), 'content-security-policy': "default-src 'none'; sandbox", 'x-content-type-options': 'nosniff' })
})

