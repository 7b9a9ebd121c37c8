/** 评价 of one report: its value, whose handling it judges, when, and a mark by which two of the same person in a month are known as one person's. */
export type ReportRating = { readonly value: number; readonly estateId: string; readonly at: number; readonly rater: string }
export type MeanRating = { readonly sum: number; readonly count: number }

/** The mean of each estate as sum and count. However many cases a person rates in it, one voice: the newest rating. All are of one month. */
export function meanRatings(ratings: readonly ReportRating[]): ReadonlyMap<string, MeanRating> {
  const newest = new Map<string, ReportRating>()
  for (const rating of ratings) {
    const voice = `${rating.estateId}:${rating.rater}`
    const other = newest.get(voice)
    // Of two at the same instant the lower one, so that the order they are read in changes nothing.
    if (!other || rating.at > other.at || (rating.at === other.at && rating.value < other.value)) newest.set(voice, rating)
  }
  const means = new Map<string, MeanRating>()
  for (const { estateId, value } of newest.values()) {
    const { sum, count } = means.get(estateId) ?? { sum: 0, count: 0 }
    means.set(estateId, { sum: sum + value, count: count + 1 })
  }
  return means
}
