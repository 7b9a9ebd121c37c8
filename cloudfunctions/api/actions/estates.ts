import { belongsOn } from '../../../domain/score/membership'
import { dateOf } from '../../../domain/time/beijing'
import type { EstateDocument } from '../../../types/documents/town'
import type { TownCall } from '../context'

/** The town's estates by id; there are a handful. */
export async function estatesOf(call: Pick<TownCall, 'store' | 'townId'>): Promise<ReadonlyMap<string, EstateDocument>> {
  const estates = await call.store.findAll('estates', { where: { townId: call.townId } })
  return new Map(estates.map((estate) => [estate._id, estate]))
}

/** Whether the estate is one of the town's today: one that left keeps its past, and nothing new begins in it. */
export const belongsTo = (estate: EstateDocument | null, townId: string, now: number): boolean => estate?.townId === townId && belongsOn(estate, dateOf(now))
