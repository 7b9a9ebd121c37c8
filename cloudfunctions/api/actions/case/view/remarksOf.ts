import { REMARK_TYPES } from '../../../../../domain/case/events'
import type { Query } from '../../../../../store/database'
import type { CaseRemarkDocument } from '../../../../../types/documents/cases'
import type { View } from '../../../access/scope'
import type { TownCall } from '../../../context'

const PAGE = 10
/** 补充 is said to those who handle it and those who reported it, not to the neighbourhood. */
const FOR_NEIGHBOURS = REMARK_TYPES.filter((type) => type !== 'remarked')

/** 居民的话, the newest first: a page of them, and where the next one begins. A cursor is the number of the last one shown. */
export async function remarksOf({ store }: TownCall, caseId: string, view: View, cursor: number): Promise<{ readonly remarks: readonly CaseRemarkDocument[]; readonly nextCursor: number | null }> {
  const where: Query['where'] = { caseId, ...(view === 'neighbour' && { type: { in: FOR_NEIGHBOURS } }), ...(cursor > 0 && { number: { lt: cursor } }) }
  const found = await store.find('caseRemarks', { where, orderBy: [['number', 'desc']], limit: PAGE + 1 })
  const remarks = found.slice(0, PAGE)
  return { remarks, nextCursor: found.length > PAGE ? remarks[PAGE - 1]!.number : null }
}
