import { instantOf } from '../../domain/time/beijing'
import { Phone } from '../weapp/host'
import { startWeappTown, type WeappTown } from '../weapp/town'

const logged = (phone: Phone) => phone.calls.filter(({ api }) => api === 'log.error').map(({ option }) => option as [kind: string, id: string, fault: string])

describe('what WeChat tells the app, and the app tells the person', () => {
  let town: WeappTown

  beforeAll(async () => {
    town = await startWeappTown(instantOf('2026-11-23', '09:00'), '2026-11')
  })
  afterAll(async () => {
    await town?.cloud.close()
  })
  const phoneOf = (openid: string, page: string, answers: ConstructorParameters<typeof Phone>[1] = {}) =>
    new Phone('dist/miniprogram', { callFunction: ({ name, data }) => town.cloud.invoke(name, data, { openid }), ...answers }).launch(page)

  test('a WeChat that is too old is told in words, with the way to a newer one', async () => {
    const asked: { title: string; content: string }[] = []
    const phone = await phoneOf('resident-jinxiu-1', 'pages/home/index', { system: () => ({ SDKVersion: '2.9.5' }), showModal: (question) => asked.push(question) > 0 })
    await phone.waitFor('报告问题')
    expect(asked).toEqual([expect.objectContaining({ title: '微信版本太旧', content: expect.stringContaining('更新到最新版') })])
    expect(phone.calls.map(({ api }) => api)).toContain('updateWeChatApp')
  })

  test('from 2.32.3 on nobody is told', async () => {
    for (const SDKVersion of ['2.32.3', '2.33.0', '3.0.0']) {
      const phone = await phoneOf('resident-jinxiu-1', 'pages/home/index', { system: () => ({ SDKVersion }) })
      expect(phone.calls.map(({ api }) => api)).not.toContain('showModal')
    }
  })

  test.each([['at once by who says so', true], ['later by who does not', false]])('a new version that is there is used %s', async (_, isWanted) => {
    const phone = await phoneOf('resident-jinxiu-1', 'pages/home/index', { showModal: () => isWanted })
    await phone.waitFor('报告问题')
    await phone.tell('UpdateReady')
    await phone.waitFor(() => phone.calls.some(({ api }) => api === 'showModal'))
    await phone.settle()
    expect(phone.calls.some(({ api }) => api === 'applyUpdate')).toBe(isWanted)
  })

  test('what nobody caught stands in WeChat’s log, without a word about anybody', async () => {
    const phone = await phoneOf('resident-jinxiu-1', 'pages/home/index')
    await phone.tell('Error', "TypeError: Cannot read '李阿姨' of 3 幢 501, 13800000001, oABCDEFGHIJKLMNOPQRSTUVWXYZ12\n    at draw (https://usr/pages/home/index.js?openid=oABCDEFG:1:20345)")
    await phone.tell('UnhandledRejection', { reason: { errMsg: 'navigateTo:fail page "pages/x?code=0123456789" is not found' } })
    expect(logged(phone).map(([kind]) => kind)).toEqual(['error', 'rejection'])
    const all = JSON.stringify(logged(phone).map(([, , fault]) => fault))
    expect(all).not.toMatch(/李|幢|501|1380|oABC|0123456789/)
    expect(all).toMatch(/index\.js:1:20345/)
    expect(all).toMatch(/navigateTo:fail/)
  })

  test('a page that threw says so, with a number to tell, another try, and the way home', async () => {
    let isNonsense = true
    const phone = await phoneOf('resident-jinxiu-1', 'pages/standings/index')
    await phone.waitFor('锦绣花园')
    const working = phone.answers.callFunction
    // A field that the page cannot do without is not there.
    phone.answers.callFunction = async (invocation) => JSON.parse(JSON.stringify(await working(invocation)).replace(/"tiers":/g, isNonsense ? '"gone":' : '"tiers":')) as unknown
    await phone.go('/pages/rewards/index')
    await phone.waitFor('这一页出了问题')
    const [kind, id] = logged(phone).find(([each]) => each === 'page')!
    expect(kind).toBe('page')
    expect(phone.text()).toContain(`反映问题时请提供编号 ${id}`)
    isNonsense = false
    await phone.tap('再试一次')
    await phone.waitFor('3000')
  })

  test('in a wide window, on a PC or a tablet, the case stands beside the list; made narrow it opens on a page of its own', async () => {
    const { caseId } = await town.player.call('resident-jinxiu-1', 'reportCase', { key: 'weapp-launch-first', estateId: 'jinxiu', place: { spotId: 'jinxiu-bins' }, categoryCode: '0103', text: '号码看不清', photos: [await town.player.photo('resident-jinxiu-1', 'launch', false)] })
    await town.player.call('office-1', 'fileCase', { caseId, categoryCode: '0103', dispatch: true })
    let windowWidth = 1280
    const phone = await phoneOf('office-1', 'pages/cases/index', { system: () => ({ windowWidth }) })
    await phone.tap(/垃圾分类亭/)
    await phone.waitFor('号码看不清')
    expect(phone.route).toBe('pages/cases/index')
    windowWidth = 390
    await phone.tell('WindowResize', { size: { windowWidth } })
    await phone.tap(/垃圾分类亭/)
    await phone.waitFor(() => phone.route === 'pages/case/index')
  })
})
