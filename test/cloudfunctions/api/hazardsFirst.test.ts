import type { Actions } from '../../../types/api'
import { moreLike } from '../../support/moreCases'
import { openTown, type Town } from '../../support/town'
import { answer, dispatched, HAZARD, MANAGER, OFFICE, NEIGHBOUR, RESIDENT, submitted, closed } from '../../support/stories'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

const idsOf = async (openid: string, request: Omit<Actions['listCases']['request'], 'cursor'>, meanwhile: () => Promise<unknown> = async () => undefined) => {
  const ids: string[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: { cases: readonly { id: string }[]; nextCursor: string | null } = await town.ok(openid, 'listCases', { ...request, cursor })
    ids.push(...page.cases.map(({ id }) => id))
    if (cursor === undefined) await meanwhile()
    cursor = page.nextCursor
  }
  return ids
}

const KINDS = ['0201', '0101', '0102', '0103', '0106', '0107', '0203']
const SPOTS = ['jinxiu-bins', 'jinxiu-b1', 'jinxiu-b2']

test('a hazard opens the list of the manager, the office and the neighbours, on the first page and once, though others are due or came before it', async () => {
  const dirt: string[] = []
  const people = [RESIDENT, NEIGHBOUR, 'resident-jinxiu-3']
  for (let index = 0; index < 21; index += 1) dirt.push(await dispatched(town, { by: people[index % 3]!, categoryCode: KINDS[index % 7]!, place: { spotId: SPOTS[Math.floor(index / 7)]! } }))
  const hazard = await dispatched(town, { by: people[0]!, categoryCode: HAZARD })
  const lists = [await idsOf(MANAGER, { scope: 'estate', open: true }), await idsOf(OFFICE, { scope: 'all' }), await idsOf(NEIGHBOUR, { scope: 'neighbours' })]
  for (const ids of lists) {
    expect(ids[0]).toBe(hazard)
    expect([...ids].sort()).toEqual([...dirt, hazard].sort())
  }
})

test('a hazard that is dealt with stands where it would stand', async () => {
  const hazard = await closed(town, { categoryCode: HAZARD })
  town.goTo('2026-11-02 10:05')
  const dirt = await dispatched(town, { by: NEIGHBOUR })
  expect(await idsOf(OFFICE, { scope: 'all' })).toEqual([dirt, hazard])
})

test('what waits to be filed opens with the hazard that a resident told of', async () => {
  const dirt = await submitted(town)
  town.goTo('2026-11-02 10:05')
  const hazard = await submitted(town, { by: NEIGHBOUR, categoryCode: HAZARD })
  expect(await idsOf(OFFICE, { scope: 'desk', waiting: 'toFile' })).toEqual([hazard, dirt])
})

describe('between two pages of a list', () => {
  const twentySix = async (first: string) => {
    town.goTo('2026-11-02 10:00')
    return [first, ...(await moreLike(town, await submitted(town, { place: { spotId: 'jinxiu-b1' } }), 25))]
  }
  const all = (meanwhile: () => Promise<unknown>) => idsOf(OFFICE, { scope: 'all' }, meanwhile)

  test('a case that comes to be a danger is not lost', async () => {
    const caseId = await submitted(town)
    const known = await twentySix(caseId)
    const ids = await all(() => town.ok(OFFICE, 'fileCase', { caseId, categoryCode: HAZARD, dispatch: true }))
    expect(known.filter((id) => ids.filter((each) => each === id).length !== 1)).toEqual([])
  })

  test('a danger that is dealt with is not shown again', async () => {
    const caseId = await dispatched(town, { categoryCode: HAZARD })
    const known = await twentySix(caseId)
    const ids = await all(async () => {
      await answer(town, caseId)
      await town.ok(OFFICE, 'verifyCase', { caseId, matches: true, method: 'onSite', text: '相符', close: true })
    })
    expect(ids[0]).toBe(caseId)
    expect(known.filter((id) => ids.filter((each) => each === id).length !== 1)).toEqual([])
  })

  test('of more dangers than a list can keep each stands in it once', async () => {
    const caseId = await dispatched(town, { categoryCode: HAZARD })
    const known = [caseId, ...(await moreLike(town, caseId, 230)), ...(await moreLike(town, await dispatched(town, { by: NEIGHBOUR, place: { spotId: 'jinxiu-b1' } }), 25))]
    const ids = await all(async () => undefined)
    expect(ids.slice(0, 200).every((id) => id.startsWith(caseId))).toBe(true)
    expect(known.filter((id) => ids.filter((each) => each === id).length !== 1)).toEqual([])
  })
})
