import { HOUR_MS, instantOf } from '../../domain/time/beijing'
import type { Phone } from '../weapp/host'
import { startWeappTown, type WeappTown } from '../weapp/town'

const MORNING = instantOf('2026-11-23', '09:00')
const CASES = 103
const PAGE = 20

describe('long lists with the mini-program that ships', () => {
  let town: WeappTown
  let list: Phone
  const rowsOn = (phone: Phone) => phone.text().match(/锦绣花园 · 垃圾分类亭/g)?.length ?? 0
  /** More than this at once for one more page, or for its end, and something was sent again. */
  const OF_ONE_PAGE = 40_000
  const OF_THE_END = 8_000

  beforeAll(async () => {
    town = await startWeappTown(MORNING, '2026-11')
    const { caseId } = await town.player.call('resident-jinxiu-1', 'reportCase', { key: 'weapp-lists-first', estateId: 'jinxiu', place: { spotId: 'jinxiu-bins' }, categoryCode: '0103', text: '楼道堆满杂物', photos: [await town.player.photo('resident-jinxiu-1', 'lists', false)] })
    await town.player.call('office-1', 'fileCase', { caseId, categoryCode: '0103', dispatch: true })
    const [first] = town.cloud.engine.find('cases', { filter: { _id: caseId } }) as [{ _id: string; createdAt: number }]
    town.cloud.engine.insert('cases', Array.from({ length: CASES - 1 }, (_, n) => ({ ...first, _id: `${first._id}-${n}`, createdAt: first.createdAt - n - 1 })))
    town.cloud.clock.freezeAt(MORNING + HOUR_MS)
  })
  afterAll(async () => {
    await town?.cloud.close()
  })

  test('103 cases are read to their end, and what is drawn already is not sent again', async () => {
    list = await town.phoneOf('office-1', 'pages/cases/index')
    await list.waitFor(() => rowsOn(list) === PAGE)
    for (let rows = PAGE; rows < CASES; ) {
      rows = Math.min(CASES, rows + PAGE)
      const before = list.shownBytes.length
      await list.reachBottom()
      await list.waitFor(() => rowsOn(list) === rows)
      expect(Math.max(...list.shownBytes.slice(before))).toBeLessThan(rows === CASES ? OF_THE_END : OF_ONE_PAGE)
    }
    await list.waitFor('没有更多了')
  })

  test('a list that is come back to, or pulled down, begins with its first page', async () => {
    await list.tap('我的')
    await list.waitFor('您还没有报告过问题')
    await list.tap('全镇')
    await list.waitFor(() => rowsOn(list) === PAGE)
    await list.reachBottom()
    await list.waitFor(() => rowsOn(list) === 2 * PAGE)
    await list.pullDown()
    await list.waitFor(() => rowsOn(list) === PAGE)
  })

  test('without a network the list stays, and the words above it do not send it again', async () => {
    await list.reachBottom()
    await list.waitFor(() => rowsOn(list) === 2 * PAGE)
    const working = list.answers.callFunction
    list.answers.callFunction = () => { throw { errMsg: 'cloud.callFunction:fail' } }
    const before = list.shownBytes.length
    await list.reachBottom()
    await list.waitFor('没有更新成功')
    expect(Math.max(...list.shownBytes.slice(before))).toBeLessThan(OF_THE_END)
    list.answers.callFunction = working
  })

  test('nothing was thrown, left out of the templates, or asked of WeChat that it does not have', () => {
    expect(town.phones.flatMap(({ errors, unstubbed }) => [...errors, ...unstubbed])).toEqual([])
  })
})
