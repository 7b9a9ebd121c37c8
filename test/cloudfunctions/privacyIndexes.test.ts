import type { CollectionName } from '../../store/collections'
import { erasePerson } from '../../store/erasePerson'
import { at, openTown, personId, type Town } from '../support/town'
import { prepare } from '../support/everyAction'
import { judgeAll, verdict } from '../support/photos'
import { FIRST, plantedTown } from '../support/planted'
import { AUDITOR, MANAGER, NEIGHBOUR, OFFICE, RESIDENT, submitted } from '../support/stories'

/** Read whole because there is a handful of them. */
const SMALL: readonly CollectionName[] = ['towns', 'estates', 'editions', 'calendars', 'draws', 'allocations']

/** Runs it and tells every query that no index answered. */
async function unbounded(town: Town, work: () => Promise<unknown>): Promise<readonly string[]> {
  const found = new Set<string>()
  const { find, count } = town.engine
  const look = (name: string, options: Parameters<typeof find>[1]) => {
    if (!SMALL.some((small) => small === name) && !town.engine.explain(name, options ?? {}).isBounded) found.add(`${name} ${JSON.stringify(Object.keys(options?.filter ?? {}))}`)
  }
  jest.spyOn(town.engine, 'find').mockImplementation((name, options, transaction) => {
    if (transaction === undefined) look(name, options)
    return find(name, options, transaction)
  })
  jest.spyOn(town.engine, 'count').mockImplementation((name, filter) => {
    look(name, { filter })
    return count(name, filter)
  })
  await work()
  jest.restoreAllMocks()
  return [...found]
}

describe('what privacy asks of the database is answered by an index', () => {
  test('the clock by day and by night', async () => {
    const town = openTown()
    await submitted(town)
    expect(await unbounded(town, () => judgeAll(town))).toEqual([])
    town.goTo(at('2030-11-02 03:00'))
    expect(await unbounded(town, () => town.beat())).toEqual([])
    town.close()
  })

  test('reading, deciding, exporting, deleting', async () => {
    const planted = await plantedTown()
    const { town, caseId } = planted
    await prepare('verifyCase', planted)
    const asked = await unbounded(town, async () => {
      for (const openid of [NEIGHBOUR, MANAGER, OFFICE, AUDITOR, FIRST]) {
        for (const request of [{ action: 'readCase', request: { caseId } }, { action: 'exportMyData' }, { action: 'listUnmaskings' }, { action: 'listUnmaskings', request: { scope: 'all' } }, { action: 'listPhotosToDecide' }, { action: 'whoAmI' }, { action: 'listCases', request: { scope: 'mine' } }])
          await town.raw(openid, request)
      }
      await submitted(town, { by: FIRST, place: { spotId: 'jinxiu-b4' } })
      await town.push(verdict('trace-of-nobody', 'pass'))
      await erasePerson(town.store, personId(FIRST), 1000)
      await town.ok(RESIDENT, 'deleteMyData', { confirm: true })
    })
    expect(asked).toEqual([])
    town.close()
  })
})
