import { DAY_MS } from '../../../domain/time/beijing'
import { judgeAll } from '../../support/photos'
import { answered, aReport, closed, dispatched, NEIGHBOUR, newKey, OFFICE, rest, RESIDENT, STRANGER, submitted, THIRD } from '../../support/stories'
import { moreLike } from '../../support/moreCases'
import { openTown, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

const BINS = { spotId: 'jinxiu-bins' }
const IN_WORDS = { detail: '分类亭后面' }
async function offered(place: object, categoryCode: string | null = '0201', openid = NEIGHBOUR) {
  const { cases, near } = await town.ok(openid, 'findSameProblems', { estateId: 'jinxiu', categoryCode, place })
  return { cases: cases.map(({ id }) => id), near: near.map(({ id }) => id) }
}

describe('before a report is sent', () => {
  test('the case that is the same by the rule is offered with its photo, its deadline and how many reported it', async () => {
    const caseId = await dispatched(town)
    await town.ok(THIRD, 'joinCase', { key: newKey(), caseId })
    await judgeAll(town)
    const { cases, near } = await town.ok(NEIGHBOUR, 'findSameProblems', { estateId: 'jinxiu', categoryCode: '0201', place: BINS })
    expect(cases).toMatchObject([{ id: caseId, reportCount: 2, dueAt: town.one('cases', caseId).dueAt, photo: expect.stringContaining('https://') as string }])
    expect(near).toEqual([])
  })

  test('a place told in words may be the same as any, and is offered for the person to judge', async () => {
    const bySpot = await dispatched(town)
    expect(await offered(IN_WORDS)).toEqual({ cases: [], near: [bySpot] })
    const inWords = await dispatched(town, { place: IN_WORDS, by: THIRD })
    expect(await offered(BINS)).toEqual({ cases: [bySpot], near: [inWords] })
    expect(await offered({ spotId: 'jinxiu-b1' })).toEqual({ cases: [], near: [inWords] })
  })

  test('who does not know the item is offered what is open at the spot', async () => {
    const [garbage, wall] = [await dispatched(town), await dispatched(town, { categoryCode: '0101', by: THIRD })]
    await dispatched(town, { place: { spotId: 'jinxiu-b1' } })
    const { cases, near } = await offered(BINS, null)
    expect([cases, [...near].sort()]).toEqual([[], [wall, garbage].sort()])
  })

  test('what is done with, of another estate, or not looked at by the office is not offered', async () => {
    await closed(town, { place: IN_WORDS })
    await submitted(town, { place: { detail: '北门' } })
    await dispatched(town, { by: STRANGER, estateId: 'heping', place: { detail: '南门' } })
    expect(await offered(IN_WORDS)).toEqual({ cases: [], near: [] })
  })

  test('one is shown the own report, also while it waits for the office', async () => {
    const caseId = await submitted(town)
    expect(await offered(BINS, '0201', RESIDENT)).toEqual({ cases: [caseId], near: [] })
    expect(await offered(BINS)).toEqual({ cases: [], near: [] })
  })

  test('no more than five are offered to compare, the newest', async () => {
    const made: string[] = []
    for (let index = 1; index <= 7; index += 1) {
      town.goTo(town.now() + 60_000)
      made.push(await dispatched(town, { place: { spotId: `jinxiu-b${index}` } }))
    }
    expect((await offered(IN_WORDS)).near).toEqual(made.reverse().slice(0, 5))
  })
})

describe('who joins what is offered', () => {
  test('by own judgement joins like any other: not counted within the limit, counted after it', async () => {
    const caseId = await dispatched(town, { place: IN_WORDS })
    expect(await town.ok(NEIGHBOUR, 'joinCase', { key: newKey(), caseId })).toEqual({ caseId, counted: false })
    town.goTo('2026-11-02 11:01')
    expect(await town.ok(THIRD, 'joinCase', { key: newKey(), caseId })).toEqual({ caseId, counted: true })
  })

  test('is told every word that the first reporter is told', async () => {
    const caseId = await submitted(town)
    await town.ok(NEIGHBOUR, 'reportCase', { key: newKey(), estateId: 'jinxiu', categoryCode: '0201', place: BINS, text: '一样', photos: [] })
    await town.ok(OFFICE, 'fileCase', { caseId, categoryCode: '0201', dispatch: true })
    const answeredBy = { text: '已清扫', photos: ['cloud://photos/after-1.jpg'] }
    await town.ok('manager-jinxiu', 'answerCase', { caseId, ...answeredBy })
    await town.ok(OFFICE, 'verifyCase', { caseId, matches: false, method: 'onSite', text: '不符' })
    await town.ok('manager-jinxiu', 'answerCase', { caseId, ...answeredBy, photos: ['cloud://photos/after-2.jpg'] })
    await town.ok(OFFICE, 'verifyCase', { caseId, matches: true, method: 'onSite', text: '相符', close: true })
    town.goTo(town.now() + 8 * 86_400_000)
    await rest(town)
    const told = async (openid: string) => (await town.ok(openid, 'listNotices', {})).notices.map(({ kind, text }) => `${kind} ${text}`).sort()
    expect(await told(NEIGHBOUR)).toEqual(await told(RESIDENT))
    expect((await told(RESIDENT)).map((words) => words.split(' ')[0])).toEqual(['reportAnswered', 'reportAnswered', 'reportAskedAgain', 'reportClosed', 'reportFiled', 'reportReopened'])
  })

  test('a refused report is told of the refusal as well', async () => {
    const caseId = await submitted(town)
    await town.ok(NEIGHBOUR, 'reportCase', { key: newKey(), estateId: 'jinxiu', categoryCode: '0201', place: BINS, text: '一样', photos: [] })
    await town.ok(OFFICE, 'refuseCase', { caseId, reason: '不属于公共区域' })
    await rest(town)
    expect((await town.ok(NEIGHBOUR, 'listNotices', {})).notices).toMatchObject([{ kind: 'reportRefused', text: '您反映的问题没有受理：不属于公共区域' }])
  })
})

describe('what came of my reports', () => {
  const mine = (openid: string) => town.ok(openid, 'readMyReports', {})

  test('is counted case by case, and the parts make the whole', async () => {
    expect(await mine(RESIDENT)).toEqual({ reported: 0, fixed: 0, open: 0, refusedWithReason: 0, joined: 0 })
    await closed(town, { place: { spotId: 'jinxiu-b1' } })
    await answered(town, { place: { spotId: 'jinxiu-b2' } })
    await town.ok(OFFICE, 'refuseCase', { caseId: await submitted(town, { place: { spotId: 'jinxiu-b3' } }), reason: '不符合' })
    await town.ok(RESIDENT, 'withdrawCase', { caseId: await submitted(town, { place: { spotId: 'jinxiu-b4' } }) })
    const others = await dispatched(town, { by: NEIGHBOUR })
    await town.ok(RESIDENT, 'joinCase', { key: newKey(), caseId: others })
    expect(await mine(RESIDENT)).toEqual({ reported: 4, fixed: 1, open: 2, refusedWithReason: 1, joined: 1 })
    expect(await mine(NEIGHBOUR)).toEqual({ reported: 1, fixed: 0, open: 1, refusedWithReason: 0, joined: 0 })
  })

  test('counts a problem that one reported twice once', async () => {
    await dispatched(town)
    await town.ok(RESIDENT, 'reportCase', { key: newKey(), estateId: 'jinxiu', categoryCode: '0201', place: BINS, text: '还在', photos: [] })
    expect(await mine(RESIDENT)).toMatchObject({ reported: 1, joined: 0 })
  })

  test('is whole beyond the most values one query takes', async () => {
    for (let index = 0; index < 105; index += 1) {
      if (index % 10 === 0) town.goTo(town.now() + DAY_MS)
      await submitted(town, { place: { detail: `第 ${index} 处` }, categoryCode: null })
    }
    expect(await mine(RESIDENT)).toMatchObject({ reported: 105, open: 105 })
  })
})

describe('an old case among hundreds of newer ones', () => {
  const ELSEWHERE = () => ({ spotId: 'jinxiu-b1' })

  test('is offered before a report, and joined by it: what is open elsewhere hides it from neither', async () => {
    const caseId = await dispatched(town)
    await moreLike(town, await dispatched(town, { place: ELSEWHERE(), by: THIRD }), 250, { place: ELSEWHERE })
    expect((await offered(BINS)).cases).toEqual([caseId])
    expect(await town.ok(NEIGHBOUR, 'reportCase', aReport())).toMatchObject({ caseId, joinedInstead: true })
  })

  test('is offered also where nobody knows the item, or the place is told in words only', async () => {
    const bySpot = await dispatched(town)
    town.goTo('2026-11-02 09:01')
    const inWords = await dispatched(town, { place: IN_WORDS, by: THIRD })
    await moreLike(town, await dispatched(town, { place: ELSEWHERE(), by: THIRD, categoryCode: '0101' }), 250, { place: ELSEWHERE })
    expect(await offered(BINS)).toEqual({ cases: [bySpot], near: [inWords] })
    expect((await offered(BINS, null)).near).toEqual([bySpot])
    expect((await offered(IN_WORDS)).near).toEqual([inWords, bySpot])
  })

  test('is offered though reports that nobody has looked at yet are all newer', async () => {
    const [bySpot, inWords] = [await dispatched(town), await dispatched(town, { place: IN_WORDS, by: THIRD })]
    await moreLike(town, await submitted(town, { place: { detail: '南门' }, by: THIRD }), 250, { place: (index) => ({ detail: `第 ${index} 处` }) })
    expect(await offered(BINS)).toEqual({ cases: [bySpot], near: [inWords] })
  })

  test('and reported on the map is the same within thirty metres, on whichever side', async () => {
    const at = (north: number, east: number) => ({ location: { latitude: 31.5 + north / 111_320, longitude: 120.3 + east / 94_915.4 } })
    const caseId = await dispatched(town, { place: at(0, 0) })
    await moreLike(town, await dispatched(town, { place: at(0, 200), by: THIRD }), 250, { place: (index) => at(31 + index, 31) })
    for (const [north, east] of [[29, 0], [-29, 0], [0, 29], [0, -29], [-20, -20]] as const) expect((await offered(at(north, east))).cases).toEqual([caseId])
    expect((await offered(at(-31, 0))).cases).toEqual([])
    expect(await town.ok(NEIGHBOUR, 'reportCase', aReport({ place: at(0, -29) }))).toMatchObject({ caseId, joinedInstead: true })
  })

  test('is not hidden by hundreds that were refused or withdrawn', async () => {
    const caseId = await dispatched(town)
    const refused = await submitted(town, { categoryCode: null })
    await town.ok(OFFICE, 'refuseCase', { caseId: refused, reason: '不属实' })
    await moreLike(town, refused, 400)
    town.goTo('2026-11-02 10:00')
    expect(await town.ok(NEIGHBOUR, 'reportCase', aReport())).toMatchObject({ caseId, joinedInstead: true })
    expect((await town.ok(NEIGHBOUR, 'readCase', { caseId })).monthCount).toBe(1)
  })

  test('counts for recurrence though three hundred closed ones of the item are newer', async () => {
    for (const day of ['02', '03']) {
      town.goTo(`2026-11-${day} 09:00`)
      await closed(town)
    }
    await moreLike(town, await closed(town, { place: ELSEWHERE(), by: THIRD }), 300, { place: ELSEWHERE })
    town.goTo('2026-11-04 09:00')
    const third = await dispatched(town)
    const { findings, monthCount } = await town.ok(OFFICE, 'readCase', { caseId: third })
    expect([findings.map(({ kind, status }) => [kind, status]), monthCount]).toEqual([[['recurrent', 'proposed']], 3])
  })

  test('of last month counts by the report that came to it after its deadline this month', async () => {
    town.goTo('2026-11-30 09:00')
    const caseId = await dispatched(town)
    town.goTo('2026-12-01 09:00')
    for (const by of [NEIGHBOUR, THIRD]) expect(await town.ok(by, 'joinCase', { key: newKey(), caseId })).toEqual({ caseId, counted: true })
    expect((await town.ok(OFFICE, 'readCase', { caseId })).monthCount).toBe(2)
  })
})
