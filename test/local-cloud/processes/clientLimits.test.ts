import type { Cloud } from '../../../local-cloud/start'
import { functionsDirectory, quietCloud, removeTemporaryDirectories } from '../support'

/** What reaches a phone is less than what reaches a function. */
const MB = 1024 * 1024
let cloud: Cloud

beforeAll(async () => {
  cloud = await quietCloud({ functionsDir: functionsDirectory({ large: { code: 'exports.main = async ({ bytes }) => "x".repeat(bytes)' } }) })
})
afterAll(async () => {
  await cloud.close()
  removeTemporaryDirectories()
})

const call = (data: object) => send(JSON.stringify({ name: 'large', data }))
const send = async (body: string) => {
  const reply = await fetch(`${cloud.url}/client/call`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  return { status: reply.status, ...((await reply.json()) as { ok: boolean; result?: string; errMsg?: string }) }
}

test('a result of 1 MB reaches the phone, a larger one is -604001', async () => {
  // Two bytes are the quotation marks of the JSON text.
  expect((await call({ bytes: MB - 2 })).result).toHaveLength(MB - 2)
  expect(await call({ bytes: MB - 1 })).toEqual({ status: 200, ok: false, errMsg: 'cloud.callFunction:fail Error: errCode: -604001 | errMsg: cloudfunction result size exceed limit (1MB)' })
})

test('a call of more than 1 MB is refused, and the next one is answered', async () => {
  expect(await call({ bytes: 1, more: 'x'.repeat(MB) })).toMatchObject({ status: 413, ok: false, errMsg: expect.stringContaining('1024 KB') })
  expect(await call({ bytes: 1 })).toMatchObject({ ok: true, result: 'x' })
})

test.each([
  ['lists', '['.repeat(100_000) + ']'.repeat(100_000)],
  ['objects', '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)],
])('a call with %s nested 100,000 deep is a bad request, and the next one is answered', async (_name, data) => {
  expect(await send(`{"name":"large","data":${data}}`)).toMatchObject({ status: 400, errMsg: expect.stringContaining('嵌套太深') })
  expect(await call({ bytes: 1 })).toMatchObject({ ok: true, result: 'x' })
})
