import { caseFromEvents } from '../../../domain/case/caseState'
import { wasLate } from '../../../domain/case/handling'
import { DAY_MS, monthOf } from '../../../domain/time/beijing'
import { rulesLoader } from '../../../store/rules'
import type { Actions } from '../../../types/api'
import { moreLike } from '../../support/moreCases'
import { judgeAll } from '../../support/photos'
import { answer, answered, AUDITOR, closed, dispatched, MANAGER, NEIGHBOUR, newKey, newPhoto, OFFICE, RESIDENT, STRANGER, submitted } from '../../support/stories'
import { linkOf, openTown, photo, TOWN_ID, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

const news = (openid = NEIGHBOUR, month?: string) => town.ok(openid, 'readEstateNews', { estateId: 'jinxiu', ...(month !== undefined && { month }) })
type Line = Actions['listEstateCases']['reply']['cases'][number]
/** Every page of both lists, first what is fixed. */
async function listed(openid = NEIGHBOUR, month?: string): Promise<{ readonly fixed: readonly Line[]; readonly open: readonly Line[]; readonly pages: readonly number[] }> {
  const lists: { fixed: Line[]; open: Line[] } = { fixed: [], open: [] }
  const pages: number[] = []
  for (const list of ['fixed', 'open'] as const) {
    let cursor: Actions['listEstateCases']['request']['cursor']
    do {
      const { cases, nextCursor }: Actions['listEstateCases']['reply'] = await town.ok(openid, 'listEstateCases', { estateId: 'jinxiu', list, ...(month !== undefined && { month }), ...(cursor !== undefined && { cursor }) })
      lists[list].push(...cases)
      pages.push(cases.length)
      cursor = nextCursor ?? undefined
    } while (cursor !== undefined)
  }
  return { ...lists, pages }
}
const casesFor = async (...asked: Parameters<typeof listed>): Promise<readonly Line[]> => {
  const { fixed, open } = await listed(...asked)
  return [...fixed, ...open]
}

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
    expect(await news()).toEqual({ estateId: 'jinxiu', estateName: '锦绣花园', month: '2026-11', reported: 3, fixed: 1, open: 2, late: 1, rating: null })
    const shown = ({ caseId, state, inTime, before: old, after, placeText }: Line) => [caseId, state, inTime, old, after, placeText]
    const { fixed, open } = await listed()
    expect(fixed.map(shown)).toEqual([[done, 'closed', true, linkOf(before), linkOf(photo('after')), '垃圾分类亭']])
    expect(open.map(shown)).toEqual([[running, 'dispatched', null, null, null, '2 幢'], [late, 'answered', false, null, null, '1 幢']])
  })

  test('are nothing that the office has not filed', async () => {
    await submitted(town)
    await town.ok(OFFICE, 'refuseCase', { caseId: await submitted(town, { place: { spotId: 'jinxiu-b1' } }), reason: '不符合' })
    expect(await news()).toMatchObject({ reported: 0, open: 0 })
    expect(await casesFor()).toEqual([])
  })

  test('tell nobody’s words and no door, only the spot', async () => {
    await answered(town, { text: '三楼李家门口', place: { spotId: 'jinxiu-b1', detail: '301 室门口' } })
    await dispatched(town, { text: '五楼', place: { detail: '502 室对面' } })
    const replies = JSON.stringify([await casesFor(), await casesFor(AUDITOR), await casesFor(STRANGER)])
    for (const secret of ['李家', '301', '502', '五楼', '已清扫']) expect(replies).not.toContain(secret)
    expect(replies).toContain('1 幢')
  })

  test('are open to the whole town; the case itself to those who may open it', async () => {
    const caseId = await dispatched(town)
    const idsFor = async (openid: string) => (await casesFor(openid)).map((each) => each.caseId)
    expect([await idsFor(NEIGHBOUR), await idsFor(RESIDENT), await idsFor(MANAGER), await idsFor(OFFICE), await idsFor(STRANGER)]).toEqual([[caseId], [caseId], [caseId], [caseId], [null]])
    expect(await town.code(NEIGHBOUR, 'readEstateNews', { estateId: 'atlantis' })).toBe('ESTATE_UNKNOWN')
    expect(await town.code(NEIGHBOUR, 'listEstateCases', { estateId: 'atlantis', list: 'open' })).toBe('ESTATE_UNKNOWN')
  })

  test('of a month are its own: a case of October that was closed in November is fixed in November', async () => {
    town.goTo('2026-10-31 23:59')
    const old = await dispatched(town, { categoryCode: '0101' })
    town.goTo('2026-11-01 00:00')
    await closed(town, { place: { spotId: 'jinxiu-b1' } })
    await answer(town, old)
    await town.ok(OFFICE, 'verifyCase', { caseId: old, matches: true, method: 'photos', text: '相符', close: true })
    town.goTo('2026-12-01 00:00')
    expect(await news(NEIGHBOUR, '2026-10')).toMatchObject({ reported: 1, fixed: 0, open: 0 })
    expect(await casesFor(NEIGHBOUR, '2026-10')).toMatchObject([{ caseId: old }])
    expect(await news(NEIGHBOUR, '2026-11')).toMatchObject({ reported: 1, fixed: 2 })
    const november = await casesFor(NEIGHBOUR, '2026-11')
    expect([november.length, november[1]?.caseId]).toEqual([2, old])
    expect(await news()).toMatchObject({ month: '2026-12', reported: 0, fixed: 0 })
    expect(await casesFor()).toEqual([])
  })

  test('that was closed and opened again is not fixed', async () => {
    const caseId = await closed(town)
    expect(await news()).toMatchObject({ fixed: 1, open: 0 })
    await town.ok(RESIDENT, 'followUp', { caseId, fixed: false, text: '没修好' })
    expect(await news()).toMatchObject({ fixed: 0, open: 1 })
    expect(await casesFor()).toMatchObject([{ state: 'rework', before: null, after: null }])
    await town.ok(RESIDENT, 'addRemark', { key: newKey(), caseId, text: '还在' })
  })

  test('count all, and show them page by page, newest first, each once', async () => {
    const [done, running] = [await closed(town), await dispatched(town, { place: { spotId: 'jinxiu-b1' } })]
    const [more, running2] = [await moreLike(town, done, 50, { everyMs: 60_000 }), await moreLike(town, running, 25)]
    town.goTo('2026-11-20 09:00')
    expect(await news()).toMatchObject({ reported: 77, fixed: 51, open: 26, late: 26 })
    const { fixed, open, pages } = await listed()
    expect(pages).toEqual([10, 10, 10, 10, 10, 1, 10, 10, 6])
    expect(fixed.map(({ caseId }) => caseId)).toEqual([done, ...more].reverse())
    expect(open.map(({ caseId }) => caseId)).toEqual([running, ...running2].reverse())
  })

  /** As the figures were made before: every case of the month, with all its events. */
  async function counted(month: string) {
    const { calendarOf } = await rulesLoader(town.store)(TOWN_ID, town.now())
    const filed = town.all('cases').filter(({ estateId, filedAt }) => estateId === 'jinxiu' && filedAt !== null)
    const came = filed.filter(({ createdAt }) => monthOf(createdAt) === month)
    const isLate = (case_: (typeof came)[number]) => wasLate(caseFromEvents(case_.events), 'jinxiu', calendarOf, town.now())
    const fixed = filed.filter(({ closedAt }) => closedAt !== null && monthOf(closedAt) === month)
    return {
      figures: { reported: came.length, fixed: fixed.length, open: came.filter(({ state }) => state !== 'closed').length, late: came.filter(isLate).length },
      ids: [...new Set([...came, ...fixed].map(({ _id }) => _id))].sort(),
    }
  }

  test('have the same figures and the same cases as all the month’s cases gone through one by one, month after month', async () => {
    const late = async (of: Town, told: object) => {
      const caseId = await dispatched(of, told)
      of.goTo(of.now() + DAY_MS)
      await answer(of, caseId)
      return caseId
    }
    const reworked = async (of: Town, told: object) => {
      const caseId = await answered(of, told)
      await of.ok(OFFICE, 'verifyCase', { caseId, matches: false, method: 'onSite', text: '不符' })
      return caseId
    }
    const returned = async (of: Town, told: object) => {
      const caseId = await dispatched(of, told)
      await of.ok(MANAGER, 'returnCase', { caseId, reason: '不属于本小区', photos: [] })
      return caseId
    }
    const asked = async (of: Town, told: object) => {
      const caseId = await dispatched(of, told)
      await of.ok(MANAGER, 'requestTime', { kind: 'extension', caseId, reason: '配件需要订购', photos: [] })
      return caseId
    }
    const steps = [closed, answered, dispatched, submitted, reworked, returned, asked, late]
    const seen = new Set<string>()
    for (const [index, day] of ['10-28', '10-30', '11-02', '11-27', '12-01'].entries()) {
      town.goTo(`2026-${day} 09:00`)
      for (const [nth, step] of steps.entries()) {
        town.goTo(town.now() + 60_000)
        await step(town, { place: { detail: `${index} ${nth}` }, categoryCode: nth % 2 ? '0101' : '0201' })
        if (nth % 2 === 0) continue
        for (const month of ['2026-10', '2026-11', '2026-12']) {
          const { figures, ids } = await counted(month)
          expect(await news(OFFICE, month)).toMatchObject(figures)
          if (nth === steps.length - 1) expect((await casesFor(OFFICE, month)).map(({ caseId }) => caseId).sort()).toEqual(ids)
          seen.add(JSON.stringify([month, figures]))
        }
      }
    }
    expect(seen.size).toBeGreaterThan(15)
  }, 120_000)
})
