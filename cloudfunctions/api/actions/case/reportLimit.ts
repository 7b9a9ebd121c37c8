import { REFUSED_DAYS, reportsADay } from '../../../../domain/abuse/dailyLimits'
import { DAY_MS } from '../../../../domain/time/beijing'
import { IN_MAX, PAGE_MAX } from '../../../../store/database'
import { tallyId } from '../../../../store/tallies'
import { refuse, type Refusal } from '../../../../types/api/refusal'
import type { TownCall } from '../../context'

/** How many reports the caller may send today, and what to say when they are used. */
export async function reportLimit(call: TownCall): Promise<{ readonly max: number; readonly used: Refusal }> {
  const refused = await refusedLately(call)
  const max = reportsADay(refused)
  return { max, used: refused > 0 ? refuse('REPORTS_LOWERED', { days: REFUSED_DAYS, refused, max }) : refuse('REPORTS_USED', { max }) }
}

/** By the voices, which a deletion leaves. */
async function refusedLately({ store, keyedHash, openid, now }: TownCall): Promise<number> {
  const voices = await store.find('voices', { where: { tallyId: tallyId(keyedHash, openid), at: { gte: now - REFUSED_DAYS * DAY_MS } }, orderBy: [['at', 'desc']], limit: PAGE_MAX, fields: ['caseId', 'first'] })
  const caseIds = voices.filter(({ first }) => first).map(({ caseId }) => caseId)
  let refused = 0
  for (let from = 0; from < caseIds.length; from += IN_MAX) refused += await store.count('cases', { _id: { in: caseIds.slice(from, from + IN_MAX) }, state: 'refused' })
  return refused
}
