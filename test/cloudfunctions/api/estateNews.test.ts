import { DAY_MS } from '../../../domain/time/beijing'
import { judgeAll } from '../../support/photos'
import { answer, answered, AUDITOR, closed, dispatched, MANAGER, NEIGHBOUR, newKey, newPhoto, OFFICE, RESIDENT, STRANGER, submitted } from '../../support/stories'
import { linkOf, openTown, photo, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

const news = (openid = NEIGHBOUR, month?: string) => town.ok(openid, 'readEstateNews', { estateId: 'jinxiu', ...(month !== undefined && { month }) })

describe('the news of an estate', () => {
  test('are what was filed and fixed this month, with pictures from before and after, and in time or not', async () => {
    const before = photo('before')
    const done = await dispatched(town, { photos: [before, newPhoto()] })
    await town.ok(MANAGER, 'answerCase', { caseId: done, text: '已清扫', photos: [photo('after')] })
    await town.ok(OFFICE, 'verifyCase', { caseId: done, matches: true, method: 'photos', text: '相符', close: true })
    town.goTo('2026-11-02 09:30')
    const late = await dispatched(town, { place: { spotId: 'jinxiu-b1' } })
    town.goTo('2026-11-02 14:30')
    await answer(town, late)
    const running = await dispatched(town, { place: { spotId: 'jinxiu-b2' } })
    await judgeAll(town)
    const { cases, ...figures } = await news()
    expect(figures).toEqual({ estateId: 'jinxiu', estateName: '锦绣花园', month: '2026-11', reported: 3, fixed: 1, open: 2, late: 1, rating: null })
    expect(cases.map(({ caseId, state, inTime, before: old, after, placeText }) => [caseId, state, inTime, old, after, placeText])).toEqual([
      [running, 'dispatched', null, null, null, '2 幢'],
      [late, 'answered', false, null, null, '1 幢'],
      [done, 'closed', true, linkOf(before), linkOf(photo('after')), '垃圾分类亭'],
    ])
  })

  test('are nothing that the office has not filed', async () => {
    await submitted(town)
    await town.ok(OFFICE, 'refuseCase', { caseId: await submitted(town, { place: { spotId: 'jinxiu-b1' } }), reason: '不符合' })
    expect(await news()).toMatchObject({ reported: 0, open: 0, cases: [] })
  })

  test('tell nobody’s words and no door, only the spot', async () => {
    await answered(town, { text: '三楼李家门口', place: { spotId: 'jinxiu-b1', detail: '301 室门口' } })
    await dispatched(town, { text: '五楼', place: { detail: '502 室对面' } })
    const replies = JSON.stringify([await news(), await news(AUDITOR), await news(STRANGER)])
    for (const secret of ['李家', '301', '502', '五楼', '已清扫']) expect(replies).not.toContain(secret)
    expect(replies).toContain('1 幢')
  })

  test('are open to the whole town; the case itself to those who may open it', async () => {
    const caseId = await dispatched(town)
    const idsFor = async (openid: string) => (await news(openid)).cases.map((each) => each.caseId)
    expect([await idsFor(NEIGHBOUR), await idsFor(RESIDENT), await idsFor(MANAGER), await idsFor(OFFICE), await idsFor(STRANGER)]).toEqual([[caseId], [caseId], [caseId], [caseId], [null]])
    expect(await town.code(NEIGHBOUR, 'readEstateNews', { estateId: 'atlantis' })).toBe('ESTATE_UNKNOWN')
  })

  test('of a month are its own: a case of October that was closed in November is fixed in November', async () => {
    town.goTo('2026-10-31 23:59')
    const old = await dispatched(town, { categoryCode: '0101' })
    town.goTo('2026-11-01 00:00')
    await closed(town, { place: { spotId: 'jinxiu-b1' } })
    await answer(town, old)
    await town.ok(OFFICE, 'verifyCase', { caseId: old, matches: true, method: 'photos', text: '相符', close: true })
    town.goTo('2026-12-01 00:00')
    expect(await news(NEIGHBOUR, '2026-10')).toMatchObject({ reported: 1, fixed: 0, open: 0, cases: [{ caseId: old }] })
    const november = await news(NEIGHBOUR, '2026-11')
    expect([november.reported, november.fixed, november.cases.map(({ createdAt }) => createdAt).length, november.cases[1]?.caseId]).toEqual([1, 2, 2, old])
    expect(await news()).toMatchObject({ month: '2026-12', reported: 0, fixed: 0, cases: [] })
  })

  test('that was closed and opened again is not fixed', async () => {
    const caseId = await closed(town)
    expect(await news()).toMatchObject({ fixed: 1, open: 0 })
    await town.ok(RESIDENT, 'followUp', { caseId, fixed: false, text: '没修好' })
    expect(await news()).toMatchObject({ fixed: 0, open: 1, cases: [{ state: 'rework', before: null, after: null }] })
    await town.ok(RESIDENT, 'addRemark', { key: newKey(), caseId, text: '还在' })
  })

  test('show a hundred cases and count all', async () => {
    for (let index = 0; index < 101; index += 1) {
      if (index % 10 === 0) town.goTo(town.now() + DAY_MS)
      await dispatched(town, { place: { detail: `第 ${index} 处` }, categoryCode: '0101' })
    }
    const { reported, cases } = await news()
    expect([reported, cases.length]).toEqual([101, 100])
  })
})
