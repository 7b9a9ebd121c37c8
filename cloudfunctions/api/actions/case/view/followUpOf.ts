import type { CaseState } from '../../../../../domain/case/caseState'
import { followUpUntil, mayFollowUp, wordOf } from '../../../../../domain/case/followUp'
import type { ReplyOf } from '../../../../../types/api'
import type { ReportDocument } from '../../../../../types/documents/cases'

/** 回访 as its reporter sees it: asked, said, rated, and whether there is still something to say. */
export const followUpOf = (case_: CaseState, mine: ReportDocument, now: number): NonNullable<ReplyOf<'readCase'>['followUp']> => ({
  askedAt: case_.answeredAt, said: wordOf(case_, mine._id), rating: mine.rating?.value ?? null, canStill: mayFollowUp(case_, mine._id, now), until: followUpUntil(case_),
})
