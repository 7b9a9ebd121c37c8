import { caseFromEvents } from '../../../../domain/case/caseState'
import type { DeskKind } from '../../../../domain/case/desk'
import { monthEnd, yearOf } from '../../../../domain/time/beijing'
import { registerNumber } from '../../../../store/caseFacts'
import type { TownCall } from '../../context'
import { unbookableCases } from '../desk/unbookable'

/** So many cases are named; of more it is said that there are more. */
const NAMED_MAX = 5

/**
 * 年终未办结的事项: what may still cost somebody points of a year that is over, in words and with how many; empty where nothing may. Read in the order in which one becomes the other,
 * so that what is done meanwhile is not missed by both.
 */
export async function openFacts({ store, townId }: Pick<TownCall, 'store' | 'townId'>, year: number): Promise<readonly string[]> {
  const waiting = (kind: DeskKind) => ({ where: { townId, desk: { in: [kind] }, createdAt: { lt: monthEnd(`${year}-12`) } }, orderBy: [['createdAt', 'asc']] as const })
  const unfiled = await store.findAll('cases', { ...waiting('toFile'), fields: ['townId'] })
  const weighed = await store.findAll('cases', waiting('findings'))
  // What is broken is left out by name, or mended.
  const broken = new Set((await unbookableCases(store, townId)).map(({ _id }) => _id))
  const proposed = weighed.filter(({ _id }) => !broken.has(_id)).flatMap((document) => caseFromEvents(document.events).findings.flatMap(({ status, factAt }) => (status === 'proposed' && yearOf(factAt) === year ? [registerNumber(document)] : [])))
  const numbers = [...new Set(proposed)]
  return [
    ...(unfiled.length > 0 ? [`还没有立案或不予立案的报告 ${unfiled.length} 件`] : []),
    ...(proposed.length > 0 ? [`待确认的扣分事项 ${proposed.length} 件（案卷 ${numbers.slice(0, NAMED_MAX).join('、')}${numbers.length > NAMED_MAX ? '等' : ''}）`] : []),
  ]
}
