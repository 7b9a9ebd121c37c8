import Taro from '@tarojs/taro'
import { call } from '@/services/call'
import { serverNow } from '@/services/serverNow'
import { Refusal, Unreachable } from '@/services/trouble'

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
