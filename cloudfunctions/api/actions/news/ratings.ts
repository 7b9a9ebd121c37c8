import { RATINGS_MIN } from '../../../../domain/case/limits'
import { monthEnd, monthStart } from '../../../../domain/time/beijing'
import type { TownCall } from '../../context'

export type MeanRating = { readonly sum: number; readonly count: number }

/** 评价 of a month by estate, as sum and count; an estate with few of them has none, so that nobody's own can be told. */
export async function ratingsOf(call: TownCall, month: string): Promise<ReadonlyMap<string, MeanRating>> {
  const where = { townId: call.townId, 'rating.at': { gte: monthStart(month), lt: monthEnd(month) } }
  const sums = new Map<string, MeanRating>()
  for (const { rating } of await call.store.findAll('reports', { where, fields: ['rating'] })) {
    if (rating === null) continue
    const { sum, count } = sums.get(rating.estateId) ?? { sum: 0, count: 0 }
    sums.set(rating.estateId, { sum: sum + rating.value, count: count + 1 })
  }
  return new Map([...sums].filter(([, { count }]) => count >= RATINGS_MIN))
}
