import * as z from 'zod'
import { caseSummary, cursor, findingKind, id, instant, nextCursor, officePhoto, points, rating, timelineItem } from './common'
import { contract } from './contract'

/**
 * 案卷: everything the caller may see of a case, the explanation of its limit, and what the caller may do now. What residents said comes in pages, the newest first:
 * the first page with the whole story of the case, a further one with nothing but its own words and photos.
 */
export const readCase = contract(
  z.object({
    caseId: id, cursor,
    /** A photo the office asks for by its name, on whichever page it stands. */
    photoId: id.optional(),
  }),
  z.object({
    summary: caseSummary,
    nextCursor,
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
    /** 回访 of the caller as a reporter; null for everybody else. */
    followUp: z
      .object({
        /** When the newest answer came, about which is asked; null: no answer stands. */
        askedAt: instant.nullable(),
        /** What I said last about the newest answer. */
        said: z.enum(['fixed', 'unfixed']).nullable(),
        rating: rating.nullable(),
        /** Nobody rates the handling of an estate they manage. */
        mayRate: z.boolean(),
        /** 修好了吗 is open to me: not said yet, or said fixed and to be contradicted. */
        canStill: z.boolean(),
        /** The last day of saying so, once it is closed. */
        until: instant.nullable(),
      })
      .nullable(),
    /** 补充: how many more remarks the caller may add; 0 for who did not report it. */
    remarksLeft: z.int(),
    /** Links of this reply to photos that have not passed their check: to be marked. */
    photosUnchecked: z.array(z.string()),
    /** Every photo of the case and of this page, for the office only. */
    photos: z.array(officePhoto).nullable(),
    /** 报告人, masked, for the office only; at most a hundred. `gone`: their data is deleted, or the case so old that nobody stands behind it any more. */
    reporters: z.array(z.object({ reportId: id, maskedName: z.string(), maskedRoom: z.string().nullable(), at: instant, first: z.boolean(), gone: z.boolean() })).nullable(),
    /** 回避: the caller is office or inspector, and manages an estate that has or had the case. */
    standsBack: z.boolean(),
    /** Names of the actions that are open to the caller now. */
    allowed: z.array(z.string()),
  }),
)
