import { functionsDirectory, quietCloud, removeTemporaryDirectories, WITH_SDK } from '../../local-cloud/support'
import type { Cloud, InvokeOptions } from '../../../local-cloud/start'

/** Calls WeChat's interface from where a cloud function runs, with the SDK as published. */
const CALLER = `${WITH_SDK}
exports.main = async ({ api, parameters, options }) => {
  const [group, name] = api.split('.')
  const openapi = options ? cloud.openapi(options) : cloud.openapi
  for (const media of Object.values(parameters)) if (media && media.contentType) media.value = Buffer.from(media.value)
  try {
    const { buffer, ...answer } = await (name ? openapi[group][name](parameters) : cloud[group](parameters))
    return { ...answer, ...(buffer && { png: buffer.toString('base64') }) }
  } catch (e) {
    return { failed: e.constructor.name, errCode: e.errCode, errMsg: e.errMsg }
  }
}
`
/** Where WeChat pushes what became of a picture; it keeps what it was given, and fails on the first push. */
const RECEIVER = `${WITH_SDK}
let pushes = 0
exports.main = async (event) => {
  if (event.Event !== 'wxa_media_check') return 'hello'
  if (pushes++ === 0) throw new Error('not now')
  await db.collection('verdicts').add({ data: { event, context: cloud.getWXContext() } })
  return 'success'
}
`
const ALL = ['subscribeMessage.send', 'security.msgSecCheck', 'security.mediaCheckAsync', 'wxacode.getUnlimited', 'phonenumber.getPhoneNumber', 'riskControl.getUserRiskRank']

let cloud: Cloud

beforeAll(async () => {
  const functionsDir = functionsDirectory({ caller: { code: CALLER, config: { permissions: { openapi: [...ALL, 'wxacode.get'] } } }, unpermitted: { code: CALLER }, receiver: { code: RECEIVER } })
  cloud = await quietCloud({ functionsDir, mediaVerdictsTo: 'receiver' })
  cloud.engine.createCollection('verdicts')
})
afterAll(async () => {
  await cloud.close()
  removeTemporaryDirectories()
})

type Answer = { errCode: number; errMsg: string } & Record<string, any>
type As = { readonly name?: string; readonly by?: InvokeOptions; readonly options?: object }
const ask = (api: string, parameters: object = {}, { name = 'caller', by = { openid: 'oPerson' }, options }: As = {}) => cloud.invoke<Answer>(name, { api, parameters, options }, by)
const check = { openid: 'oPerson', scene: 2, version: 2, content: '楼道堆物' }

test('riskControl.getUserRiskRank tells a rank in the SDK\'s way of writing', async () => {
  expect(await ask('riskControl.getUserRiskRank', { appid: 'wx-linjing-local', openid: 'o-risky', scene: 1, clientIp: '127.0.0.1' })).toMatchObject({ riskRank: 4 })
})

describe('subscribeMessage.send', () => {
  const message = { touser: 'oReader', templateId: 'TPL', page: 'pages/case/index?id=1', data: { thing1: { value: '路灯' } } }
  test.each([
    ['nobody to send to', { touser: '' }, 40003],
    ['no template', { templateId: '' }, 40037],
    ['a page that is no text', { page: 7 }, 41030],
    ['no data', { data: {} }, 47003],
    ['a field of an unknown kind', { data: { colour1: { value: 'red' } } }, 47003],
    ['a thing of 21 characters', { data: { thing1: { value: '字'.repeat(21) } } }, 47003],
    ['a field without a value', { data: { thing1: { value: '' } } }, 47003],
    ['an unknown state of the mini-program', { miniprogramState: 'beta' }, 40097],
    ['an unknown language', { lang: 'fr' }, 40097],
    ['nothing accepted', {}, 43101],
  ])('%s', async (_name, change, errCode) => {
    expect(await ask('subscribeMessage.send', { ...message, ...change })).toMatchObject({ failed: 'CloudSDKError', errCode, errMsg: expect.stringMatching(/^openapi\.subscribeMessage\.send:fail /) })
  })
})

describe('what was accepted', () => {
  const message = { touser: 'oAccepting', templateId: 'TPL', page: 'pages/case/index?id=1', miniprogramState: 'trial', lang: 'zh_CN', data: { thing1: { value: '字'.repeat(20) }, time2: { value: '2026-05-01 10:00' } } }

  test('one accept is good for one message; the next is 43101', async () => {
    cloud.acceptMessages('oAccepting', 'TPL')
    expect(await ask('subscribeMessage.send', message)).toEqual({ errCode: 0, errMsg: 'openapi.subscribeMessage.send:ok', msgid: expect.any(Number) })
    expect(cloud.sentMessages()).toMatchObject([{ openid: 'oAccepting', templateId: 'TPL', page: 'pages/case/index?id=1', data: message.data }])
    expect(await ask('subscribeMessage.send', message)).toMatchObject({ errCode: 43101 })
  })

  test('a message that is refused costs no accept', async () => {
    cloud.acceptMessages('oAccepting', 'TPL')
    expect(await ask('subscribeMessage.send', { ...message, data: {} })).toMatchObject({ errCode: 47003 })
    expect(await ask('subscribeMessage.send', message)).toMatchObject({ errCode: 0 })
  })
})

describe('options of openapi()', () => {
  const snake = { touser: 'oSnake', template_id: 'TPL', data: { thing1: { value: 'a' } } }
  const camel = { touser: 'oSnake', templateId: 'TPL', data: { thing1: { value: 'a' } } }

  test('without conversion the names must be WeChat’s own, and so are those of the answer', async () => {
    cloud.acceptMessages('oSnake', 'TPL')
    expect(await ask('subscribeMessage.send', camel, { options: { convertCase: false } })).toMatchObject({ errCode: 40037 })
    expect(await ask('subscribeMessage.send', snake, { options: { convertCase: false } })).toMatchObject({ errCode: 0 })
    expect(await ask('security.msgSecCheck', check, { options: { convertCase: false } })).toMatchObject({ errCode: 0, trace_id: expect.any(String) })
  })

  test('version v2 asks for the same', async () => expect(await ask('security.msgSecCheck', check, { options: { version: 'v2' } })).toMatchObject({ errCode: 0 }))

  test('an appid is that of this cloud', async () => {
    expect(await ask('security.msgSecCheck', check, { options: { appid: 'wx-linjing-local' } })).toMatchObject({ errCode: 0 })
    expect(await ask('security.msgSecCheck', check, { options: { appid: 'wx123' } })).toMatchObject({ errCode: -501007, errMsg: expect.stringContaining('wx-linjing-local') })
  })

  test('a picture among the parameters is carried as it is, and no text for that', async () => {
    const media = { contentType: 'image/png', value: 'PNG' }
    expect(await ask('security.msgSecCheck', { ...check, media })).toMatchObject({ errCode: 0 })
    expect(await ask('security.msgSecCheck', { ...check, content: media })).toMatchObject({ errCode: 44004 })
  })
})

describe('security', () => {
  const media = { openid: 'oPerson', scene: 1, version: 2, mediaType: 2, mediaUrl: 'https://example.com/a.jpg' }

  test('words of the person who is calling are checked', async () => {
    expect(await ask('security.msgSecCheck', check)).toMatchObject({ errCode: 0, errMsg: 'openapi.security.msgSecCheck:ok', result: { suggest: 'pass', label: 100 }, traceId: expect.any(String) })
    expect(await ask('security.msgSecCheck', { ...check, content: '违规测试' })).toMatchObject({ errCode: 0, result: { suggest: 'risky' } })
  })

  test('a person is remembered for two hours of the cloud’s clock', async () => {
    const [atNoon, byNobody] = [Date.parse('2027-05-01T04:00:00Z'), { by: {} }]
    cloud.clock.freezeAt(atNoon)
    await ask('security.msgSecCheck', check)
    cloud.clock.freezeAt(atNoon + 2 * 3600_000)
    expect(await ask('security.msgSecCheck', check, byNobody)).toMatchObject({ errCode: 0 })
    cloud.clock.freezeAt(atNoon + 2 * 3600_000 + 1)
    expect(await ask('security.msgSecCheck', check, byNobody)).toMatchObject({ failed: 'CloudSDKError', errCode: 61010 })
    expect(await ask('security.mediaCheckAsync', media, byNobody)).toMatchObject({ errCode: 61010 })
    expect(await ask('security.msgSecCheck', check)).toMatchObject({ errCode: 0 })
    cloud.clock.moveTo(Date.now())
  })

  test('a picture is taken in, or refused', async () => {
    expect(await ask('security.mediaCheckAsync', media)).toMatchObject({ errCode: 0, traceId: expect.any(String) })
    expect(cloud.pendingVerdicts()).toMatchObject([{ openid: 'oPerson', mediaUrl: media.mediaUrl, result: { suggest: 'pass' } }])
    expect(await ask('security.mediaCheckAsync', { ...media, mediaType: 3 })).toMatchObject({ errCode: 40097 })
    expect(await ask('security.mediaCheckAsync', { ...media, openid: 'oNobody' })).toMatchObject({ errCode: 61010 })
  })
})

test('whoever a function ran for was there, whether or not it asked WeChat for anything', async () => {
  const words = { ...check, openid: 'oQuiet' }
  expect(await ask('security.msgSecCheck', words)).toMatchObject({ errCode: 61010 })
  await cloud.invoke('receiver', {}, { openid: 'oQuiet' })
  expect(await ask('security.msgSecCheck', words)).toMatchObject({ errCode: 0 })
})

describe('the verdict of a picture is pushed', () => {
  const media = { openid: 'oPerson', scene: 1, version: 2, mediaType: 2, mediaUrl: `https://example.com/${encodeURIComponent('违规测试')}.jpg` }

  test('to the function that was named, once it takes it, in the shape of WeChat', async () => {
    const { traceId } = await ask('security.mediaCheckAsync', media)
    const pending = cloud.pendingVerdicts().length
    // The first push fails: it is kept for the next time.
    await cloud.deliverVerdicts()
    expect(cloud.pendingVerdicts()).toHaveLength(1)
    expect(cloud.logs().at(-1)?.text).toMatch(/媒体检测结果推送失败.*not now/)
    await cloud.deliverVerdicts()
    expect(cloud.pendingVerdicts()).toEqual([])
    await cloud.deliverVerdicts()
    const pushed = cloud.engine.find('verdicts')
    expect(pushed).toHaveLength(pending)
    const result = { suggest: 'risky', label: 20001 }
    expect(pushed.find(({ event }) => (event as { trace_id: string }).trace_id === traceId)).toMatchObject({
      event: {
        ToUserName: 'gh_local', FromUserName: 'oPerson', CreateTime: expect.any(Number), MsgType: 'event', Event: 'wxa_media_check', appid: 'wx-linjing-local',
        trace_id: traceId, version: 2, detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }], errcode: 0, errmsg: 'ok', result,
      },
      context: { OPENID: 'oPerson', APPID: 'wx-linjing-local' },
    })
  })
})

describe('callOpenAPI, which the SDK calls deprecated', () => {
  test('serves the same interfaces, with WeChat’s names, and brings its errors inside the result', async () => {
    expect(await ask('callOpenAPI', { api: 'security.msgSecCheck', data: check })).toMatchObject({ errMsg: 'callOpenAPI:ok', result: { errcode: 0, result: { suggest: 'pass' }, trace_id: expect.any(String) } })
    expect(await ask('callOpenAPI', { api: 'subscribeMessage.send', data: { touser: '' } })).toMatchObject({ errMsg: 'callOpenAPI:ok', result: { errcode: 40003 } })
    expect(await ask('callOpenAPI', { api: 'x.y', data: { a: 1 } })).toMatchObject({ result: { errcode: -604100, errmsg: expect.stringContaining('x.y') } })
    expect(await ask('callOpenAPI', { api: 'security.msgSecCheck', data: check }, { name: 'unpermitted' })).toMatchObject({ result: { errcode: -604101 } })
  })
  test('has no pictures', async () => expect(await ask('callOpenAPI', { api: 'wxacode.getUnlimited', data: { scene: 'a', page: 'pages/a' } })).toMatchObject({ failed: 'TcbError', errMsg: expect.stringContaining('openapi.wxacode.getUnlimited') }))
})

describe('pictures and numbers', () => {
  test('getUnlimited gives a PNG', async () => {
    const { png, ...answer } = await ask('wxacode.getUnlimited', { scene: 'id=1', page: 'pages/case/index', checkPath: false })
    expect(answer).toEqual({ contentType: 'image/png', errCode: 0, errMsg: 'openapi.wxacode.getUnlimited:ok' })
    expect(Buffer.from(png as string, 'base64').toString('latin1')).toMatch(/^\x89PNG[^]*scene\0id=1[^]*page\0pages\/case\/index/)
  })
  test.each([
    ['a scene too long', { scene: 'a'.repeat(33), page: 'pages/a' }, 40169],
    ['a scene in Chinese', { scene: '小区', page: 'pages/a' }, 40129],
    ['a leading slash', { scene: 'a', page: '/pages/a' }, 41030],
  ])('%s is refused', async (_name, parameters, errCode) => expect(await ask('wxacode.getUnlimited', parameters)).toMatchObject({ failed: 'CloudSDKError', errCode }))

  test('a code gives a number once', async () => {
    expect(await ask('phonenumber.getPhoneNumber', { code: 'phone-13800000000' })).toMatchObject({ errCode: 0, phoneInfo: { phoneNumber: '13800000000', purePhoneNumber: '13800000000', countryCode: '86', watermark: { timestamp: expect.any(Number), appid: 'wx-linjing-local' } } })
    expect(await ask('phonenumber.getPhoneNumber', { code: 'phone-13800000000' })).toMatchObject({ failed: 'CloudSDKError', errCode: 40029 })
    expect(await ask('phonenumber.getPhoneNumber', { code: 'stolen' })).toMatchObject({ errCode: 40029 })
  })
})

describe('refusals of the cloud itself', () => {
  test('an interface that is not served is -604100, by its name', async () => {
    expect(await ask('wxacode.get', { path: 'pages/a' })).toMatchObject({ failed: 'CloudSDKError', errCode: -604100, errMsg: expect.stringMatching(/^openapi\.wxacode\.get:fail API not found/) })
    expect(await ask('security.imgSecCheck', { media: { contentType: 'image/png', value: 'x' } })).toMatchObject({ errCode: -604100 })
    expect(await ask('getOpenData', { list: ['CID'] })).toMatchObject({ errMsg: expect.stringContaining('getOpenData') })
  })

  test.each(ALL)('%s without permission is -604101', async (api) => {
    expect(await ask(api, {}, { name: 'unpermitted' })).toMatchObject({ failed: 'CloudSDKError', errCode: -604101, errMsg: 'system error: error code: -604101' })
  })
})
