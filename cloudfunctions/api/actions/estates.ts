import type { EstateDocument } from '../../../types/documents/town'
import type { TownCall } from '../context'

/** The town's estates by id; there are a handful. */
export async function estatesOf(call: Pick<TownCall, 'store' | 'townId'>): Promise<ReadonlyMap<string, EstateDocument>> {
  const estates = await call.store.findAll('estates', { where: { townId: call.townId } })
  return new Map(estates.map((estate) => [estate._id, estate]))
}
