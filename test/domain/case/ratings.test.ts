import { meanRatings, type ReportRating } from '../../../domain/case/ratings'

const rating = (rater: string, value: number, at: number, estateId = 'east'): ReportRating => ({ rater, value, at, estateId })
const means = (...ratings: readonly ReportRating[]) => [...meanRatings(ratings)].map(([estateId, { sum, count }]) => [estateId, sum, count])

describe('the mean rating of an estate in a month', () => {
  it.each<[string, readonly ReportRating[], readonly unknown[]]>([
    ['nothing where nobody rated', [], []],
    ['each person once', [rating('a', 5, 1), rating('b', 2, 1)], [['east', 7, 2]]],
    ['the newest word of one person only', [rating('a', 1, 1), rating('a', 4, 3), rating('a', 2, 2), rating('b', 3, 1)], [['east', 7, 2]]],
    ['the lower of two at the same instant, in whichever order', [rating('a', 5, 1), rating('a', 2, 1)], [['east', 2, 1]]],
    ['a person once in each estate', [rating('a', 5, 1), rating('a', 1, 2, 'west')], [['east', 5, 1], ['west', 1, 1]]],
  ])('is %s', (_, ratings, expected) => {
    expect(means(...ratings)).toEqual(expected)
    expect(means(...[...ratings].reverse()).sort()).toEqual([...expected].sort())
  })
})
