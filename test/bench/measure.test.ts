import { maximum, median, percentile } from '../../bench/measure'

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)

test.each([
  [0, 1],
  [0.5, 50],
  [0.95, 95],
  [0.99, 99],
  [0.991, 100],
  [1, 100],
])('of a hundred residents, a share of %d waited no longer than number %d', (share, longest) => expect(percentile(hundred, share)).toBe(longest))

test('the one resident who waited waited longest at every share', () => expect([percentile([7], 0), percentile([7], 0.5), percentile([7], 0.99)]).toEqual([7, 7, 7]))

test('where nobody waited no time is told', () => expect([percentile([], 0.5), median([]), maximum([])]).toEqual([NaN, NaN, 0]))

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
])('half of the residents waited less than the median of %j', (waited, middle) => expect(median(waited)).toBe(middle))
