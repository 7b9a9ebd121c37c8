import { reportsADay } from '../../../domain/abuse/dailyLimits'

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
