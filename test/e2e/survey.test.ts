import { secretFrom } from '../../domain/survey/secret'
import { HOUR_MS, instantOf } from '../../domain/time/beijing'
import { demoHash } from '../../scripts/demo/hashes'
import { picture } from '../../scripts/play/picture'
import { playerOn, type Player } from '../../scripts/play/player'
import { openPhone, startDemo, type Demo, type Phone } from './support'

const MORNING = instantOf('2026-11-23', '09:00')
const OPENS = instantOf('2026-11-25', '00:00')
const CLOSES = instantOf('2026-12-09', '00:00')
const SURVEY = 'survey:demo:jinxiu:2026'
const ON_IT = `surveyId=${encodeURIComponent(SURVEY)}`
const RESIDENT = 'resident-jinxiu-1'

describe('the yearly survey goes the whole way in the browser', () => {
  let demo: Demo
  let player: Player
  let receipt = ''
  const phones = new Map<string, Phone>()
  const open = async (openid: string) => {
    const phone = phones.get(openid) ?? (await openPhone(demo, openid))
    phones.set(openid, phone)
    return phone
  }
  const at = (instant: number) => demo.cloud.clock.freezeAt(instant)
  const beats = async (count = 4) => {
    for (let n = 0; n < count; n += 1) await player.beat()
  }
  const ballots = () => demo.cloud.engine.find('urns', { filter: { surveyId: SURVEY } }).flatMap((urn) => urn.ballots as { answers: string; mode: string; revision: number }[])
  const spent = () => demo.cloud.engine.count('households', { spentIn: SURVEY })
  const choose = async ({ page }: Phone, answer: string) => void (await page.getByRole('radio', { name: answer, exact: true }).locator('visible=true').first().click())
  const agree = ({ page }: Phone) => page.locator('.taro-model__confirm').locator('visible=true').first().click()
  const questionIs = (phone: Phone, number: number) => phone.see(`第 ${number} 题 / 共 8 题`)
  /** The phone takes its time, as a person does. */
  const ponder = ({ page }: Phone) => page.evaluate(() => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + 60_000
  })
  const published = ({ page }: Phone) => page.locator('.measure', { hasText: '夜间巡逻改为每两小时一次' }).locator('visible=true')
  /** Drawn, and not only asked for: a photo is fetched when it comes into view. */
  const photoOfIt = async (phone: Phone) => {
    await published(phone).locator('img').scrollIntoViewIfNeeded()
    await phone.page.waitForFunction(() => [...document.querySelectorAll<HTMLImageElement>('.measure img')].some(({ naturalWidth }) => naturalWidth > 100))
  }
  const kept = (phone: Phone) => phone.page.evaluate(() => JSON.stringify({ ...localStorage }))

  beforeAll(async () => {
    demo = await startDemo(MORNING, '2026-11')
    player = playerOn(demo.cloud)
    await player.call('office-1', 'saveSurvey', { estateId: 'jinxiu', year: 2026, opensAt: OPENS, closesAt: CLOSES })
  })
  afterAll(async () => {
    await demo?.close()
  })

  test('周主任 reads the draft once more, publishes it, and sees what becomes fixed', async () => {
    const phone = await open('office-1')
    await phone.go('office/pages/surveys/index')
    await phone.press(/锦绣花园/)
    await phone.see('总的来说，您对小区的物业管理满意吗？')
    await phone.picture('survey-01-draft')
    await phone.press('发布调查')
    await phone.page.getByText('发布', { exact: true }).locator('visible=true').last().click()
    await phone.told('已发布，应调查 11 户')
    await phone.picture('survey-02-published')
  })

  test('on the first day the clock opens it, and 李阿姨 finds it on her home', async () => {
    at(OPENS)
    await beats()
    at(OPENS + 10 * HOUR_MS)
    const phone = await open(RESIDENT)
    await phone.go('pages/home/index')
    await phone.see('锦绣花园满意率调查')
    await phone.picture('survey-03-home')
    await phone.press(/锦绣花园满意率调查/)
    await phone.see('物业、邻居、考核办，谁也看不到您家是怎么答的。')
    await phone.picture('survey-04-intro')
  })

  test('she answers three questions, is interrupted, and goes on where she was', async () => {
    const phone = await open(RESIDENT)
    await phone.press('开始作答')
    for (const [index, answer] of ['满意', '非常满意', '一般'].entries()) {
      await questionIs(phone, index + 1)
      await choose(phone, answer)
    }
    await questionIs(phone, 4)
    await phone.picture('survey-05-question')
    await phone.page.reload()
    await questionIs(phone, 4)
    for (const [index, answer] of ['没接触过', '不满意', '满意', '满意', '非常满意'].entries()) {
      await questionIs(phone, index + 4)
      await choose(phone, answer)
    }
    await phone.page.getByRole('textbox').locator('visible=true').first().fill('北门的路灯坏了')
    await phone.press('下一步')
    await phone.see('请核对一遍，点一下就能改')
    await phone.picture('survey-06-check')
    await ponder(phone)
    await phone.press('提交答卷')
    await phone.see('谢谢您')
    receipt = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(await phone.page.locator('.ballot-receipt').locator('visible=true').first().innerText())![0]
    await phone.picture('survey-07-thanks')
    expect([ballots(), spent()]).toMatchObject([[{ answers: '45302445', mode: 'phone', revision: 1 }], 1])
  })

  test('her phone keeps the code and the receipt, and not what she said', async () => {
    const phone = await open(RESIDENT)
    const words = await kept(phone)
    expect(words).toContain(receipt)
    expect(words).not.toMatch(/北门的路灯|\[4,5,3,0,2,4,4,5\]/)
    await phone.go('pages/home/index')
    await phone.see('报告问题')
    await phone.see(/您家已经答了，.*在那以前可以改答/)
  })

  test('she changes her mind: the last answers count, under the same receipt', async () => {
    const phone = await open(RESIDENT)
    await phone.go(`survey/pages/answer/index?${ON_IT}`)
    await phone.see('您家已作答')
    await phone.picture('survey-08-answered')
    await phone.press('改答')
    for (let n = 1; n <= 8; n += 1) {
      await questionIs(phone, n)
      await choose(phone, '非常满意')
    }
    await phone.press('下一步')
    await phone.press('提交改答')
    await phone.see('谢谢您')
    await phone.see(receipt)
    expect([ballots(), spent()]).toMatchObject([[{ answers: '55555555', revision: 2 }], 1])
  })

  test('蒋工 knocks at a door, the resident presses on his phone, and it forgets everything', async () => {
    const phone = await open('inspector-town')
    await phone.go(`survey/pages/door/index?${ON_IT}`)
    await phone.page.getByRole('radio', { name: '1 幢' }).locator('visible=true').first().click()
    await phone.press(/1 幢 1 单元 301/)
    await phone.picture('survey-09-door')
    await phone.press('请住户本人按')
    for (let n = 1; n <= 8; n += 1) {
      await questionIs(phone, n)
      await choose(phone, '一般')
    }
    await phone.press('下一步')
    await ponder(phone)
    await phone.press('交卷')
    await phone.see('改答码')
    await phone.picture('survey-10-door-thanks')
    await phone.press('交还手机，下一户')
    expect([ballots().map(({ mode }) => mode).sort(), spent()]).toEqual([['door', 'phone'], 2])
    expect(await kept(phone)).not.toMatch(/ballot/)
  })

  test('everybody sees how many, and nothing else, until it is over', async () => {
    const doors = await Promise.all(['1', '2', '3'].map((building) => player.call('inspector-town', 'listDoors', { surveyId: SURVEY, building, open: true })))
    for (const [index, { householdId }] of doors.flatMap((each) => each.doors).slice(0, 8).entries()) {
      at(OPENS + 12 * HOUR_MS + index * 660_000)
      await player.call('inspector-town', 'castAtDoor', { surveyId: SURVEY, householdId, secret: secretFrom(demoHash(`e2e ${householdId}`)), answers: [4, 5, 3, 1 + (index % 5), 4, 2, 5, index % 3], remark: '', milliseconds: 60_000 })
    }
    const phone = await open('resident-heping-1')
    await phone.go(`survey/pages/result/index?${ON_IT}`)
    await phone.see('结束前只公布多少户答了，不公布答了什么，也不公布哪些户答了。')
    await phone.picture('survey-11-meter')
  })

  test('closed and counted, the result, its points, and her own receipt can be checked', async () => {
    at(CLOSES + 3 * 60_000)
    await beats()
    at(CLOSES + 10 * HOUR_MS)
    const phone = await open(RESIDENT)
    await phone.go(`survey/pages/result/index?${ON_IT}`)
    await phone.see(/90\.00%|90%/)
    await phone.picture('survey-12-result')
    await phone.press('核对我的回执和总数')
    await phone.see(new RegExp(`${receipt}：在公布的名单里`))
    await phone.page.getByText('在公布的名单里').locator('visible=true').first().scrollIntoViewIfNeeded()
    await phone.picture('survey-13-checked')
    await phone.go('pages/score/index?estateId=jinxiu&period=2026-12')
    await phone.see('业主满意率调查')
    await phone.picture('survey-14-score')
  })

  test('陈国平 tells what he does about it with a photo, and residents see it once it has passed', async () => {
    const manager = await open('manager-jinxiu')
    await manager.go(`survey/pages/result/index?${ON_IT}`)
    await manager.page.getByRole('textbox', { name: '整改内容' }).locator('visible=true').first().fill('夜间巡逻改为每两小时一次')
    const chooser = manager.page.waitForEvent('filechooser')
    await manager.press('拍照或从相册选')
    await (await chooser).setFiles({ name: 'patrol.png', mimeType: 'image/png', buffer: picture({ seed: 5, isTidy: true }) })
    await manager.page.getByRole('button', { name: '删除第 1 张' }).locator('visible=true').waitFor()
    await manager.page.getByRole('button', { name: '公布' }).locator('visible=true').scrollIntoViewIfNeeded()
    await manager.picture('survey-15-measure')
    await manager.press('公布')
    await manager.told('已公布')
    // Beside the draft's own words, the published ones.
    await published(manager).waitFor()
    await manager.see('照片还没有通过内容安全检查，居民看不到。')
    await photoOfIt(manager)
    await manager.picture('survey-16-measure-unchecked')
    const resident = await open(RESIDENT)
    await resident.go(`survey/pages/result/index?${ON_IT}`)
    await published(resident).waitFor()
    expect(await published(resident).locator('img').count()).toBe(0)
    await player.beat()
    await demo.cloud.deliverVerdicts()
    await resident.go(`survey/pages/result/index?${ON_IT}`)
    await photoOfIt(resident)
    await resident.picture('survey-17-measure-seen')
  })

  test('the households of the sample say nobody has answered: the booked bonus is taken back by two, and the score shows both entries', async () => {
    const { sample } = await player.call('office-1', 'readSurveyDesk', { surveyId: SURVEY })
    const [last, ...others] = sample
    for (const { householdId } of others) await player.call('office-1', 'recordRecontact', { surveyId: SURVEY, householdId, outcome: 'denied', note: '' })
    const first = await open('office-1')
    // At a PC, where what is open scrolls by itself.
    await first.page.setViewportSize({ width: 1280, height: 800 })
    await first.go(`office/pages/surveys/index?surveyId=${encodeURIComponent(SURVEY)}`)
    await first.press(new RegExp(last!.label))
    await choose(first, '说没有答过')
    await first.press('记下回访结果')
    await first.told('已记下')
    await first.see(/已经入账的加分要复核/)
    await choose(first, '不计加分')
    await first.press('抽样回访发现有人代答')
    await first.page.getByRole('button', { name: '提出：不计加分' }).locator('visible=true').scrollIntoViewIfNeeded()
    await first.picture('survey-18-in-doubt')
    await first.press('提出：不计加分')
    await agree(first)
    await first.told('已提出：不计加分')
    await first.see(/您已经提出/)
    const second = await open('office-2')
    await second.go('pages/home/index')
    // Where one waits, the row leads to it.
    await second.press(/调查加分待复核/)
    await choose(second, '不计加分')
    await second.press('抽样回访发现有人代答')
    await second.press('确认：不计加分')
    await agree(second)
    await second.told('已审定：不计加分')
    await second.see('确认：吴干事')
    await second.picture('survey-19-taken-back')
    await player.beat()
    const resident = await open(RESIDENT)
    await resident.go('pages/score/index?estateId=jinxiu&period=2026-12')
    await resident.see('已冲正，不再计分')
    await resident.see(/^更正：/)
    await resident.page.getByText(/^更正：/).locator('visible=true').first().scrollIntoViewIfNeeded()
    await resident.picture('survey-20-reversed')
    await resident.go(`survey/pages/result/index?${ON_IT}`)
    await resident.see(/这次不计加分。理由：抽样回访发现有人代答/)
  })

  test('nothing of it is in the log of the cloud: neither an answer nor a remark, a code or a receipt', () => {
    const words = JSON.stringify([demo.cloud.logs(), demo.cloud.invocations()])
    expect(words).not.toMatch(/路灯|castBallot|55555555|45302445/)
    expect(words).not.toContain(receipt)
    expect(demo.cloud.invocations().length).toBeGreaterThan(20)
  })

  test('no page has complained', () => {
    for (const [openid, { errors }] of phones) expect([openid, errors]).toEqual([openid, []])
  })
})
