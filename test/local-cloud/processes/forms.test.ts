import { request } from 'node:http'
import { startCloud, type Cloud } from '../../../local-cloud/start'

/** `cloud.openapi.*` arrives as a form around a protobuf message: what cannot be read is told, and the gateway stays up. */
let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud({ dataDir: ':memory:', functionsDir: 'no-functions', timers: false, quiet: true, indexes: {} })
})
afterAll(() => cloud.close())
afterEach(async () => {
  const reply = await fetch(cloud.adminUrl, { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=B' }, body: `${names}${part('requestData', '', BINARY)}--B--\r\n` })
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/octet-stream'])
})

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
})

test('a caller that hangs up in the middle', async () => {
  await new Promise<void>((resolve) => {
    const half = request(cloud.adminUrl, { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=B' } })
    half.on('error', () => resolve())
    half.write(names + part('requestData', 'half', BINARY).slice(0, -2), () => setTimeout(() => half.destroy(new Error('hung up')), 20))
  })
})
