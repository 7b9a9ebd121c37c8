import { DAY_MS, HOUR_MS, instantOf } from '../../domain/time/beijing'
import { showCode } from '../../domain/household/code'
import { demoCode } from '../../scripts/demo/households'
import { picture } from '../../scripts/play/picture'
import { playerOn } from '../../scripts/play/player'
import { openPhone, startDemo, type Demo, type Phone } from './support'

const MORNING = instantOf('2026-11-23', '09:00')
const TAPS_MAX = 6
const NEWCOMER = 'newcomer-1'

/** One problem in the browser, from a person nobody knows to a place that is clean: everybody on a phone of their own, and nothing done but by taps. */
describe('a newcomer reports, is not satisfied, and is heard', () => {
  let demo: Demo
  const phones = new Map<string, Phone>()
  const on = async (openid: string, to: string): Promise<Phone> => {
    const phone = phones.get(openid) ?? (await openPhone(demo, openid))
    phones.set(openid, phone)
    await phone.go(to)
    return phone
  }
  const choose = ({ page }: Phone, name: string | RegExp) => page.getByRole('radio', { name, exact: true }).locator('visible=true').first().click()
  const write = ({ page }: Phone, name: string, words: string) => page.getByRole('textbox', { name }).locator('visible=true').first().fill(words)
  const takePhoto = async ({ page }: Phone, seed: number, isTidy: boolean) => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: /^拍照/ }).locator('visible=true').first().click()
    await (await chooser).setFiles({ name: 'photo.png', mimeType: 'image/png', buffer: picture({ seed, isTidy }) })
    await page.getByRole('button', { name: '删除第 1 张' }).locator('visible=true').waitFor()
  }
  /** By day, by night, and in the largest words. */
  const pictures = async (phone: Phone, name: string) => {
    const enlarge = (scale: string) => phone.page.evaluate((size) => document.querySelectorAll<HTMLElement>('.page').forEach(({ style }) => style.setProperty('--scale', size)), scale)
    await phone.picture(name)
    await phone.page.emulateMedia({ colorScheme: 'dark' })
    await phone.picture(`${name}-dark`)
    await phone.page.emulateMedia({ colorScheme: 'light' })
    await enlarge('1.75')
    await phone.picture(`${name}-large`)
    await enlarge('1')
  }
  /** The clock hands them to WeChat, and WeChat has nothing against them. */
  const photosPass = async () => {
    await playerOn(demo.cloud).beat()
    await demo.cloud.deliverVerdicts()
  }
  const theCase = () => demo.cloud.engine.find('cases', {})[0] as { _id: string; state: string }
  const caseOf = (openid: string) => on(openid, `pages/case/index?id=${theCase()._id}`)
  const answer = async (seed: number, words: string) => {
    const manager = await on('manager-jinxiu', 'pages/home/index')
    await manager.press(/清扫保洁不干净/)
    await manager.see('处理后的照片')
    expect(await manager.page.locator('body').innerText()).not.toMatch(/新用户|刘先生|301|邻居/)
    await takePhoto(manager, seed, true)
    await write(manager, '怎么处理的', words)
    await manager.press('提交回复')
    await manager.see('已回复，在时限内')
    await photosPass()
  }

  beforeAll(async () => {
    demo = await startDemo(MORNING, '2026-11')
  })
  afterAll(async () => {
    await demo?.close()
  })

  test('with the code of the slip the newcomer is at home, and reports in six taps beside the photo', async () => {
    const phone = await on(NEWCOMER, 'pages/home/index')
    await phone.press(/有绑定码，或家人邀请/)
    await write(phone, '绑定码', showCode(demoCode('jinxiu', { building: '1', unit: '1', room: '301' })))
    await phone.press(/^绑定$/)
    await phone.press('回首页')

    let taps = 0
    const tap = async (work: Promise<void>) => {
      taps += 1
      await work
    }
    await phone.see('您还没有报告过问题')
    await pictures(phone, '100-home')
    await tap(phone.press('报告问题'))
    await phone.see('先拍张照片')
    await takePhoto(phone, 3, false)
    await pictures(phone, '101-photo')
    await tap(phone.press('下一步'))
    await phone.see('锦绣花园')
    await pictures(phone, '102-place')
    await tap(choose(phone, '南大门'))
    await write(phone, '出了什么问题', '门口垃圾没人扫')
    await phone.see('您说的可能是')
    await pictures(phone, '103-what')
    await tap(choose(phone, /地上脏、有垃圾/))
    await phone.see('2 个工作时')
    await pictures(phone, '104-promised')
    await tap(phone.press('提交报告'))
    await phone.see('已经收到，谢谢您')
    expect(taps).toBeLessThanOrEqual(TAPS_MAX)
    await pictures(phone, '105-sent')
    expect(demo.cloud.engine.count('cases', {})).toBe(1)
    await photosPass()
  })

  test('the office files it from its desk, and looks behind the mask with a reason', async () => {
    const office = await on('office-1', 'pages/home/index')
    await office.press(/待立案/)
    await office.press(/清扫保洁不干净/)
    await office.press('立案并派遣')
    await office.see('已立案并派遣，须在')
    await office.press('看完整信息')
    await write(office, '为什么要看', '核实报告的地点')
    await pictures(office, '106-unmask')
    await office.press('记录并查看')
    await office.see('锦绣花园 1 幢 1 单元 301')
    await office.picture('107-unmasked')
  })

  test('a neighbour who begins the same report is shown it before sending, and joins by one tap', async () => {
    const phone = await on('resident-jinxiu-2', 'pages/report/index')
    await takePhoto(phone, 4, false)
    await phone.press('下一步')
    await choose(phone, '南大门')
    await write(phone, '出了什么问题', '垃圾堆着没人清')
    await choose(phone, /地上脏、有垃圾/)
    await phone.see('邻居已经报过了？')
    await pictures(phone, '108-already-reported')
    await phone.press('是同一个，跟进')
    await phone.see('已加入跟进')
    expect(demo.cloud.engine.count('cases', {})).toBe(1)
    expect(demo.cloud.engine.count('reports', {})).toBe(2)
    await photosPass()
  })

  test('the manager answers; the newcomer says in words and with a photo that it is not fixed, and it is the manager’s again', async () => {
    demo.cloud.clock.freezeAt(MORNING + HOUR_MS)
    await answer(3, '已清扫')
    const phone = await caseOf(NEWCOMER)
    await phone.see('修好了吗？')
    await pictures(phone, '109-fixed-or-not')
    await phone.press('没修好')
    await write(phone, '哪里还没修好', '角落里还有两袋')
    await takePhoto(phone, 9, false)
    await pictures(phone, '110-still-wrong')
    await phone.press('告诉考核办：没修好')
    await phone.see(/已退回物业重做/)
    expect(theCase().state).toBe('rework')
    await photosPass()

    const manager = await on('manager-jinxiu', 'pages/home/index')
    await manager.press(/清扫保洁不干净/)
    await manager.see('为什么返工：角落里还有两袋')
    await pictures(manager, '111-rework')
  })

  test('answered again it is closed only after somebody has been there; the newcomer confirms and rates, and the neighbour hears the same', async () => {
    demo.cloud.clock.freezeAt(MORNING + 2 * HOUR_MS)
    await answer(9, '两袋也清走了')
    const office = await on('office-2', 'pages/home/index')
    await office.press(/居民反映未解决/)
    await office.press(/清扫保洁不干净/)
    await office.see('须到现场核查后才能结案')
    await choose(office, '现场核查')
    await choose(office, '符合')
    await write(office, '看到的情况', '现场已清理干净')
    await office.press('核查符合并结案')
    await office.see('已结案')
    await playerOn(demo.cloud).beat()

    const phone = await caseOf(NEWCOMER)
    await phone.press('修好了')
    await choose(phone, '满意')
    await phone.see('您的评价：满意')
    await pictures(phone, '112-rated')
    const neighbour = await on('resident-jinxiu-2', 'pages/inbox/index')
    await neighbour.see('已处理好')
    await pictures(neighbour, '113-inbox')
    await phone.go('pages/home/index')
    await phone.see('您的 1 次举报：1 处已整改')
    await pictures(phone, '114-came-of')
  })

  test('what became of the person’s data is there to be read, taken along and taken back', async () => {
    demo.cloud.clock.freezeAt(MORNING + DAY_MS)
    const phone = await on(NEWCOMER, 'resident/pages/seen/index')
    await phone.see(/理由：核实报告的地点/)
    await pictures(phone, '115-seen')
    await phone.go('resident/pages/export/index')
    await phone.press('整理我的资料')
    await phone.see(/门口垃圾没人扫/)
    await pictures(phone, '116-export')
    await phone.go('resident/pages/forget/index')
    await phone.press('我看明白了，要删除')
    await pictures(phone, '117-forget')
    await phone.press('现在删除')
    await phone.see(/您的资料已经删除|正在删除，几分钟内完成/)
    await phone.press('回首页')
    await phone.see('先选您住的小区')
    // The case stays, for the neighbour and for the score; whose it was does not.
    await (await caseOf('resident-jinxiu-2')).see('已处理好')
    await (await caseOf('office-1')).see('资料已删除')
  })

  test('nothing went wrong on any phone', () => {
    expect([...phones.values()].flatMap(({ errors }) => errors)).toEqual([])
  })
})
