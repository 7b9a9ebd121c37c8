import type { Actions } from '../../../types/api'
import { aLife, ME, tracesOf } from '../../support/aLife'
import { judgeAll } from '../../support/photos'
import { submitted } from '../../support/stories'
import { linkOf, openTown, photo, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

describe('everything about me', () => {
  test('is exported: who I am, what I agreed to, where I live, what I said, what I was told, and who looked', async () => {
    const { first, joined, waiting } = await aLife(town)
    await judgeAll(town)
    const mine = await town.ok(ME, 'exportMyData', {})
    expect(mine).toMatchObject({
      exportedAt: town.now(),
      profile: { openid: ME, name: '李阿姨', townName: '演示镇', estateName: '锦绣花园' },
      consents: [{ kind: 'photo', given: true }],
      households: [{ estateName: '锦绣花园', label: '3 幢 2 单元 501', relation: 'lives', by: 'code', surveyYears: [] }],
      quotas: [{ template: 'caseProgress', accepted: 1 }, ],
      unmaskings: [{ who: '周主任', reason: '上门核实情况', caseNumber: '202611-0001' }],
      days: [{ day: '2026-11-02', reports: 2, joins: 1, remarks: 1 }],
      wrongCodesAt: [town.now()],
      spokenOn: [{ caseNumber: '202611-0001' }, { caseNumber: '202611-0002' }, { caseNumber: null }],
    })
    const about = new Map(mine.reports.map((report) => [report.caseId, report]))
    expect(about.get(first)).toMatchObject({
      state: 'closed', estateName: '锦绣花园', placeText: '垃圾分类亭', first: true, forHousehold: '3 幢 2 单元 501', rating: { value: 5 },
      said: [{ type: 'submitted', text: '分类亭旁垃圾散落', photos: [linkOf(photo('mine'))] }, { type: 'confirmedFixed', text: '修好了，谢谢' }],
    })
    expect(about.get(joined)).toMatchObject({ first: false, said: [{ type: 'joined', text: '我家门口也是', photos: [linkOf(photo('mine-too'))] }, { type: 'remarked', text: '又多了' }] })
    expect(about.get(waiting)).toMatchObject({ state: 'submitted' })
    expect(mine.notices.map(({ text }) => text)).toContain('您反映的问题处理好了，谢谢您的关心')
    expect(JSON.stringify(mine)).not.toMatch(/刘先生|not-mine/)
  })

  test('is next to nothing of somebody who was never here', async () => {
    expect(await town.ok('newcomer-1', 'exportMyData', {})).toEqual({ exportedAt: town.now(), profile: null, consents: [], households: [], reports: [], notices: [], quotas: [], unmaskings: [], days: [], wrongCodesAt: [], spokenOn: [], nextCursor: null })
  })

  test('comes in pages of 20 reports, each with all that was said, and nothing twice', async () => {
    const caseIds: string[] = []
    for (let day = 0; day < 5; day += 1) {
      town.goTo(`2026-11-${String(9 + day).padStart(2, '0')} 09:00`)
      for (let nth = 0; nth < 9; nth += 1) caseIds.push(await submitted(town, { by: ME, place: { detail: `第 ${day * 10 + nth} 处` } }))
    }
    const pages: Actions['exportMyData']['reply'][] = []
    for (let cursor: Actions['exportMyData']['request']['cursor'] | null; cursor !== null; cursor = pages[pages.length - 1]!.nextCursor) pages.push(await town.ok(ME, 'exportMyData', { cursor }))
    expect(pages.map(({ reports }) => reports.length)).toEqual([20, 20, 5])
    expect(pages.flatMap(({ reports }) => reports.map(({ caseId }) => caseId)).sort()).toEqual([...caseIds].sort())
    expect(pages.map(({ profile, days }) => [profile?.openid, days.length])).toEqual([[ME, 1], [undefined, 0], [undefined, 0]])
    expect(pages.every(({ reports }) => reports.every(({ said }) => said.length === 1))).toBe(true)
  })

  test('leaves out no collection that knows of me', async () => {
    await aLife(town)
    // Each of them is in the export, or is not the person's own: an invitation code and a phone proof are hashes of what is gone, a check is over in two hours.
    expect(tracesOf(town).sort()).toEqual(['consents', 'householdCodes', 'households', 'notices', 'people', 'phoneProofs', 'photoChecks', 'quotas', 'reports', 'unmaskings'].sort())
  })
})
