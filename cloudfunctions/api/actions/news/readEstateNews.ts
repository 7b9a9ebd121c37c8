import { monthEnd, monthOf, monthStart } from '../../../../domain/time/beijing'
import { managesEstate, seesTown } from '../../access/scope'
import { reply, type Handler } from '../../context'
import { isRefusal } from '../case/checks'
import { estatesOf } from '../estates'
import { newsOf } from './newsOf'
import { ratingsOf } from './ratings'

/**
 * 小区公示 in figures, each counted by an index: no case is read for them. A month's mean rating is published when the month is over: while it grows, each new figure would tell the newest
 * rating.
 */
export const readEstateNews: Handler<'readEstateNews'> = async (request, call) => {
  const { store, townId, now, person } = call
  const of = newsOf(call, await estatesOf(call), request)
  if (isRefusal(of)) return of
  const { estate: { _id: estateId, name }, month } = of
  const count = (where: Parameters<typeof store.count>[1]) => store.count('cases', { townId, estateId, ...where })
  const [reported, fixed, open, late, ratings] = await Promise.all([
    count({ cameIn: month }),
    count({ closedAt: { gte: monthStart(month), lt: monthEnd(month) } }),
    count({ newsIn: month, openAs: 'case' }),
    count({ cameIn: month, lateFrom: { lt: now } }),
    (seesTown(person) && !managesEstate(person, estateId)) || month < monthOf(now) ? ratingsOf(call, month) : new Map<string, never>(),
  ])
  return reply({ estateId, estateName: name, month, reported, fixed, open, late, rating: ratings.get(estateId) ?? null })
}
