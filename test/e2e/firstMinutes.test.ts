import { dateOf, instantOf, monthOf } from '../../domain/time/beijing'
import { playStory, storyStart } from '../../scripts/demo/story'
import { picture } from '../../scripts/play/picture'
import { openPhone, startDemo, type Demo, type Phone } from './support'

jest.setTimeout(300_000)

/** Of a calendar the turns at which the demo's story has to bend: `npm run test:dates` walks them all. */
const TURNS = ['2026-12-31 15:00', '2027-01-01 00:10', '2027-02-28 10:00', '2028-03-01 09:00'].map((text) => [text, instantOf(text.slice(0, 10), text.slice(11))] as const)
const LOST = /[-−]2 分/
const DATES = [['today', Date.now()] as const, ...(process.env.EVERY_DATE ? TURNS : [])]

/** The README's words, followed by one reader in one browser, with the strip at the top; each step goes on where the one before has ended. */
describe.each(DATES)('the first five minutes of the README, %s', (_, now) => {
  let demo: Demo
  let phone: Phone
  let steps = 0
  const visible = (words: string | RegExp) => phone.page.getByText(words).locator('visible=true').first()
  const choose = async (name: string | RegExp) => void (await phone.page.getByRole('radio', { name, exact: true }).locator('visible=true').first().click())
  const write = async (name: string, words: string) => void (await phone.page.getByRole('textbox', { name }).locator('visible=true').last().fill(words))
  const agree = () => phone.page.locator('.taro-model__confirm').locator('visible=true').first().click()
  const follow = async (words: string | RegExp) => void (await phone.page.getByRole('link', { name: words }).locator('visible=true').first().click())
  const openTab = async (words: string) => void (await phone.page.locator('.weui-tabbar__item', { hasText: words }).locator('visible=true').first().click())
  const takePhoto = async (seed: number, isTidy: boolean) => {
    const chooser = phone.page.waitForEvent('filechooser')
    await phone.page.getByRole('button', { name: /^拍照/ }).locator('visible=true').first().click()
    // Each person has a phone of their own, and is asked there the first time.
    const consent = phone.page.getByRole('button', { name: '同意并继续' }).locator('visible=true').first()
    await Promise.race([chooser, consent.waitFor()])
    if (await consent.isVisible()) await consent.click()
    await (await chooser).setFiles({ name: 'photo.png', mimeType: 'image/png', buffer: picture({ seed, isTidy }) })
  }
  /** Opens a part of the strip and presses a button there; the page then begins anew. */
  const press = async (part: string, words: RegExp) => {
    const anew = phone.page.waitForEvent('load')
    await phone.page.getByTitle(part).click()
    await phone.page.locator('#linjing-cloud-strip').getByRole('button', { name: words }).click()
    await anew
    await phone.settled()
  }
  const be = (name: string) => press('换一个人', new RegExp(`^${name}`))
  const moveClock = (words: RegExp) => press('拨动时钟', words)
  /** Of an estate in 排名, this month or, where that does not say these words yet, under 以前. */
  const openScore = async (estateName: string, words: RegExp) => {
    await openTab('排名')
    await phone.press(new RegExp(estateName))
    await phone.see('综合得分')
    if (await visible(words).isVisible()) return
    await phone.page.goBack()
    await phone.page.getByRole('tab', { name: '以前' }).click()
    await phone.settled()
    await phone.press(new RegExp(estateName))
    await phone.see(words)
  }
  const answer = async (photo: number) => {
    await phone.see('处理后的照片')
    await takePhoto(photo, true)
    await write('怎么处理的', '已清扫，地面冲洗干净')
    await phone.press('提交回复')
    await phone.see(/已回复/)
  }

  beforeAll(async () => {
    demo = await startDemo(now, monthOf(storyStart(now)), { timers: true })
    await playStory(demo.cloud, now)
    phone = await openPhone(demo, 'resident-jinxiu-2', { strip: true })
    await phone.go('')
    await phone.settled()
  })
  afterEach(async () => {
    await phone?.picture(`first-minutes-${dateOf(now)}-${(steps += 1)}`)
  })
  afterAll(async () => {
    await demo?.close()
  })

  test('1. 李阿姨 reports with a photo, a place and a few words, and is promised the limit before she sends', async () => {
    await be('李阿姨')
    await phone.press('报告问题')
    await takePhoto(1, false)
    await phone.press('下一步')
    await choose('北大门')
    await write('出了什么问题', '门口垃圾没人扫，很脏')
    await choose('地上脏、有垃圾')
    await phone.see(/2 个工作时/)
    await phone.press('提交报告')
    await phone.see('已经收到，谢谢您')
  })

  test('2. 周主任 files and dispatches it', async () => {
    await be('周主任')
    await phone.press(/待立案/)
    await phone.press(/北大门/)
    await phone.press('立案并派遣')
    await phone.see('已立案并派遣，须在')
  })

  test('3. 陈国平 finds it first, with the working time left, and answers it', async () => {
    await be('陈国平')
    await phone.see(/最急的一件/)
    await phone.press(/最急的一件.*北大门/)
    await answer(1)
    await moveClock(/^\+2 工作时/)
  })

  test('4. 李阿姨 says it is not fixed: the case is back with 陈国平, and closes only after 吴干事 went to look', async () => {
    await be('李阿姨')
    await phone.press(/北大门/)
    await phone.press('没修好')
    await write('哪里还没修好', '角落里还有两袋')
    await choose('不满意')
    await phone.press('告诉考核办：没修好')
    await phone.see(/已退回物业/)
    await be('陈国平')
    await phone.press(/北大门.*返工/)
    await answer(2)
    await be('吴干事')
    await phone.press(/居民反映未解决/)
    await phone.press(/北大门/)
    await phone.see('须到现场核查后才能结案')
    await choose('现场核查')
    await choose('符合')
    await write('看到的情况', '现场已清理干净')
    await phone.press('核查符合并结案')
    await phone.see('已结案')
  })

  test('5. 新用户 binds a household with the code in the strip’s note, and no page is a dead end', async () => {
    await phone.page.getByTitle('换一个人').click()
    const note = await phone.page.locator('#linjing-cloud-strip').getByRole('button', { name: /^新用户/ }).innerText()
    await phone.page.getByTitle('换一个人').click()
    await be('新用户')
    await openTab('排名')
    await phone.see(/看全镇各小区的考核排名/)
    await openTab('首页')
    await phone.press(/有绑定码，或家人邀请/)
    await write('绑定码', note.slice(note.indexOf('绑定码') + '绑定码'.length).trim())
    await phone.press(/^绑定$/)
    await phone.see('已绑定：锦绣花园 1 幢 1 单元 301')
    await be('新用户')
    await phone.press(/我的$/)
    for (const words of [/谁看过我的/, /我同意了什么/, /导出我的资料/, /删除我的资料/]) await phone.see(words)
  })

  test('6. the survey is answered, a door is opened, a bonus is settled by two, and a result is counted again', async () => {
    if (dateOf(demo.cloud.clock.now()).endsWith('-12-31')) await moveClock(/^\+1 天/)
    await be('李阿姨')
    await phone.press(/锦绣花园满意率调查/)
    await phone.press('开始作答')
    for (let n = 1; n <= 8; n += 1) {
      await phone.see(`第 ${n} 题 / 共 8 题`)
      await choose('满意')
    }
    await phone.press('下一步')
    await phone.press('提交答卷')
    await phone.see('谢谢您')

    await be('蒋工')
    await phone.press(/上门答卷/)
    await choose('1 幢')
    await phone.press(/1 幢 \d 单元 \d01/)
    await phone.press('请住户本人按')
    await phone.see('第 1 题 / 共 8 题')

    await be('周主任')
    await phone.press(/调查加分待复核/)
    await phone.see('抽样回访还有 2 户没有做，做完才能审定。')
    for (let left = 2; left > 0; left -= 1) {
      await phone.page.getByRole('button', { name: /未回访/ }).locator('visible=true').first().click()
      await choose('说答过')
      await phone.press('记下回访结果')
      await phone.quiet()
    }
    await choose(/^计入加分/)
    await write('理由', '回访的住户都说答过')
    await phone.press('提出：计入加分')
    await agree()
    await phone.see(/您已经提出/)
    await be('吴干事')
    await phone.press(/调查加分待复核/)
    await choose(/^计入加分/)
    await write('理由', '同意')
    await phone.press('确认：计入加分')
    await agree()
    await phone.see('确认：吴干事')

    await be('新用户')
    await openScore('和平苑', /看调查结果/)
    await follow(/看调查结果/)
    await phone.press('核对我的回执和总数')
    await phone.see(/^相符：/)
    expect(await phone.page.getByText(/^不符：/).count()).toBe(0)
  })

  test('7. a deadline of 阳光苑 that passed has cost 2 points, down to the case and the clause', async () => {
    await be('方书记')
    await openScore('阳光苑', LOST)
    const entry = phone.page.locator('.entry', { hasText: LOST }).locator('visible=true').first()
    await entry.getByRole('button', { name: '依据的原文' }).click()
    await phone.see('未按规定的处置时限回复的案卷')
    await entry.getByRole('link').click()
    await phone.see(/单元门上贴满小广告/)
  })

  test('no page complained on the way', () => {
    expect(phone.errors).toEqual([])
  })
})
