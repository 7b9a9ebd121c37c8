import { toManagers } from '../../../store/notices'
import { dispatched, MANAGER, rest } from '../../support/stories'
import { openTown, personId, type Town } from '../../support/town'

const OVERDUE = '2026-11-02 11:01'
const colleague = (n: number): string => `manager-jinxiu-${n}`
/** An estate with so many managers, and a case of it whose deadline passes at eleven. */
async function lateAtEleven(managers: number): Promise<Town> {
  const town = openTown()
  const one = town.one('people', personId(MANAGER))
  for (let n = 1; n < managers; n += 1) town.engine.insert('people', [{ ...one, _id: personId(colleague(n)), openid: colleague(n) }])
  await dispatched(town)
  await rest(town)
  town.goTo(OVERDUE)
  return town
}
const everyone = (managers: number) => [MANAGER, ...Array.from({ length: managers - 1 }, (_, n) => colleague(n + 1))].map(personId).sort()
const told = (town: Town) => town.all('notices').filter(({ kind }) => kind === 'caseOverdue').map(({ personId: whom }) => whom).sort()
const callsOf = async (town: Town): Promise<number> => {
  town.life.bear()
  await town.beat()
  return town.life.calls()
}

afterEach(() => jest.restoreAllMocks())

describe('the managers of an estate', () => {
  test('are each told once that a deadline has passed, and nothing is left to be told', async () => {
    const town = await lateAtEleven(8)
    await rest(town)
    expect(told(town)).toEqual(everyone(8))
    expect(town.all('announcements')).toEqual([])
    await rest(town)
    expect(told(town)).toEqual(everyone(8))
    town.close()
  })

  test('are told by the same words, of the same time, when the clock was killed at any call', async () => {
    for (const level of ['error', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined)
    const whole = await lateAtEleven(3)
    const calls = await callsOf(whole)
    whole.close()
    for (let call = 1; call <= calls; call += 1)
      for (const when of ['before', 'after'] as const) {
        const town = await lateAtEleven(3)
        town.life.endAt(call, when)
        await town.beat().catch(() => undefined)
        town.life.bear()
        await town.beat()
        expect([call, when, told(town)]).toEqual([call, when, everyone(3)])
        expect(town.all('notices').filter(({ kind }) => kind === 'caseOverdue').map(({ text, createdAt }) => [text, createdAt])).toEqual(Array(3).fill([expect.stringContaining('已超时'), town.now()]))
        expect([town.all('announcements').length, town.all('ledger').length]).toEqual([0, 1])
        town.close()
      }
  })

  test('that was told and has read it is not told again by a clock that was killed before the others were', async () => {
    const town = await lateAtEleven(2)
    await rest(town)
    const [first, second] = town.all('notices').filter(({ kind }) => kind === 'caseOverdue')
    // As it is when the function ends between two notices.
    town.engine.remove('notices', { filter: { _id: second!._id } })
    await town.store.set('notices', { ...first!, state: 'sent', readAt: town.now() })
    const { townId, caseId, subject, place, dueAt } = first!
    await town.store.set('announcements', toManagers({ townId, caseId: caseId!, kind: 'caseOverdue', estateId: 'jinxiu', cause: `${caseId}:jinxiu:${dueAt}`, at: town.now(), inWorkingTime: true, facts: { subject, place, dueAt } }))
    await rest(town)
    expect(town.all('notices').filter(({ kind }) => kind === 'caseOverdue').map(({ state, readAt }) => [state, readAt]).sort()).toEqual([['sent', town.now()], ['unreachable', null]])
    town.close()
  })

  test('cost the booking of a deadline nothing, however many they are: one announcement stands for all of them', async () => {
    const written: number[] = []
    for (const managers of [1, 8]) {
      const town = await lateAtEleven(managers)
      const put = jest.spyOn(town.engine, 'update')
      await town.beat()
      written.push(put.mock.calls.filter(([, , transactionId]) => transactionId !== undefined).length)
      expect(told(town)).toHaveLength(managers)
      town.close()
    }
    expect(new Set(written).size).toBe(1)
  })
})
