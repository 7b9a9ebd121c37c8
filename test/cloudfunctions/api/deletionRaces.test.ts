import { EFFECTS } from '../../../cloudfunctions/api/access/permitted'
import type { ActionName } from '../../../types/api'
import { tracesOf } from '../../support/aLife'
import { prepare, workingRequest } from '../../support/everyAction'
import { FIRST, plantedTown } from '../../support/planted'
import { ACTION_NAMES } from '../../support/requests'
import { nobodysCode, slipOf } from '../../support/households'
import { dispatched, NEIGHBOUR, newKey, OFFICE_2, rest } from '../../support/stories'
import type { Town } from '../../support/town'

beforeAll(() => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  // Tried again at once.
  jest.spyOn(Math, 'random').mockReturnValue(0)
})
afterAll(() => void jest.restoreAllMocks())

type Planted = Awaited<ReturnType<typeof plantedTown>>
const NEWCOMER = 'oNewcomer5e2'

/** The deed, with the deletion at each of its database calls in turn; what is left of the person each time. */
async function interleaved(before: (planted: Planted) => Promise<unknown>, deed: (planted: Planted) => Promise<unknown>, from: number, openid = FIRST, after: (town: Town) => Promise<unknown> = () => Promise.resolve()): Promise<{ moments: number; left: unknown[] }> {
  const left: unknown[] = []
  for (let moment = from; ; moment += 1) {
    const planted = await plantedTown()
    const { town } = planted
    await before(planted)
    let isOver = true
    let asked: Awaited<ReturnType<typeof town.call>> | null = null
    const erase = () => town.call(openid, 'deleteMyData', { confirm: true })
    // To its end between two calls of the deed, which knows nothing of it; only where the deed holds what the deletion needs, it is asked again.
    town.life.meanwhile(moment, async () => {
      isOver = false
      asked = await erase()
    })
    await deed(planted)
    town.life.bear()
    if (!isOver && !(asked as { ok: boolean } | null)?.ok) expect(await erase()).toMatchObject({ ok: true, value: { finished: true } })
    await after(town)
    const traces = isOver ? [] : tracesOf(town, openid)
    town.close()
    if (traces.length > 0) left.push([moment, traces])
    if (isOver) return { moments: moment - from, left }
  }
}

const CHANGING = ACTION_NAMES.filter((action) => (EFFECTS[action] === 'own' || EFFECTS[action] === 'says') && action !== 'deleteMyData')
/** What somebody else reported: in the planted case both have a voice already. */
const neighboursCase = async (town: Town) => town.all('cases').find(({ events: [first] }) => first?.type === 'submitted' && first.text === NEIGHBOURS)?._id ?? dispatched(town, { by: NEIGHBOUR, text: NEIGHBOURS, place: { spotId: 'jinxiu-b7' } })
const NEIGHBOURS = '楼道灯不亮'
const BEFORE: { readonly [Name in ActionName]?: (planted: Planted) => Promise<unknown> } = { joinCase: ({ town }) => neighboursCase(town) }
const requestOf = async (action: ActionName, planted: Planted): Promise<object> => ({ ...workingRequest(action, FIRST, planted), ...(action === 'joinCase' && { caseId: await neighboursCase(planted.town) }) })

describe('a deletion at the very moment of another act', () => {
  test.each(CHANGING)('%s: one comes first, and nothing of the person is left', async (action) => {
    const { moments, left } = await interleaved(
      BEFORE[action] ?? ((planted) => prepare(action, planted)),
      async (planted) => planted.town.call(FIRST, action, (await requestOf(action, planted))),
      // Before its first call an act has not begun: it is the first of somebody new.
      2,
    )
    expect(left).toEqual([])
    expect(moments).toBeGreaterThan(2)
  }, 120_000)

  test.each([
    ['chooseEstate', { estateId: 'jinxiu' }], ['recordConsent', { kind: 'photo', version: '1', given: true }], ['bindHousehold', { code: slipOf('1-1-301') }], ['bindHousehold', { code: nobodysCode() }],
    ['bindByPhone', { phoneCode: 'phone-13800000001' }],
  ] as const)('%s of somebody who belongs nowhere yet: %j', async (action, request) => {
    const { moments, left } = await interleaved(() => Promise.resolve(), ({ town }) => town.call(NEWCOMER, action, request), 2, NEWCOMER)
    expect(left).toEqual([])
    expect(moments).toBeGreaterThan(2)
  }, 120_000)

  test('what the office does tells a reporter who is gone by then nothing: the clock takes it back', async () => {
    const { left } = await interleaved(
      () => Promise.resolve(),
      ({ town, caseId }) => town.call(OFFICE_2, 'fileCase', { caseId, categoryCode: '0201', dispatch: true }),
      1, FIRST, async (town) => {
        town.goTo(town.now() + 60_000)
        await rest(town)
      },
    )
    expect(left).toEqual([])
  }, 120_000)

  test('a look behind the mask: either there is nobody to see, or the record of it goes with the person', async () => {
    const { moments, left } = await interleaved(() => Promise.resolve(), ({ town, caseId, reportId }) => town.call(OFFICE_2, 'unmaskReporter', { key: newKey(), caseId, reportId, reason: '上门核实情况' }), 1)
    expect(left).toEqual([])
    expect(moments).toBeGreaterThan(5)
  }, 120_000)
})
