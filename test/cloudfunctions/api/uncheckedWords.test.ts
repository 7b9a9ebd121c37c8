import { aReport, answer, dispatched, INSPECTOR, MANAGER, NEIGHBOUR, newKey, newPhoto, OFFICE, RESIDENT, stateOf, submitted, THIRD, verify } from '../../support/stories'
import { openTown, type Town } from '../../support/town'

let town: Town
let logged: jest.SpyInstance
beforeEach(() => {
  town = openTown()
  logged = jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  logged.mockRestore()
  town.close()
})

/** The day's quota of the town is used up, or the interface is down. */
const outage = () => town.onText(() => Promise.reject(Object.assign(new Error('reach max api daily quota limit'), { errCode: 45009 })))
const over = () => town.onText(async () => true)
const HIDDEN = '（文字等考核办看过后显示）'
const told = async (openid: string, caseId: string, type: string) => (await town.ok(openid, 'readCase', { caseId })).timeline.filter((item) => item.type === type).map(({ text, unchecked = false }) => [text, unchecked])

describe('while WeChat checks no text', () => {
  test('a report is taken, the failure is logged with an id and nothing of the words, and the office reads that nobody has checked them', async () => {
    outage()
    const caseId = await submitted(town)
    expect(logged.mock.calls.map((line) => line.join(' '))).toEqual([expect.stringMatching(/^\[e-test\] .*45009/)])
    expect(await told(OFFICE, caseId, 'submitted')).toEqual([['分类亭旁垃圾散落', true]])
    expect(await told(RESIDENT, caseId, 'submitted')).toEqual([['分类亭旁垃圾散落', false]])
    expect(await town.code(NEIGHBOUR, 'readCase', { caseId })).toBe('NOT_FOUND')
    await town.ok(OFFICE, 'fileCase', { caseId, categoryCode: '0201', dispatch: true })
    expect(await told(NEIGHBOUR, caseId, 'submitted')).toEqual([['分类亭旁垃圾散落', false]])
  })

  test('who joins a report that the office has not looked at yet reads neither its words nor where it was said to be', async () => {
    outage()
    const place = { spotId: 'jinxiu-bins', detail: '骂人的话' }
    const caseId = await submitted(town, { place, text: '也是骂人' })
    over()
    expect(await town.ok(NEIGHBOUR, 'reportCase', aReport({ place, text: '垃圾没人收' }))).toMatchObject({ caseId, joinedInstead: true })
    const read = await town.ok(NEIGHBOUR, 'readCase', { caseId })
    const list = (await town.ok(NEIGHBOUR, 'listCases', { scope: 'mine' })).cases
    expect([read.summary.text, list.map(({ text }) => text)]).toEqual([HIDDEN, [HIDDEN]])
    expect(JSON.stringify([read, list])).not.toContain('骂人')
    await town.ok(OFFICE, 'fileCase', { caseId, categoryCode: '0201', dispatch: true })
    expect((await town.ok(NEIGHBOUR, 'readCase', { caseId })).summary).toMatchObject({ text: '也是骂人', placeText: expect.stringContaining('骂人的话') as string })
  })

  test('an answer is taken in time, read by its reporter at once, and by neighbours after the office has been there', async () => {
    const caseId = await dispatched(town)
    outage()
    await answer(town, caseId)
    expect(stateOf(town, caseId)).toBe('answered')
    const now = async () => [await told(OFFICE, caseId, 'answered'), await told(MANAGER, caseId, 'answered'), await told(RESIDENT, caseId, 'answered'), await told(NEIGHBOUR, caseId, 'answered')]
    expect(await now()).toEqual([[['已清扫', true]], [['已清扫', true]], [['已清扫', false]], [[HIDDEN, false]]])
    // The same again, whose answer was lost on the way.
    await town.ok(INSPECTOR, 'verifyCase', { caseId, matches: true, method: 'onSite', text: '看过', close: false })
    expect(await told(NEIGHBOUR, caseId, 'answered')).toEqual([[HIDDEN, false]])
    await verify(town, caseId)
    expect(await now()).toEqual([[['已清扫', true]], [['已清扫', true]], [['已清扫', false]], [['已清扫', false]]])
  })

  test('whatever else is said is taken, and neighbours read it after the office has done something with the case', async () => {
    const caseId = await dispatched(town)
    outage()
    await town.ok(NEIGHBOUR, 'joinCase', { key: newKey(), caseId, text: '我也看到了' })
    await town.ok(RESIDENT, 'addRemark', { key: newKey(), caseId, text: '又多了一袋' })
    await town.ok(MANAGER, 'requestTime', { kind: 'extension', caseId, reason: '等配件' })
    expect(await told(THIRD, caseId, 'joined')).toEqual([[HIDDEN, false]])
    expect([await told(RESIDENT, caseId, 'joined'), await told(NEIGHBOUR, caseId, 'joined'), await told(MANAGER, caseId, 'joined')]).toEqual([[[HIDDEN, false]], [['我也看到了', false]], [['我也看到了', true]]])
    expect(await told(OFFICE, caseId, 'remarked')).toEqual([['又多了一袋', true]])
    await town.ok(OFFICE, 'decideRequest', { caseId, approve: false, reason: '先办' })
    expect(await told(THIRD, caseId, 'joined')).toEqual([['我也看到了', false]])
    await answer(town, caseId)
    await town.ok(RESIDENT, 'followUp', { caseId, fixed: false, text: '没修好' })
    expect([await told(THIRD, caseId, 'reportedUnfixed'), await told(MANAGER, caseId, 'reportedUnfixed')]).toEqual([[[HIDDEN, false]], [['没修好', true]]])
    expect(await town.code(MANAGER, 'returnCase', { caseId, reason: '不属于本小区', photos: [newPhoto()] })).toBe('STATE_CHANGED')
  })

  test('what was checked carries no mark, and what WeChat finds unfit is refused as ever', async () => {
    const caseId = await dispatched(town)
    expect(town.one('cases', caseId).events.filter((event) => 'unchecked' in event)).toEqual([])
    town.onText(async () => false)
    expect(await town.code(NEIGHBOUR, 'joinCase', { key: newKey(), caseId, text: '骂人' })).toBe('TEXT_REJECTED')
  })
})

test('whoever has used up the day has no words checked: one account does not spend what the town may ask', async () => {
  for (let index = 1; index <= 10; index += 1) await submitted(town, { place: { spotId: 'jinxiu-bins', detail: `第 ${index} 处` }, categoryCode: null })
  let asked = 0
  town.onText(async () => (asked += 1) > 0)
  expect([await town.code(RESIDENT, 'reportCase', aReport({ categoryCode: null })), asked]).toEqual(['REPORTS_USED', 0])
})
