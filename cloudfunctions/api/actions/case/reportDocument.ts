import { RETENTION } from '../../../../domain/privacy/retention'
import { DAY_MS } from '../../../../domain/time/beijing'
import type { ReportDocument } from '../../../../types/documents/cases'
import type { TownCall } from '../../context'

/** 举报 of the caller. No case is over before it began, so the person is not forgotten before this. */
export const reportDocument = ({ townId, personId, now }: TownCall, made: Pick<ReportDocument, '_id' | 'caseId' | 'first' | 'forHouseholdId'>): ReportDocument => ({
  ...made, townId, personId, at: now, forgetAt: now + RETENTION.reporter.days * DAY_MS, rating: null, word: null, remarks: 0,
})
