import { existsSync } from 'node:fs'
import { instantOf } from '../../domain/time/beijing'
import { sceneOf } from '../../domain/household/scene'
import { startCloud, type Cloud } from '../../local-cloud/start'
import { DEMO_PHONES, demoCode } from '../../scripts/demo/households'
import { installTown } from '../../scripts/demo/install'
import { Phone } from '../weapp/host'

describe('what is private, on WeChat', () => {
  let cloud: Cloud
  const phones: Phone[] = []
  async function phoneOf(openid: string, page: string, answers: ConstructorParameters<typeof Phone>[1] = {}): Promise<Phone> {
    const phone = await new Phone('dist/miniprogram', { callFunction: ({ name, data }) => cloud.invoke(name, data, { openid }), ...answers }).launch(page)
    phones.push(phone)
    return phone
  }
  const consentsOf = (openid: string) => cloud.invoke<{ value: { consents: { kind: string; given: boolean }[] } }>('api', { action: 'whoAmI', request: {} }, { openid }).then(({ value }) => value.consents.map(({ kind, given }) => [kind, given]))
  /** The phone tells them after the act they belong to. */
  const consented = async (openid: string, wanted: readonly (readonly [string, boolean])[]) => {
    const isTold = async () => {
      const told = await consentsOf(openid)
      return wanted.every(([kind, given]) => told.some(([toldKind, toldGiven]) => toldKind === kind && toldGiven === given))
    }
    for (let tries = 0; tries < 400 && !(await isTold()); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await consentsOf(openid)).toEqual(expect.arrayContaining([...wanted]))
  }

  beforeAll(async () => {
    for (const built of ['dist/miniprogram/app.json', 'dist/cloudfunctions/api/index.js']) if (!existsSync(built)) throw new Error(`${built} is missing: npm run build:functions && npm run build:weapp`)
    cloud = await startCloud({ dataDir: ':memory:', timers: false, quiet: true })
    cloud.clock.freezeAt(instantOf('2026-11-23', '09:00'))
    installTown(cloud, '2026-11')
  })
  afterAll(async () => {
    await cloud?.close()
  })

  test('one tap on WeChat’s button agrees to our reason and to its own text, and its phone button binds the household', async () => {
    const phone = await phoneOf('resident-jinxiu-2', 'resident/pages/bind/index', { needsPrivacy: () => true, phoneCode: () => `phone-${DEMO_PHONES.ofOne[0]}` })
    await phone.waitFor('用登记的手机号绑定')
    await phone.tap('用登记的手机号绑定')
    await phone.waitFor('比对完就不再保存号码本身')
    await phone.tap('同意并继续')
    await phone.waitFor('让微信提供手机号')
    await phone.tap('让微信提供手机号')
    await phone.waitFor('已绑定：锦绣花园 1 幢 2 单元 301')
    await consented('resident-jinxiu-2', [['phone', true], ['privacy', true]])
  })

  test('who says no to the number binds with the scanned slip instead', async () => {
    const code = demoCode('jinxiu', { building: '2', unit: '1', room: '301' })
    const phone = await phoneOf('newcomer-1', 'resident/pages/bind/index', { scanCode: () => ({ path: `resident/pages/bind/index?scene=${encodeURIComponent(sceneOf(code))}`, result: '' }) })
    await phone.waitFor('用登记的手机号绑定')
    await phone.tap('用登记的手机号绑定')
    await phone.waitFor('不同意')
    await phone.tap('不同意')
    await phone.waitFor('好的，不用您的手机号')
    await phone.tap('知道了')
    await phone.tap('扫纸条上的二维码')
    await phone.tap('绑定')
    await phone.waitFor('已绑定：锦绣花园 2 幢 1 单元 301')
    await consented('newcomer-1', [['phone', false], ['agreement', true]])
  })

  test('a code typed in full width, in small letters, is read on a phone whose engine has no tables for that', async () => {
    const code = demoCode('jinxiu', { building: '2', unit: '1', room: '501' })
    const phone = await phoneOf('newcomer-2', 'resident/pages/bind/index')
    await phone.waitFor('绑定码')
    await phone.input('绑定码', [...code.toLowerCase()].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join(''))
    await phone.tap('绑定')
    await phone.waitFor('已绑定：锦绣花园 2 幢 1 单元 501')
  })

  test('nothing went wrong, and nothing was asked of the phone that it does not have', () => {
    expect(phones.flatMap(({ errors, unstubbed }) => [...errors, ...unstubbed])).toEqual([])
  })
})
