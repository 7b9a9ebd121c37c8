import * as z from 'zod'
import { id, instant, caseSummary, timelineItem, findingKind, points } from './common'
import { contract } from './contract'

/** 案卷: everything the caller may see of a case, the explanation of its limit, and what the caller may do now. */
export const readCase = contract(
  z.object({ caseId: id }),
  z.object({
    summary: caseSummary,
    photosBefore: z.array(z.string()),
    photosAfter: z.array(z.string()),
    timeline: z.array(timelineItem),
    /** 时限说明书, the same words for everybody; null before dispatch. */
    deadline: z.object({ dueAt: instant.nullable(), provisional: z.boolean(), startedAt: instant, explanation: z.array(z.string()), suspended: z.boolean() }).nullable(),
    findings: z.array(z.object({ kind: findingKind, status: z.enum(['proposed', 'confirmed', 'dropped']), factAt: instant, points: points.nullable() })),
    request: z.object({ kind: z.enum(['extension', 'suspension']), at: instant, until: instant.nullable(), text: z.string(), photos: z.array(z.string()) }).nullable(),
    /** 反复、重点预告: counted reports of the same problem this month. */
    monthCount: z.int(),
    /** Reports of mine in this case, to confirm or contradict the answer. */
    myReportId: id.nullable(),
    /** Names of the actions that are open to the caller now. */
    allowed: z.array(z.string()),
  }),
)
