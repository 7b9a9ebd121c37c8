import { crc32, inflateSync } from 'node:zlib'
import { openClock } from '../../local-cloud/clock'
import { openPhoneNumbers } from '../../local-cloud/openapi/phoneNumber'
import { decodeRequest, type Picture } from '../../local-cloud/openapi/protocol'
import { openSecurity } from '../../local-cloud/openapi/security'
import { openVerdicts, type MediaVerdict } from '../../local-cloud/openapi/verdicts'
import { openVisits } from '../../local-cloud/openapi/visits'
import { getUnlimited } from '../../local-cloud/openapi/wxacode'

const HOUR = 3600_000
const NOON = Date.parse('2027-05-01T04:00:00Z')

function opened() {
  const clock = openClock(null)
  clock.freezeAt(NOON)
  const visits = openVisits(clock)
  visits.note('oPerson')
  const verdicts: MediaVerdict[] = []
  return { clock, visits, verdicts, ...openSecurity({ visits, clock, verdicts: { add: (verdict) => void verdicts.push(verdict) } }) }
}

describe('who was there in the last two hours', () => {
  test.each([
    ['at once', 0, true],
    ['after two hours', 2 * HOUR, true],
    ['after a little more', 2 * HOUR + 1, false],
    ['before the visit, when the clock was set back', -1, false],
  ])('%s', (_name, later, isRecent) => {
    const { clock, visits } = opened()
    clock.freezeAt(NOON + later)
    expect(visits.isRecent('oPerson')).toBe(isRecent)
    expect(visits.isRecent('oNobody')).toBe(false)
  })
})

describe('msgSecCheck', () => {
  const fit = { openid: 'oPerson', scene: 2, version: 2, content: '楼道堆物' }
  test.each([
    ['fit words', {}, 0],
    ['2,500 characters, of which each is two units', { content: '𠮷'.repeat(2500) }, 0],
    ['one more', { content: '字'.repeat(2501) }, 45002],
    ['no words', { content: '' }, 44004],
    ['version 1', { version: 1 }, 40097],
    ['scene 0', { scene: 0 }, 40097],
    ['scene 5', { scene: 5 }, 40097],
    ['half a scene', { scene: 1.5 }, 40097],
    ['no openid', { openid: '' }, 40003],
    ['a person who never called', { openid: 'oNobody' }, 61010],
  ])('%s', (_name, change, errcode) => expect(opened().msgSecCheck({ ...fit, ...change })).toMatchObject({ errcode }))

  test.each(['content', 'nickname', 'title', 'signature'])('the marked words are risky in %s', (field) => {
    expect(opened().msgSecCheck({ ...fit, [field]: '一处违规测试' })).toMatchObject({ errcode: 0, result: { suggest: 'risky', label: 20001 }, detail: [{ suggest: 'risky' }] })
  })
})

describe('getUserRiskRank', () => {
  const fit = { appid: 'wxApp', openid: 'oPerson', scene: 1, client_ip: '127.0.0.1' }
  test.each([
    ['no appid', { appid: '' }, 40097],
    ['no openid', { openid: undefined }, 40003],
    ['a third scene', { scene: 2 }, 40097],
    ['no address', { client_ip: '' }, 40097],
  ])('%s is refused', (_name, change, errcode) => expect(opened().getUserRiskRank({ ...fit, ...change })).toMatchObject({ errcode }))

  test('nobody is risky but whoever has it in the openid', () => {
    expect([opened().getUserRiskRank(fit), opened().getUserRiskRank({ ...fit, openid: 'o-risky-1' })]).toMatchObject([{ errcode: 0, risk_rank: 0 }, { errcode: 0, risk_rank: 4 }])
  })
})

describe('mediaCheckAsync', () => {
  const fit = { openid: 'oPerson', scene: 1, version: 2, media_type: 2, media_url: 'https://example.com/a.jpg' }
  test.each([
    ['no address', { media_url: 'a.jpg' }, 40097],
    ['an address of nothing', { media_url: 'https://' }, 40097],
    ['a third media type', { media_type: 3 }, 40097],
    ['version 1', { version: 1 }, 40097],
    ['scene 9', { scene: 9 }, 40097],
    ['no openid', { openid: undefined }, 40003],
    ['a person who never called', { openid: 'oNobody' }, 61010],
  ])('%s is refused, and no verdict is kept', (_name, change, errcode) => {
    const security = opened()
    expect(security.mediaCheckAsync({ ...fit, ...change })).toMatchObject({ errcode })
    expect(security.verdicts).toEqual([])
  })

  test('the verdicts lie ready under their trace_id', () => {
    const security = opened()
    const { trace_id: passed } = security.mediaCheckAsync(fit)
    const { trace_id: risky } = security.mediaCheckAsync({ ...fit, media_type: 1, media_url: `https://example.com/${encodeURIComponent('违规测试')}.mp3` })
    expect(security.verdicts).toMatchObject([
      { traceId: passed, at: NOON, openid: 'oPerson', mediaUrl: fit.media_url, mediaType: 2, result: { suggest: 'pass', label: 100 } },
      { traceId: risky, mediaType: 1, result: { suggest: 'risky' } },
    ])
  })
})

describe('verdicts', () => {
  const verdict = (n: number): MediaVerdict => ({ traceId: `t${n}`, at: NOON, openid: 'oPerson', mediaUrl: 'https://example.com/a.jpg', mediaType: 2, result: { suggest: 'pass', label: 100 } })
  function pushing(options: { to?: string; automatic: boolean }) {
    const pushed: [string, string][] = []
    const invoke = async (name: string, event: unknown) => {
      pushed.push([name, (event as { trace_id: string }).trace_id])
      return 'null'
    }
    return { pushed, ...openVerdicts({ clock: openClock(null), runner: { invoke }, appId: 'wxApp', report: () => undefined, ...options }) }
  }
  beforeEach(() => void jest.useFakeTimers())
  afterEach(() => void jest.useRealTimers())

  test('are pushed by themselves, a second after the check', async () => {
    const { add, pushed, pending } = pushing({ to: 'api', automatic: true })
    add(verdict(1))
    await jest.advanceTimersByTimeAsync(999)
    add(verdict(2))
    expect(pushed).toEqual([])
    await jest.advanceTimersByTimeAsync(1)
    expect([pushed, pending()]).toEqual([[['api', 't1']], [verdict(2)]])
    await jest.advanceTimersByTimeAsync(999)
    expect([pushed.length, pending()]).toEqual([2, []])
  })

  test('wait to be delivered where nothing happens by itself', async () => {
    const { add, pushed, deliver } = pushing({ to: 'api', automatic: false })
    add(verdict(1))
    await jest.advanceTimersByTimeAsync(60_000)
    expect(pushed).toEqual([])
    await deliver()
    expect(pushed).toEqual([['api', 't1']])
  })

  test('stay where they are when no function takes them, the last 1,000', async () => {
    const { add, pending, deliver } = pushing({ automatic: true })
    for (let n = 0; n < 1001; n++) add(verdict(n))
    await jest.advanceTimersByTimeAsync(60_000)
    expect([pending().length, pending()[0]!.traceId]).toEqual([1000, 't1'])
    await expect(deliver()).rejects.toThrow(/mediaVerdictsTo/)
  })
})

describe('getPhoneNumber', () => {
  test('a code is good once', () => {
    const getPhoneNumber = openPhoneNumbers(opened().clock, 'wxApp')
    expect(getPhoneNumber({ code: 'phone-13800000000' })).toMatchObject({ errcode: 0, phone_info: { phoneNumber: '13800000000', purePhoneNumber: '13800000000', countryCode: '86', watermark: { timestamp: NOON / 1000, appid: 'wxApp' } } })
    expect(getPhoneNumber({ code: 'phone-13800000000' })).toMatchObject({ errcode: 40029 })
  })
  test.each(['', 'phone-', 'phone-1a', 'x-phone-1', undefined, 1])('%p is no code', (code) => expect(openPhoneNumbers(opened().clock, 'wxApp')({ code })).toMatchObject({ errcode: 40029 }))
})

describe('getUnlimited', () => {
  const fit = { scene: 'id=1', page: 'pages/case/index' }
  test.each([
    ['no scene', { scene: '' }, 40169],
    ['33 characters', { scene: 'a'.repeat(33) }, 40169],
    ['a percent sign', { scene: '%20' }, 40129],
    ['Chinese', { scene: '小区' }, 40129],
    ['a leading slash', { page: '/pages/case/index' }, 41030],
    ['a query', { page: 'pages/case/index?id=1' }, 41030],
    ['no page', { page: undefined }, 41030],
    ['too small', { width: 279 }, 40097],
    ['too large', { width: 1281 }, 40097],
  ])('%s is refused', (_name, change, errcode) => expect(getUnlimited({ ...fit, ...change })).toMatchObject({ errcode }))

  test('every character that WeChat lets in', () => {
    for (const scene of ["!#$&'()*+,/:;=?@-._~", '0123456789abcdefghijklmnopqrstuv', 'ABCXYZ']) expect(getUnlimited({ ...fit, scene })).toMatchObject({ contentType: 'image/png' })
  })

  test('the picture is a whole PNG that says its scene and page', () => {
    const chunks = chunksOf(pictureOf(fit).buffer)
    expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'tEXt', 'tEXt', 'IDAT', 'IEND'])
    expect(chunks.filter(({ type }) => type === 'tEXt').map(({ data }) => data.toString('latin1'))).toEqual(['scene\0id=1', 'page\0pages/case/index'])
    expect(chunks[0]!.data.readUInt32BE(0)).toBe(430)
    const pixels = inflateSync(chunks[3]!.data)
    expect(pixels).toHaveLength(431 * 430)
    expect(pixels.filter((value) => value === 255).length).toBeGreaterThan(430 * 43)
  })

  test('the same code looks the same, another looks different', () => {
    expect(pictureOf(fit).buffer.equals(pictureOf(fit).buffer)).toBe(true)
    const pixels = (change: object) => chunksOf(pictureOf({ ...fit, ...change }).buffer)[3]!.data
    expect(pixels({ scene: 'id=2' }).equals(pixels({}))).toBe(false)
    expect(pixels({ page: 'pages/index/index' }).equals(pixels({}))).toBe(false)
  })
})

test.each([
  ['bytes that are no message', Buffer.from([0xff, 0xff, 0xff])],
  ['a message that breaks off', Buffer.from('12280a10', 'hex')],
  ['a value that is no JSON', Buffer.from([0x12, 0x09, 0x0a, 0x07, 0x0a, 0x01, 0x61, 0x12, 0x02, 0x7b, 0x7b])],
])('%s cannot be read', (_name, bytes) => expect(() => decodeRequest(bytes)).toThrow(/requestData cannot be read/))

const pictureOf = (parameters: Record<string, unknown>) => getUnlimited(parameters) as Picture

function chunksOf(png: Buffer): { type: string; data: Buffer }[] {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  const chunks = []
  for (let at = 8; at < png.length; ) {
    const end = at + 8 + png.readUInt32BE(at)
    expect(png.readUInt32BE(end)).toBe(crc32(png.subarray(at + 4, end)))
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, end) })
    at = end + 4
  }
  return chunks
}
