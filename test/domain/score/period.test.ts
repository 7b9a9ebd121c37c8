import { isYear, monthsOf, yearOfPeriod } from '../../../domain/score/period'

describe('the months of a period', () => {
  it.each([
    ['2026', '2025-07', '2026-03', ['2026-01', '2026-02', '2026-03']],
    ['2026', '2026-02', '2026-03', ['2026-02', '2026-03']],
    ['2025', '2025-11', '2026-03', ['2025-11', '2025-12']],
    ['2026', '2026-04', '2026-03', []],
    ['2027', '2025-07', '2026-12', []],
    ['2026-04', '2025-07', '2026-04', ['2026-04']],
    ['2026-04', '2025-07', '2026-03', []],
    ['2026-04', '2026-04', '2026-12', ['2026-04']],
    ['2026-04', '2026-05', '2026-12', []],
  ])('%s, assessed since %s, in %s: %p', (period, since, current, months) => {
    expect(monthsOf(period, since, current)).toEqual(months)
  })

  it('of a year that is over are twelve', () => {
    expect(monthsOf('2026', '2024-01', '2027-01')).toHaveLength(12)
  })

  it('belong to the year the period names', () => {
    expect([yearOfPeriod('2026'), yearOfPeriod('2026-04'), isYear('2026'), isYear('2026-04')]).toEqual([2026, 2026, true, false])
  })
})
