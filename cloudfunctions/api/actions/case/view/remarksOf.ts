import { REMARK_TYPES } from '../../../../../domain/case/events'
import type { Page } from '../../../../../store/pages'
import type { Cursor } from '../../../../../types/cursor'
import type { CaseRemarkDocument } from '../../../../../types/documents/cases'
import type { View } from '../../../access/scope'
import type { TownCall } from '../../../context'

const PAGE = 10
/** 补充 is said to those who handle it and those who reported it, not to the neighbourhood. */
const FOR_NEIGHBOURS = REMARK_TYPES.filter((type) => type !== 'remarked')

/** 居民的话, a page of them, the newest first. */
export const remarksOf = ({ store }: TownCall, caseId: string, view: View, cursor: Cursor | undefined): Promise<Page<CaseRemarkDocument>> =>
  store.page('caseRemarks', { where: { caseId, type: { in: view === 'neighbour' ? FOR_NEIGHBOURS : REMARK_TYPES } }, orderBy: [['number', 'desc']] }, PAGE, cursor)
