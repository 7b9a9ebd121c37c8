import { belongedIn, newestMonth } from '../../../../domain/score/membership'
import { dateOf } from '../../../../domain/time/beijing'
import { writtenOut } from '../../../../domain/time/chineseTime'
import { refuse, type Refusal } from '../../../../types/api/refusal'
import type { EstateDocument } from '../../../../types/documents/town'
import type { TownCall } from '../../context'

type Asked = { readonly estateId: string; readonly month?: string }

/** Of which estate and month news are asked for: one it belonged to, its newest unless told. An estate that has left keeps its past. */
export function newsOf({ now }: TownCall, estates: ReadonlyMap<string, EstateDocument>, { estateId, month }: Asked): { readonly estate: EstateDocument; readonly month: string } | Refusal {
  const estate = estates.get(estateId)
  if (!estate) return refuse('ESTATE_UNKNOWN')
  const asked = month ?? newestMonth(estate, dateOf(now))
  return belongedIn(estate, asked) ? { estate, month: asked } : refuse('NOT_MEMBER', { estate: estate.name, when: writtenOut(asked) })
}
