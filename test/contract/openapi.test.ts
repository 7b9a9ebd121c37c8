import { request } from 'node:http'
import { functionsDirectory, quietCloud, removeTemporaryDirectories, WITH_SDK } from '../local-cloud/support'
import type { Cloud, InvokeOptions } from '../../local-cloud/start'

/** Calls WeChat's interface from where a cloud function runs, with the SDK as published. */
const CALLER = `${WITH_SDK}
exports.main = async ({ api, parameters }) => {
  const [group, name] = api.split('.')
  try {
    const { buffer, ...answer } = await (name ? cloud.openapi[group][name](parameters) : cloud[group](parameters))
    return { ...answer, ...(buffer && { png: buffer.toString('base64') }) }
  } catch (e) {
    return { failed: e.constructor.name, errCode: e.errCode, errMsg: e.errMsg }
  }
}
`
const ALL = ['subscribeMessage.send', 'security.msgSecCheck', 'security.mediaCheckAsync', 'wxacode.getUnlimited', 'phonenumber.getPhoneNumber']

let cloud: Cloud

beforeAll(async () => {
  cloud = await quietCloud({ functionsDir: functionsDirectory({ caller: { code: CALLER, config: { permissions: { openapi: [...ALL, 'wxacode.get'] } } }, unpermitted: { code: CALLER } }) })
})
afterAll(async () => {
  await cloud.close()
  removeTemporaryDirectories()
})

type Answer = { errCode: number; errMsg: string } & Record<string, any>
type As = { readonly name?: string; readonly by?: InvokeOptions }
const ask = (api: string, parameters: object = {}, { name = 'caller', by = { openid: 'oPerson' } }: As = {}) => cloud.invoke<Answer>(name, { api, parameters }, by)
const check = { openid: 'oPerson', scene: 2, version: 2, content: '楼道堆物' }

describe('subscribeMessage.send', () => {
  const message = { touser: 'oReader', templateId: 'TPL', page: 'pages/case/index?id=1', data: { thing1: { value: '路灯' } } }
  test.each([
    ['nobody to send to', { touser: '' }, 40003],
    ['no template', { templateId: '' }, 40037],
    ['a page that is no text', { page: 7 }, 41030],
    ['no data', { data: {} }, 47003],
    ['a field of an unknown kind', { data: { colour1: { value: 'red' } } }, 47003],
    ['nothing accepted', {}, 43101],
  ])('%s', async (_name, change, errCode) => {
    expect(await ask('subscribeMessage.send', { ...message, ...change })).toMatchObject({ failed: 'CloudSDKError', errCode, errMsg: expect.stringMatching(/^openapi\.subscribeMessage\.send:fail /) })
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
    expect(await ask('security.mediaCheckAsync', { ...media, mediaType: 3 })).toMatchObject({ errCode: 40097 })
    expect(await ask('security.mediaCheckAsync', { ...media, openid: 'oNobody' })).toMatchObject({ errCode: 61010 })
  })
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
    expect(await ask('phonenumber.getPhoneNumber', { code: 'phone-13800000000' })).toMatchObject({ errCode: 0, phoneInfo: { phoneNumber: '13800000000', countryCode: '86' } })
    expect(await ask('phonenumber.getPhoneNumber', { code: 'phone-13800000000' })).toMatchObject({ failed: 'CloudSDKError', errCode: 40029 })
    expect(await ask('phonenumber.getPhoneNumber', { code: 'stolen' })).toMatchObject({ errCode: 40029 })
  })
})

describe('refusals of the cloud itself', () => {
  test('an interface that is not served is -604100, by its name', async () => {
    expect(await ask('wxacode.get', { path: 'pages/a' })).toMatchObject({ failed: 'CloudSDKError', errCode: -604100, errMsg: expect.stringMatching(/^openapi\.wxacode\.get:fail API not found/) })
    expect(await ask('security.imgSecCheck', { media: { contentType: 'image/png', value: 'x' } })).toMatchObject({ errCode: -604100 })
    expect(await ask('getOpenData', { list: ['CID'] })).toMatchObject({ errMsg: expect.stringContaining('ApiGetOpenDataByCloudId') })
  })

  test.each(ALL)('%s without permission is -604101', async (api) => {
    expect(await ask(api, {}, { name: 'unpermitted' })).toMatchObject({ failed: 'CloudSDKError', errCode: -604101, errMsg: 'system error: error code: -604101' })
  })
})

describe('what cannot be read is told, and the gateway stays up', () => {
  const part = (name: string, value: string, type = '') => `--B\r\nContent-Disposition: form-data; name="${name}"\r\n${type && `Content-Type: ${type}\r\n`}\r\n${value}\r\n`
  const BINARY = 'application/octet-stream'
  const names = part('action', 'wx.openApi') + part('apiName', 'security.msgSecCheck')
  const bodies: [string, string, string, RegExp][] = [
    ['a message that is no protobuf', 'multipart/form-data; boundary=B', `${names}${part('requestData', '\x7f\x7f\x7f', BINARY)}--B--\r\n`, /requestData cannot be read/],
    ['no message at all', 'multipart/form-data; boundary=B', `${names}--B--\r\n`, /requestData is missing/],
    ['a form that breaks off inside the message', 'multipart/form-data; boundary=B', `${names}${part('requestData', 'half', BINARY)}`, /malformed multipart/],
    ['a form that breaks off at once', 'multipart/form-data; boundary=B', '--B\r\nContent-Dis', /malformed multipart/],
    ['a form without a boundary', 'multipart/form-data', names, /malformed multipart/],
    ['a message of 3 MB', 'multipart/form-data; boundary=B', `${names}${part('requestData', 'x'.repeat(3 * 1024 * 1024), BINARY)}--B--\r\n`, /too large/],
    ['another action', 'multipart/form-data; boundary=B', `${part('action', 'wx.other')}${part('requestData', '', BINARY)}--B--\r\n`, /wx\.other/],
  ]
  test.each(bodies)('%s', async (_name, type, body, message) => {
    const reply = await fetch(cloud.adminUrl, { method: 'POST', headers: { 'content-type': type }, body })
    // The SDK knows a refusal of the cloud by exactly this type.
    expect(reply.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(await reply.json()).toMatchObject({ code: 'INVALID_PARAM', message: expect.stringMatching(message), requestId: expect.any(String) })
    expect(await ask('security.msgSecCheck', check)).toMatchObject({ errCode: 0 })
  })

  test('a caller that hangs up in the middle', async () => {
    await new Promise<void>((resolve) => {
      const half = request(cloud.adminUrl, { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=B' } })
      half.on('error', () => resolve())
      half.write(names + part('requestData', 'half', BINARY).slice(0, -2), () => setTimeout(() => half.destroy(new Error('hung up')), 20))
    })
    expect(await ask('security.msgSecCheck', check)).toMatchObject({ errCode: 0 })
  })
})
