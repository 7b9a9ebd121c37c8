import { HOUR_MS, instantOf } from '../../domain/time/beijing'
import { startWeappTown, type WeappTown } from '../weapp/town'

const OPENS = instantOf('2026-11-23', '00:00')
const CLOSES = instantOf('2026-12-07', '00:00')
const SURVEY = 'survey:demo:jinxiu:2026'
const MINE = 'resident-jinxiu-1'
const PICTURE_BYTES_MAX = 128 * 1024
/** Eight bundles start on a busy machine. */
const PATIENCE_MS = 30_000
const DEAD_ENDS = /再试一次|请先选择您所在的小区/

describe('what is sent on into a chat, with the mini-program that ships', () => {
  let town: WeappTown
  let caseId: string
  beforeAll(async () => {
    town = await startWeappTown(OPENS - HOUR_MS, '2026-11')
    const { questionnaire } = await town.player.call('office-1', 'saveSurvey', { estateId: 'jinxiu', year: 2026, opensAt: OPENS, closesAt: CLOSES })
    await town.player.call('office-2', 'publishSurvey', { surveyId: SURVEY, version: questionnaire.version })
    town.cloud.clock.freezeAt(OPENS + 10 * HOUR_MS)
    for (let n = 0; n < 4; n += 1) await town.player.beat()
    const photo = await town.player.photo(MINE, 'shared', false)
    caseId = (await town.player.call(MINE, 'reportCase', { key: 'shared-case-0000001', estateId: 'jinxiu', categoryCode: '0201', place: { spotId: 'jinxiu-bins' }, text: '李阿姨家门口的垃圾', photos: [photo] })).caseId
    await town.player.call('office-1', 'fileCase', { caseId, categoryCode: '0201', dispatch: true })
  })
  afterAll(async () => {
    await town?.cloud.close()
  })

  const newcomer = (path: string) => town.phoneOf('newcomer-1', path.replace(/^\//, ''))

  test.each([
    ['standings', 'pages/standings/index', '锦绣花园', '以奖代补'],
    ['score', 'pages/score/index?estateId=jinxiu&period=2026-11', '锦绣花园', '长效管理'],
    ['publicity', 'resident/pages/estate/index?estateId=jinxiu', '锦绣花园 · 2026年11月', '考核和奖励'],
    ['rewards', 'pages/rewards/index', '年度', '一等奖'],
    ['surveys', 'survey/pages/list/index', '锦绣花园', '锦绣花园'],
    ['an open survey', `survey/pages/answer/index?surveyId=${encodeURIComponent(SURVEY)}`, '开始作答', '这是锦绣花园的调查'],
    ['a survey’s result', `survey/pages/result/index?surveyId=${encodeURIComponent(SURVEY)}`, '锦绣花园 · 2026年', '这是锦绣花园的调查'],
  ])('the card of %s opens for who is new here, without a dead end', async (_, page, ready, shown) => {
    const mine = await town.phoneOf(MINE, page)
    await mine.waitFor(ready, PATIENCE_MS)
    await mine.waitFor(() => (mine.share()?.path ?? '/pages/home') !== '/pages/home/index', PATIENCE_MS)
    const card = mine.share()!
    expect(card.title).toMatch(/^[^{}]{6,40}$/)
    expect(card.imageUrl).toBe('/assets/share.png')
    const theirs = await newcomer(card.path!)
    await theirs.waitFor(shown, PATIENCE_MS)
    expect(theirs.text()).not.toMatch(DEAD_ENDS)
    expect(theirs.text()).toContain('选我的小区')
  })

  test('the picture of a card is in the package, small enough to be shown', async () => {
    const phone = await newcomer('pages/home/index')
    const bytes = phone.bytesOf('assets/share.png')
    expect([bytes > 0, bytes <= PICTURE_BYTES_MAX]).toEqual([true, true])
  })

  test('one’s own case tells nothing of it in the card; who is new chooses the estate and sees it', async () => {
    const mine = await town.phoneOf(MINE, `pages/case/index?id=${caseId}`)
    await mine.waitFor('编号', PATIENCE_MS)
    const card = mine.share()!
    expect(card.title).toBe('锦绣花园报告的一个问题，看看办到哪一步了')
    const theirs = await newcomer(card.path!)
    await theirs.waitFor('这一件只给报告人和同小区的邻居看', PATIENCE_MS)
    await theirs.tap('选择锦绣花园')
    await theirs.waitFor('编号', PATIENCE_MS)
    expect(theirs.text()).not.toMatch(DEAD_ENDS)
  })

  test('a stranger to the estate is told for whom the case is, and goes on to the own estate', async () => {
    const theirs = await town.phoneOf('resident-heping-1', `pages/case/index?id=${caseId}`)
    await theirs.waitFor('您现在的小区是和平苑', PATIENCE_MS)
    expect(theirs.text()).not.toMatch(DEAD_ENDS)
    expect(theirs.share()?.path).toBe('/pages/home/index')
    await theirs.tap('更换我的小区')
    await theirs.waitFor('我住的小区', PATIENCE_MS)
  })

  test('pages about oneself have no such menu', async () => {
    for (const page of ['pages/home/index', 'pages/me/index', 'pages/inbox/index', 'resident/pages/privacy/index', 'office/pages/slips/index']) expect([page, (await town.phoneOf('office-1', page)).share()]).toEqual([page, undefined])
  })

  test('slips are made into a file by the office, handed on, and no page carries a code', async () => {
    const office = await town.phoneOf('office-1', 'office/pages/slips/index?estateId=jinxiu')
    const home = (await town.player.call('office-1', 'listHouseholds', { estateId: 'jinxiu' })).households.find(({ members }) => members === 0)!
    await town.player.call('office-2', 'clearHousehold', { householdId: home.id, reason: '重新发码' })
    await office.waitFor('发绑定码', PATIENCE_MS)
    await office.tap('发绑定码')
    await office.waitFor(() => office.find('要打印文件') !== undefined, PATIENCE_MS)
    await office.tap('要打印文件')
    await office.waitFor('做好了', PATIENCE_MS)
    await office.tap('发到文件传输助手')
    await office.tap('先看一看')
    const [shared, opened] = ['shareFileMessage', 'openDocument'].map((api) => office.calls.find((call) => call.api === api)?.option as { filePath: string } | undefined)
    expect([shared?.filePath, opened?.filePath]).toEqual([expect.stringMatching(/^wxfile:\/\/usr\/绑定码-锦绣花园-2026-11-23\.docx$/), shared?.filePath])
    expect(office.text()).not.toMatch(/[0-9A-Z]{5}-[0-9A-Z]{5}/)
    expect(Math.max(...office.shownBytes)).toBeLessThan(64 * 1024)
  })

  test('nothing was thrown, left out of the templates, or asked of WeChat that it does not have', () => {
    expect(town.phones.flatMap(({ errors, unstubbed }) => [...errors, ...unstubbed])).toEqual([])
  })
})
