import { RATINGS_MIN } from '../../../../domain/case/limits'
import { meanRatings, type MeanRating } from '../../../../domain/case/ratings'
import { monthEnd, monthStart } from '../../../../domain/time/beijing'
import type { TownCall } from '../../context'

/** 评价 of a month by estate, as sum and count of its people; an estate with few of them has none, so that nobody's own can be told. */
export async function ratingsOf(call: TownCall, month: string): Promise<ReadonlyMap<string, MeanRating>> {
  const where = { townId: call.townId, 'rating.at': { gte: monthStart(month), lt: monthEnd(month) } }
  const reports = await call.store.findAll('reports', { where, orderBy: [['rating.at', 'asc']], fields: ['rating'] })
  return new Map([...meanRatings(reports.flatMap(({ rating }) => rating ?? []))].filter(([, { count }]) => count >= RATINGS_MIN))
}
