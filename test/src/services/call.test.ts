import Taro from '@tarojs/taro'
import { call } from '@/services/call'
import { serverNow } from '@/services/serverNow'
import { Refusal, Unreachable } from '@/services/trouble'

const NOW = Date.now()
const answer = (result: unknown) => jest.mocked(Taro.cloud.callFunction).mockResolvedValueOnce({ result } as never)

it('gives the value and keeps the server’s time', async () => {
  const now = Date.now() + 3_600_000
  answer({ ok: true, value: { unread: 2 }, now })
  await expect(call('whoAmI', {})).resolves.toEqual({ unread: 2 })
  expect(Math.abs(serverNow() - now)).toBeLessThan(1_000)
})

it('a refusal carries its code and the words for the person', async () => {
  answer({ ok: false, code: 'STATE_CHANGED', words: '请刷新', now: Date.now(), errorId: 'e1' })
  const refusal = await call('whoAmI', {}).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(Refusal)
  expect(refusal).toMatchObject({ code: 'STATE_CHANGED', words: '请刷新', errorId: 'e1' })
})

/** A failed function as the older of WeChat's clients tell it. */
const wrapped = (code: number, words: string) =>
  `cloud.callFunction:fail Error: errCode: -404011 cloud function execution error | errMsg: cloud.callFunction:fail requestID 16a64188-1c34-446a-b65a-945beb53944b, cloud function service error code ${code}, error message ${words}; at cloud.callFunction api;`

it.each([
  ['the network is gone', () => Promise.reject({ errMsg: 'cloud.callFunction:fail -1' }), /网络不通/],
  ['the function ran out of time', () => Promise.reject({ errMsg: 'errCode: -504003 FUNCTIONS_TIME_LIMIT_EXCEEDED' }), /没有及时回应/],
  ['the function broke', () => Promise.reject({ errMsg: 'cloud.callFunction:fail Error: errCode: -504002 functions execute fail' }), /系统出了问题/],
  ['the function broke, as WeChat’s client wraps it', () => Promise.reject({ errMsg: wrapped(-504002, 'Error: collection.update:fail -502005 database collection not exists') }), /系统出了问题/],
  ['the function ran out of time, as WeChat’s client wraps it', () => Promise.reject({ errMsg: wrapped(-504003, 'Invoking task timed out after 20 seconds') }), /没有及时回应/],
  ['the function is not there', () => Promise.reject({ errMsg: wrapped(-501000, 'Function not found: [api]') }), /系统出了问题/],
  ['the cloud has no room left', () => Promise.reject({ errMsg: 'cloud.callFunction:fail Error: errCode: -501003 exceed request limit | errMsg: ' }), /系统出了问题/],
  ['the answer is too large', () => Promise.reject({ errMsg: 'cloud.callFunction:fail Error: errCode: -604001 | errMsg: cloudfunction result size exceed limit (1MB)' }), /系统出了问题/],
  ['the cloud took the call and did not come to an end', () => Promise.reject({ errMsg: 'cloud.callFunction:fail Error: errCode: -404012 polling exceed max timeout retry | errMsg: ' }), /没有及时回应/],
  ['only the code tells it', () => Promise.reject({ errCode: -404011, errMsg: 'cloud.callFunction:fail' }), /系统出了问题/],
  ['WeChat’s client found no network', () => Promise.reject({ errCode: -601003, errMsg: 'cloud.callFunction:fail Error: errCode: -601003 | errMsg: system network error' }), /网络不通/],
  ['what came back is no answer of ours', () => Promise.resolve({ result: undefined }), /系统出了问题/],
] as const)('says what to do when %s', async (_, answered, words) => {
  jest.mocked(Taro.cloud.callFunction).mockImplementationOnce(answered as never)
  const error = await call('whoAmI', {}).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(Unreachable)
  expect((error as Unreachable).words).toMatch(words)
})

describe('what is asked for at one moment', () => {
  const callFunction = jest.mocked(Taro.cloud.callFunction)
  const ok = (value: unknown) => ({ ok: true, value, now: NOW })
  const sent = () => callFunction.mock.calls.map(([{ data }]) => data)
  const failureOf = (promise: Promise<unknown>) => promise.then(() => 'came', (error: unknown) => error)

  it('travels as one call, and each gets its own answer: a value, a refusal, a fault with its id', async () => {
    answer(ok([ok({ unread: 2 }), { ok: false, code: 'NOT_ALLOWED', words: '没有权限', now: NOW }, { ok: false, code: 'INTERNAL', words: '系统出了问题', now: NOW, errorId: 'e-3' }]))
    const [me, desk, standings] = await Promise.all([call('whoAmI', {}), failureOf(call('readDesk', {})), failureOf(call('readStandings', { period: '2026' }))])
    expect(sent()).toEqual([{ calls: [{ action: 'whoAmI', request: {} }, { action: 'readDesk', request: {} }, { action: 'readStandings', request: { period: '2026' } }] }])
    expect([me, desk, standings]).toEqual([{ unread: 2 }, expect.objectContaining({ code: 'NOT_ALLOWED', words: '没有权限' }), expect.objectContaining({ code: 'INTERNAL', errorId: 'e-3' })])
    expect(Math.abs(serverNow() - NOW)).toBeLessThan(10_000)
  })

  it('and is alone looks as it always did', async () => {
    answer(ok({ unread: 2 }))
    await call('whoAmI', {})
    expect(sent()).toEqual([{ action: 'whoAmI', request: {} }])
  })

  it('but writes goes alone, a ballot above all', async () => {
    callFunction.mockImplementation((({ data }: { data: { calls?: unknown[] } }) => Promise.resolve({ result: ok(data.calls ? data.calls.map(() => ok({})) : {}) })) as never)
    await Promise.all([call('whoAmI', {}), call('castBallot', { surveyId: 's' } as never), call('readSurvey', { surveyId: 's' }), call('markRead', { noticeIds: ['n'] }), call('readSurveyBundle', { surveyId: 's' })])
    expect(sent().map((data) => (data as { action?: string; calls?: { action: string }[] }).action ?? (data as { calls: { action: string }[] }).calls.map(({ action }) => action))).toEqual(['castBallot', 'markRead', 'readSurveyBundle', ['whoAmI', 'readSurvey']])
  })

  it('gets nothing when nothing comes back: each of it is unreachable', async () => {
    callFunction.mockRejectedValueOnce({ errMsg: 'cloud.callFunction:fail Error: errCode: -504003 | errMsg: Invoking task timed out after 20 seconds' })
    const failures = await Promise.all([failureOf(call('whoAmI', {})), failureOf(call('readDesk', {}))])
    expect(failures).toEqual(Array(2).fill(expect.objectContaining({ name: 'Unreachable', words: expect.stringContaining('没有及时回应') as string, offline: false })))
  })

  it.each([[[]], [[ok({})]], ['text'], [undefined]])('and is answered by %j is unreachable too', async (value) => {
    answer(ok(value))
    expect(await Promise.all([failureOf(call('whoAmI', {})), failureOf(call('readDesk', {}))])).toEqual(Array(2).fill(expect.objectContaining({ name: 'Unreachable' })))
  })

  it('is refused as a whole where the function does not know of it', async () => {
    answer({ ok: false, code: 'UNKNOWN_ACTION', words: '请更新小程序后再试', now: NOW })
    expect(await Promise.all([failureOf(call('whoAmI', {})), failureOf(call('readDesk', {}))])).toEqual(Array(2).fill(expect.objectContaining({ name: 'Refusal', code: 'UNKNOWN_ACTION' })))
  })

  it('and had no room in the answer is asked for again, alone', async () => {
    answer(ok([ok({ unread: 2 }), null]))
    answer(ok({ entries: [] }))
    expect(await Promise.all([call('whoAmI', {}), call('readScore', { estateId: 'jinxiu', period: '2026' })])).toEqual([{ unread: 2 }, { entries: [] }])
    expect(sent()[1]).toEqual({ action: 'readScore', request: { estateId: 'jinxiu', period: '2026' } })
  })

  it('is more than a function takes goes in several; so is what is too long for one', async () => {
    callFunction.mockImplementation((({ data }: { data: { calls?: { request: unknown }[] } }) => Promise.resolve({ result: ok(data.calls ? data.calls.map(({ request }) => ok(request)) : {}) })) as never)
    const lengths = () => sent().map((data) => (data as { calls?: unknown[] }).calls?.length ?? 1)
    const requests = Array.from({ length: 25 }, (_, n) => ({ caseId: `c${n}` }))
    expect(await Promise.all(requests.map((request) => call('readCase', request)))).toEqual(requests)
    expect(lengths()).toEqual([10, 10, 5])
    callFunction.mockClear()
    await Promise.all(Array.from({ length: 4 }, () => call('readCase', { caseId: '字'.repeat(12_000) })))
    expect(lengths()).toEqual([2, 2])
    for (const data of sent()) expect(Buffer.byteLength(JSON.stringify(data))).toBeLessThan(100_000)
  })

  it('travels in a browser as on a phone', async () => {
    process.env.TARO_ENV = 'h5'
    jest.mocked(Taro.request).mockResolvedValueOnce({ statusCode: 200, data: { ok: true, result: ok([ok({ unread: 2 }), ok({ waiting: [] })]) } } as never)
    const came = await Promise.all([call('whoAmI', {}), call('readDesk', {})])
    process.env.TARO_ENV = 'weapp'
    expect(came).toEqual([{ unread: 2 }, { waiting: [] }])
    expect(jest.mocked(Taro.request).mock.calls.map(([{ url, data }]) => [url, data])).toEqual([['/client/call', { name: 'api', data: { calls: [{ action: 'whoAmI', request: {} }, { action: 'readDesk', request: {} }] } }]])
  })
})
