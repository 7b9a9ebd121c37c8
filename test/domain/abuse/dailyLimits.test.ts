import { noTally, reportsADay, withAct, type Tally } from '../../../domain/abuse/dailyLimits'

test('calls that began before midnight and come after it begin no day anew', () => {
  const spend = (tally: Tally | null, day: string) => tally && withAct(tally, { act: 'reports', day, max: 3 })
  const used = ['2026-11-02', '2026-11-03', '2026-11-02', '2026-11-03'].reduce<Tally | null>(spend, noTally)
  expect(used).toMatchObject({ day: '2026-11-03', used: { reports: 3 } })
  expect([spend(used, '2026-11-02'), spend(used, '2026-11-03')]).toEqual([null, null])
  expect(spend(used, '2026-11-04')).toMatchObject({ day: '2026-11-04', used: { reports: 1 } })
})

describe('how many reports a day', () => {
  test.each([
    [0, 10],
    [1, 8],
    [3, 4],
    [4, 2],
    [5, 2],
    [100, 2],
  ])('after %i refused ones: %i', (refused, max) => expect(reportsADay(refused)).toBe(max))
})
