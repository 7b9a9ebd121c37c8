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

it.each([
  ['the network is gone', () => Promise.reject({ errMsg: 'cloud.callFunction:fail -1' }), /网络不通/],
  ['the function ran out of time', () => Promise.reject({ errMsg: 'errCode: -504003 FUNCTIONS_TIME_LIMIT_EXCEEDED' }), /没有及时回应/],
  ['the function broke', () => Promise.reject({ errMsg: 'cloud.callFunction:fail Error: errCode: -504002 functions execute fail' }), /系统出了问题/],
  ['what came back is no answer of ours', () => Promise.resolve({ result: undefined }), /系统出了问题/],
] as const)('says what to do when %s', async (_, answered, words) => {
  jest.mocked(Taro.cloud.callFunction).mockImplementationOnce(answered as never)
  const error = await call('whoAmI', {}).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(Unreachable)
  expect((error as Unreachable).words).toMatch(words)
})
