import { HOUR_MS, instantOf } from '../../domain/time/beijing'
import { playerOn } from '../../scripts/play/player'
import { openPhone, startDemo, type Demo, type Phone } from './support'

const OPENS = instantOf('2026-11-23', '00:00')
const CLOSES = instantOf('2026-12-07', '00:00')
const SURVEY = 'survey:demo:jinxiu:2026'
const NEWCOMER = 'newcomer-1'

let demo: Demo
let caseId: string
beforeAll(async () => {
  demo = await startDemo(OPENS - HOUR_MS, '2026-11')
  const player = playerOn(demo.cloud)
  const { questionnaire } = await player.call('office-1', 'saveSurvey', { estateId: 'jinxiu', year: 2026, opensAt: OPENS, closesAt: CLOSES })
  await player.call('office-2', 'publishSurvey', { surveyId: SURVEY, version: questionnaire.version })
  demo.cloud.clock.freezeAt(OPENS + 10 * HOUR_MS)
  for (let n = 0; n < 4; n += 1) await player.beat()
  const photo = await player.photo('resident-jinxiu-1', 'shared', false)
  caseId = (await player.call('resident-jinxiu-1', 'reportCase', { key: 'shared-case-0000001', estateId: 'jinxiu', categoryCode: '0201', place: { spotId: 'jinxiu-bins' }, text: '垃圾散落', photos: [photo] })).caseId
  await player.call('office-1', 'fileCase', { caseId, categoryCode: '0201', dispatch: true })
})
afterAll(() => demo?.close())

const deadEnds = ({ page }: Phone) => page.getByText(/再试一次|请先选择您所在的小区/).locator('visible=true').count()

it.each([
  ['standings', 'pages/standings/index?at=jinxiu', '锦绣花园'],
  ['score', 'pages/score/index?estateId=jinxiu&period=2026-11', '锦绣花园'],
  ['rewards', 'pages/rewards/index?year=2026&at=jinxiu', '一等奖'],
  ['estate', 'resident/pages/estate/index?estateId=jinxiu&month=2026-11', '锦绣花园 · 2026年11月'],
  ['surveys', 'survey/pages/list/index?at=jinxiu', '锦绣花园'],
  ['answer', `survey/pages/answer/index?surveyId=${encodeURIComponent(SURVEY)}&at=jinxiu`, /^这是锦绣花园的调查/],
  ['result', `survey/pages/result/index?surveyId=${encodeURIComponent(SURVEY)}&at=jinxiu`, '锦绣花园 · 2026年'],
] as const)('who is new opens the shared address of %s cold and reads what is published', async (name, address, shown) => {
  const phone = await openPhone(demo, NEWCOMER)
  await phone.go(address)
  await phone.see(shown)
  await phone.see('您还没有选小区，下面是公开的内容。')
  await phone.quiet()
  await phone.picture(`shared-${name}`)
  expect(await deadEnds(phone)).toBe(0)
  expect(phone.errors).toEqual([])
})

it.each([['dark', { dark: true }], ['large', { scale: 1.75 }]] as const)('the pages in %s are looked at', async (name, look) => {
  const phone = await openPhone(demo, NEWCOMER, look)
  await phone.go('pages/standings/index?at=jinxiu')
  await phone.see('您还没有选小区，下面是公开的内容。')
  await phone.quiet()
  await phone.picture(`shared-standings-${name}`)
  await phone.press('选我的小区')
  await phone.see('先不选，继续看')
  await phone.picture(`shared-choose-${name}`)
  expect(phone.errors).toEqual([])
})

// From here on who was new belongs somewhere.
it('an old link without an estate asks for one in place, and a case of the neighbourhood goes on by itself', async () => {
  const phone = await openPhone(demo, NEWCOMER)
  await phone.go('survey/pages/list/index')
  await phone.see('先选您住的小区')
  await phone.picture('shared-choose')
  await phone.go(`pages/case/index?id=${caseId}`)
  await phone.see(/^这一件只给报告人和同小区的邻居看。/)
  await phone.picture('shared-case')
  await phone.press('选择锦绣花园')
  await phone.see(/编号/)
  expect(await deadEnds(phone)).toBe(0)
  expect(phone.errors).toEqual([])
})

it('a stranger to the estate is told for whom the case is', async () => {
  const phone = await openPhone(demo, 'resident-heping-1')
  await phone.go(`pages/case/index?id=${caseId}`)
  await phone.see('这一件不对您公开')
  await phone.picture('shared-stranger')
  expect(await deadEnds(phone)).toBe(0)
  expect(phone.errors).toEqual([])
})
