import { isPlatformPush } from '../../../cloudfunctions/api/photos/isPlatformPush'

const environment = (TCB_SOURCE: string | undefined) => ({ environment: JSON.stringify({ TCB_ENV: 'town', ...(TCB_SOURCE !== undefined && { TCB_SOURCE }) }) })
const nobody = () => ({})

test('a push of WeChat’s own servers is taken for one, with the person it is about in it', () => {
  expect(isPlatformPush(environment('wx_unknown'), nobody)).toBe(true)
  expect(isPlatformPush(undefined, () => ({ SOURCE: 'wx_unknown' }))).toBe(true)
})

test.each(['wx_client', 'wx_devtools', 'wx_localdebug', 'wx_crawler', 'wx_http', 'wx_trigger', 'scf', 'wx_client,scf', 'wx_unknown,scf', 'wx_unknown, wx_client', ''])('a call of %j is no push', (source) => {
  expect(isPlatformPush(environment(source), nobody)).toBe(false)
  expect(isPlatformPush(undefined, () => ({ SOURCE: source }))).toBe(false)
})

test('a call without a source is no push, and what an earlier call left in the process marks nothing', () => {
  expect(isPlatformPush(environment(undefined), () => ({ SOURCE: 'wx_unknown' }))).toBe(false)
  expect(isPlatformPush({ environment: 'no JSON' }, () => ({ SOURCE: 'wx_unknown' }))).toBe(false)
  expect(isPlatformPush(undefined, nobody)).toBe(false)
})
