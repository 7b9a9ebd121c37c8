import { WITH_SDK } from '../../local-cloud/support'
import { openLaboratory, PERSON } from './laboratory'

const LIMIT = 6 * 1024 * 1024
const answering = (expression: string) => ({ code: `exports.main = async (event) => (${expression})` })
const { cloud, run, fail } = openLaboratory({
  collections: ['plain'],
  functions: {
    greeter: { code: `${WITH_SDK}exports.main = async (event) => ({ event, ...cloud.getWXContext() })` },
    echo: answering('event'),
    text: answering("'str'"),
    json: answering("'{\"a\":1}'"),
    nothing: answering('undefined'),
    dated: answering('({ at: new Date(0), un: undefined })'),
    thrower: { code: "exports.main = async () => { throw new RangeError('boom') }" },
    measure: answering('event.text.length'),
    large: answering("'x'.repeat(event.bytes)"),
    logger: { code: `${WITH_SDK}exports.main = async () => { const log = cloud.logger(); log.info({ name: 'entry', cost: 10 }); log.warn({ careful: true }); return 'written' }` },
  },
})

describe('callFunction', () => {
  test('brings back the result and the id of the request', async () => {
    expect(await run(({ cloud }) => cloud.callFunction({ name: 'echo', data: { a: [1, null, '中'] } }))).toEqual({ result: { a: [1, null, '中'], userInfo: { appId: 'wx-linjing-local', openId: PERSON } }, errMsg: 'callFunction:ok', requestID: expect.any(String) })
  })

  test.each([
    ['a text', 'text', 'str'],
    ['a text of JSON, which the SDK reads once more', 'json', { a: 1 }],
    ['nothing', 'nothing', null],
    ['dates, as texts, and undefined, left out', 'dated', { at: '1970-01-01T00:00:00.000Z' }],
  ])('%s', async (_name, name, result) => expect(await run(({ cloud, input }) => cloud.callFunction({ name: input }), name)).toMatchObject({ result }))

  test('without data the event is empty', async () => {
    expect((await run(({ cloud }) => cloud.callFunction({ name: 'greeter' }))).result.event).toEqual({ userInfo: { appId: 'wx-linjing-local', openId: PERSON } })
  })

  test('a function that throws', async () => {
    expect(await fail(({ cloud }) => cloud.callFunction({ name: 'thrower' }))).toEqual({
      type: 'TcbError', keys: ['code', 'requestId', 'errCode', 'errMsg', 'requestID'], errCode: -1, code: 'FUNCTIONS_EXECUTE_FAIL', errMsg: 'callFunction:fail RangeError: boom', message: 'callFunction:fail RangeError: boom',
    })
  })

  test('a function that does not exist', async () => {
    expect(await fail(({ cloud }) => cloud.callFunction({ name: 'nobody' }))).toMatchObject({ type: 'TcbError', code: 'FUNCTION_NOT_FOUND', errCode: -1 })
    expect(await fail(({ cloud }) => cloud.callFunction({ name: '../echo' }))).toMatchObject({ code: 'FUNCTION_NOT_FOUND' })
  })

  test('a version other than the latest', async () => {
    expect(await fail(({ nodeSdk }) => nodeSdk.init({ env: process.env.TCB_ENV }).callFunction({ name: 'echo', qualifier: '3' }))).toMatchObject({ code: 'FUNCTION_QUALIFIER_NOT_FOUND' })
    expect(await run(({ nodeSdk }) => nodeSdk.init({ env: process.env.TCB_ENV }).callFunction({ name: 'echo', qualifier: '$LATEST' }))).toMatchObject({ result: {} })
  })

  test('a result of 6 MB passes, a larger one is refused', async () => {
    const large = (bytes: number) => run(async ({ cloud, input }) => (await cloud.callFunction({ name: 'large', data: { bytes: input } })).result.length, bytes)
    // Two bytes are the quotation marks of the JSON text.
    expect(await large(LIMIT - 2)).toBe(LIMIT - 2)
    await expect(large(LIMIT - 1)).rejects.toThrow(/结果超过 6 MB.*FUNCTIONS_EXECUTE_FAIL/)
  })

  test('an event of 6 MB passes, with every quotation mark escaped on the way; a larger one is refused', async () => {
    const sent = (characters: number) => run(async ({ cloud, input }) => (await cloud.callFunction({ name: 'measure', data: { text: '"'.repeat(input) } })).result, characters)
    expect(await sent((LIMIT - 200) / 2)).toBe((LIMIT - 200) / 2)
    await expect(sent(LIMIT / 2)).rejects.toThrow(/6 MB.*EXCEED_REQUEST_SIZE_LIMIT/)
  })
})

describe('getWXContext', () => {
  test('says who calls, and for whom a function calls a function', async () => {
    const [here, there] = await run(async ({ cloud }) => [cloud.getWXContext(), (await cloud.callFunction({ name: 'greeter' })).result])
    expect(here).toEqual({ OPENID: PERSON, APPID: 'wx-linjing-local', CLIENTIP: '127.0.0.1', ENV: 'linjing-local', SOURCE: 'wx_client' })
    expect(there).toMatchObject({ OPENID: PERSON, SOURCE: 'wx_client,scf' })
  })

  test('knows nobody where nobody called', async () => {
    expect(await cloud().invoke('greeter', {}, { source: 'scf' })).not.toHaveProperty('OPENID')
  })
})

describe('the environment', () => {
  const count = (env: string) => run(({ cloud, input }) => {
    const other = cloud.createNewInstance({ env: input === 'DYNAMIC' ? cloud.DYNAMIC_CURRENT_ENV : input })
    return other.database().collection('plain').count()
  }, env)

  test('is the current one, by its own name as well', async () => {
    expect(await count('DYNAMIC')).toMatchObject({ total: 0 })
    expect(await count('linjing-local')).toMatchObject({ total: 0 })
  })

  test('another one does not exist, for any service', async () => {
    const other = `cloud.createNewInstance({ env: 'prod-1' })`
    for (const call of [`${other}.database().collection('plain').count()`, `${other}.callFunction({ name: 'echo' })`, `${other}.getTempFileURL({ fileList: ['cloud://a.b/c'] })`, `${other}.openapi.wxacode.getUnlimited({ scene: 'a' })`]) {
      const error = await fail(({ cloud, input }) => eval(`cloud => ${input}`)(cloud), call)
      expect(error.errMsg ?? error.message).toMatch(/no such env, the local cloud is linjing-local\): prod-1/)
    }
  })
})

test('cloud.logger() writes into the log of the function', async () => {
  expect(await cloud().invoke('logger')).toBe('written')
  const lines = cloud().logs().filter(({ functionName }) => functionName === 'logger').map(({ text }) => text)
  expect(lines.join('\n')).toMatch(/entry/)
  expect(lines.join('\n')).toMatch(/careful/)
})
