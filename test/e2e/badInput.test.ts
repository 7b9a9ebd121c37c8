import { DAY_MS, HOUR_MS, dateOf, instantOf } from '../../domain/time/beijing'
import { codeFrom, showCode } from '../../domain/household/code'
import { demoHash } from '../../scripts/demo/hashes'
import { demoCode } from '../../scripts/demo/households'
import { picture } from '../../scripts/play/picture'
import { playerOn } from '../../scripts/play/player'
import { openPhone, startDemo, type Demo, type Phone } from './support'

const MORNING = instantOf('2026-11-23', '09:00')
const SLIP = showCode(demoCode('jinxiu', { building: '1', unit: '1', room: '301' }))
/** Well written, and nobody's. */
const guess = (times: number) => showCode(codeFrom(demoHash(`guess ${times}`)))

/** Photos that are none, a lost network and a refused position stand in report.test.ts; fifty drafts in test/src/pages/drafts.test.tsx. */
describe('what goes wrong is said clearly, with a way on, and nothing is lost', () => {
  let demo: Demo
  const phones: Phone[] = []
  const open = async (openid: string, to: string, options?: Parameters<typeof openPhone>[2]) => {
    const phone = await openPhone(demo, openid, options)
    phones.push(phone)
    await phone.go(to)
    return phone
  }
  const box = ({ page }: Phone, name: string) => page.getByRole('textbox', { name }).locator('visible=true').first()
  const choose = ({ page }: Phone, name: string | RegExp) => page.getByRole('radio', { name, exact: true }).locator('visible=true').first().click()
  const told = (phone: Phone, words: string | RegExp) => phone.page.getByRole('alert').filter({ hasText: words }).locator('visible=true').first().waitFor()
  const takePhoto = async ({ page }: Phone, seed: number) => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: /^拍照/ }).locator('visible=true').first().click()
    await (await chooser).setFiles({ name: 'photo.png', mimeType: 'image/png', buffer: picture({ seed, isTidy: false }) })
    await page.getByRole('button', { name: '删除第 1 张' }).locator('visible=true').waitFor()
  }
  /** A photo, a place, and the words still to come. */
  const toWords = async (phone: Phone, seed: number) => {
    await takePhoto(phone, seed)
    await phone.press('下一步')
    await choose(phone, '南大门')
    await box(phone, '出了什么问题').waitFor()
  }
  const reportsOf = async (openid: string) => (await playerOn(demo.cloud).call(openid, 'listCases', { scope: 'mine' })).cases.length

  beforeAll(async () => {
    demo = await startDemo(MORNING, '2026-11')
  })
  afterAll(async () => {
    await demo?.close()
  })

  test('a code typed wrongly six times: until when to wait, and two other ways; what was typed stays', async () => {
    const phone = await open('newcomer-1', 'resident/pages/bind/index')
    for (let times = 1; times <= 5; times += 1) {
      await box(phone, '绑定码').fill(guess(times))
      await phone.press(/^绑定$/)
      await told(phone, times < 5 ? `还可以再试 ${5 - times} 次` : '一小时内已有 5 次没有对上')
    }
    await box(phone, '绑定码').fill(SLIP)
    await phone.press(/^绑定$/)
    await told(phone, /请在今天（周一）10:00以后再试|请在11月23日（周一）10:00以后再试/)
    await phone.see('用登记的手机号绑定')
    expect(await box(phone, '绑定码').inputValue()).toBe(SLIP)
    await phone.picture('120-tries-used')
    demo.cloud.clock.freezeAt(MORNING + HOUR_MS)
    await phone.press(/^绑定$/)
    await phone.see('已绑定：锦绣花园 1 幢 1 单元 301')
    demo.cloud.clock.freezeAt(MORNING)
  })

  test('a code already used: who can help instead', async () => {
    const phone = await open('resident-jinxiu-3', 'resident/pages/bind/index')
    await box(phone, '绑定码').fill(SLIP)
    await phone.press(/^绑定$/)
    await told(phone, '这个绑定码已经用过了。请让已绑定的家人邀请您，或到考核办重领')
  })

  test.each([
    ['only blanks', '　 　', /请用几个字说明情况/],
    ['only emoji', '😡😡😡', /只有符号或表情看不明白/],
    ['3,000 characters', '脏'.repeat(3000), '最多 1000 字，现在 3000 字，请删去 2000 字'],
    ['a text that does not pass the check', '违规测试', '文字未通过内容安全检查，请修改后再提交'],
  ])('%s: told beside the field, the photo and the words are still there, and it goes once it is mended', async (_, words, said) => {
    const before = await reportsOf('resident-heping-1')
    const phone = await open('resident-heping-1', 'pages/report/index')
    await toWords(phone, words.length)
    await box(phone, '出了什么问题').fill(words)
    await phone.press('下一步')
    if (words.startsWith('违规')) await phone.press('提交报告')
    await told(phone, said)
    expect(await box(phone, '出了什么问题').inputValue()).toBe(words)
    await box(phone, '出了什么问题').fill(`垃圾没人清，第 ${before + 1} 处`)
    await phone.press('下一步')
    await phone.see('照片 1 张')
    await phone.press('提交报告')
    await phone.see(/已经收到，谢谢您|已加入跟进/)
  })

  test('an estate that left the town while a draft was open: another is chosen, and the rest stands', async () => {
    const phone = await open('resident-cuihu-1', 'pages/report/index')
    await toWords(phone, 20)
    await box(phone, '出了什么问题').fill('楼道堆满杂物')
    await choose(phone, /^乱堆杂物/)
    await phone.see('核对一下')
    demo.cloud.engine.update('estates', { filter: { _id: 'cuihu' }, operations: { $set: { leftAt: dateOf(MORNING) } } })
    await phone.press('提交报告')
    await phone.see(/“翠湖园”现在不在本镇的管理范围/)
    await phone.picture('121-estate-left')
    await phone.press('选择和平苑')
    await told(phone, /“翠湖园”现在不在本镇的管理范围/)
    await choose(phone, '和平苑')
    await choose(phone, '南大门')
    await phone.press('下一步')
    await phone.see('楼道堆满杂物')
    await phone.see('照片 1 张')
    await phone.press('提交报告')
    await phone.see(/已经收到，谢谢您|已加入跟进/)
  })

  test('a person removed while a draft was open: it waits on the phone, says for what, and goes when there is an estate again', async () => {
    const phone = await open('resident-yangguang-1', 'pages/report/index')
    await toWords(phone, 30)
    await box(phone, '出了什么问题').fill('路灯不亮')
    await phone.press('下一步')
    await phone.see('核对一下')
    demo.cloud.engine.remove('people', { filter: { openid: 'resident-yangguang-1' } })
    await phone.press('提交报告')
    await phone.see('还没有选小区，选好以后会自动发出。')
    await phone.picture('122-person-removed')
    await phone.press('选择阳光苑')
    await phone.see(/已经收到，谢谢您|已加入跟进/)
    expect(await reportsOf('resident-yangguang-1')).toBe(1)
  })

  test.each([['ahead', DAY_MS], ['behind', -DAY_MS]])('a phone whose clock is a day %s promises the time of the town, and says so afterwards', async (_, ms) => {
    const phone = await openPhone(demo, 'resident-lvzhou-1')
    phones.push(phone)
    await phone.page.clock.setFixedTime(MORNING + ms)
    await phone.go('pages/report/index')
    await toWords(phone, 40)
    await box(phone, '出了什么问题').fill('门口垃圾没人扫')
    await choose(phone, /地上脏、有垃圾/)
    await phone.see(/今天上午十一点前/)
    await phone.press('提交报告')
    await phone.see(/已经收到，谢谢您|已加入跟进/)
  })

  test('a consent refused, given, and taken back: asked again at the next use, and the draft keeps its photo', async () => {
    const phone = await open('resident-guixiang-1', 'pages/report/index', { isAsked: true })
    await phone.press(/^拍照/)
    await phone.see('要用您的相机和相册')
    await phone.press('不同意')
    await phone.see('不拍照也能报告，写清楚在哪里、是什么问题就可以。')
    await phone.press('知道了')
    await phone.press(/^拍照/)
    const chooser = phone.page.waitForEvent('filechooser')
    await phone.press('同意并继续')
    await (await chooser).setFiles({ name: 'photo.png', mimeType: 'image/png', buffer: picture({ seed: 50, isTidy: false }) })
    await phone.page.getByRole('button', { name: '删除第 1 张' }).locator('visible=true').waitFor()
    await phone.go('resident/pages/privacy/index')
    await phone.press('撤回对相机和相册的同意')
    await phone.page.locator('.taro-model__confirm').locator('visible=true').click()
    await phone.see(/选择了不同意/)
    await phone.go('pages/drafts/index')
    await phone.press('继续写')
    await phone.page.locator('.photos__image').locator('visible=true').first().waitFor()
    await phone.press(/^拍照/)
    await phone.see('要用您的相机和相册')
  })

  test('no page broke over any of it', () => {
    expect(phones.flatMap(({ errors }) => errors)).toEqual([])
  })
})
