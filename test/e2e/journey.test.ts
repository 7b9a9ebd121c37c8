import { DAY_MS, HOUR_MS, instantOf } from '../../domain/time/beijing'
import { picture } from '../../scripts/play/picture'
import { playerOn } from '../../scripts/play/player'
import { openPhone, startDemo, type Demo, type Phone } from './support'

/** Monday morning in Beijing, far from any holiday. */
const MORNING = instantOf('2026-11-23', '09:00')

describe('a report goes the whole way in the browser', () => {
  let demo: Demo
  const phones: Phone[] = []
  const open = async (openid: string, options?: { dark?: boolean }) => {
    const phone = await openPhone(demo, openid, options)
    phones.push(phone)
    return phone
  }
  const at = (instant: number) => demo.cloud.clock.freezeAt(instant)
  const takePhoto = async ({ page }: Phone, seed: number, isTidy: boolean) => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: /^拍照/ }).locator('visible=true').first().click()
    await (await chooser).setFiles({ name: 'photo.png', mimeType: 'image/png', buffer: picture({ seed, isTidy }) })
  }

  beforeAll(async () => {
    demo = await startDemo(MORNING, '2026-11')
  })
  afterAll(async () => {
    await demo?.close()
  })

  test('a newcomer chooses an estate and lands at home', async () => {
    const phone = await open('newcomer-1')
    await phone.go('pages/home/index')
    await phone.see('锦绣花园')
    await phone.picture('01-newcomer')
    await phone.press(/锦绣花园/)
    await phone.see('报告问题')
  })

  test('李阿姨 reports litter with a photo and is promised a limit before she sends', async () => {
    const phone = await open('resident-jinxiu-1')
    await phone.go('pages/home/index')
    await phone.press('报告问题')
    await phone.see('先拍张照片')
    await takePhoto(phone, 1, false)
    await phone.press('下一步')
    await phone.page.getByRole('radio', { name: '南大门' }).click()
    await phone.page.getByRole('textbox', { name: '出了什么问题' }).fill('门口垃圾没人扫，很脏')
    await phone.page.getByRole('radio', { name: /地上脏、有垃圾/ }).first().waitFor()
    await phone.picture('02-report-what')
    await phone.page.getByRole('radio', { name: /地上脏、有垃圾/ }).first().click()
    await phone.see('2 个工作时')
    await phone.picture('03-report-send')
    await phone.press('提交报告')
    await phone.see('已经收到，谢谢您')
    await phone.press('有进展时通知我')
    await phone.see('好的，下一次有进展会用微信告诉您。')
    await phone.picture('04-report-sent')
  })

  test('周主任 files and dispatches it from the desk', async () => {
    const phone = await open('office-1')
    await phone.go('pages/home/index')
    await phone.see('待立案')
    await phone.picture('05-office-home')
    await phone.press(/待立案/)
    await phone.press(/清扫保洁不干净|门口垃圾没人扫/)
    await phone.press('立案并派遣')
    await phone.see('已立案并派遣，须在')
    await phone.picture('06-office-filed')
  })

  test('陈国平 sees it first, by the working time left, and answers in time with a photo', async () => {
    at(MORNING + HOUR_MS)
    const phone = await open('manager-jinxiu', { dark: true })
    await phone.go('pages/home/index')
    await phone.see('南大门')
    await phone.picture('07-manager-home-dark')
    await phone.press(/清扫保洁不干净/)
    await phone.see('处理后的照片')
    await takePhoto(phone, 1, true)
    await phone.page.getByRole('textbox', { name: '怎么处理的' }).fill('已清扫，地面冲洗干净')
    await phone.press('提交回复')
    await phone.see('已回复，在时限内')
    await phone.picture('08-manager-answered')
  })

  test('李阿姨 finds it fixed, and 吴干事 verifies and closes it', async () => {
    at(MORNING + 2 * HOUR_MS)
    const resident = await open('resident-jinxiu-1')
    await resident.go('pages/home/index')
    await resident.press(/地上脏、有垃圾/)
    await resident.see('修好了吗')
    await resident.picture('09-resident-follow-up')
    await resident.press('修好了')
    await resident.see('您说过：修好了')

    const office = await open('office-2')
    await office.go('pages/home/index')
    await office.press(/待核查/)
    await office.press(/清扫保洁不干净/)
    await office.page.getByRole('radio', { name: /照片/ }).click()
    await office.page.getByRole('radio', { name: '符合', exact: true }).click()
    await office.page.getByRole('textbox', { name: '看到的情况' }).fill('照片与现场相符')
    await office.press('核查符合并结案')
    await office.see('已结案')
  })

  test('a second case passes its deadline: the clock takes 2 points, and a tap on the score leads to the case and the clause', async () => {
    const player = playerOn(demo.cloud)
    const photo = await player.photo('resident-jinxiu-2', 'late', false)
    const { caseId } = await player.call('resident-jinxiu-2', 'reportCase', { key: 'journey-late-case-01', estateId: 'jinxiu', categoryCode: '0203', place: { spotId: 'jinxiu-b3' }, text: '楼道堆满杂物', photos: [photo] })
    await player.call('office-1', 'fileCase', { caseId, categoryCode: '0203', dispatch: true })
    at(MORNING + DAY_MS)
    await player.beat()

    const manager = await open('manager-jinxiu')
    await manager.go('pages/home/index')
    await manager.see('超')
    await manager.picture('10-manager-overdue')

    const resident = await open('resident-jinxiu-2')
    await resident.go('pages/standings/index')
    await resident.see('锦绣花园')
    await resident.picture('11-standings')
    await resident.press(/锦绣花园/)
    await resident.see('依据的原文')
    await resident.press('依据的原文')
    await resident.see('未按规定的处置时限回复的案卷')
    await resident.picture('12-score')
    expect((await player.call('auditor-1', 'readScore', { estateId: 'jinxiu', period: '2026-11' })).entries.map(({ id, points }) => [id, points])).toEqual([[`case:${caseId}:overdue`, -200]])
  })

  test('no page complained on the way', () => {
    expect(phones.flatMap(({ errors }) => errors)).toEqual([])
  })
})
