import type { CaseState } from '../../../../../domain/case/caseState'
import { followUpUntil, mayFollowUp, wordOf } from '../../../../../domain/case/followUp'
import type { ReplyOf } from '../../../../../types/api'
import type { ReportDocument } from '../../../../../types/documents/cases'
import { managesEstate } from '../../../access/scope'
import type { TownCall } from '../../../context'

/** 回访 as its reporter sees it: asked, said, rated, and whether there is still something to say. */
export const followUpOf = ({ person, now }: TownCall, case_: CaseState, mine: ReportDocument): NonNullable<ReplyOf<'readCase'>['followUp']> => ({
  askedAt: case_.answeredAt, said: wordOf(case_, mine.word), rating: mine.rating?.value ?? null, mayRate: !managesEstate(person, case_.estateId), canStill: mayFollowUp(case_, mine.word, now), until: followUpUntil(case_),
})
