import * as z from 'zod'
import { DESK_KINDS } from '../../domain/case/desk'
import { CASE_STATES } from '../../domain/case/transitions'
import { PHOTO_STATES } from '../../domain/privacy/photoCheck'
import { dayNumberOfDate } from '../../domain/time/beijing'
import { plainText } from '../../domain/text/plainText'
import { UNBOOKABLE_CAUSES } from '../documents/cases'
import { CLOCK_JOBS, CLOCK_STATES, FINDING_KINDS, LEVELS } from '../codes'
import { KEPT_MAX, readCursor, writeCursor } from '../cursor'

/** Pieces that several actions share. Lengths are what a phone can reasonably send. */
export const id = z.string().min(1).max(100)
/** A notice is called by its cause: in it stand a case, an estate and a person. */
export const noticeId = z.string().min(1).max(500)
/** 幂等键 made on the phone: sending twice is sending once. */
export const key = z.string().regex(/^[A-Za-z0-9_-]{16,40}$/)
/** What cannot be seen is left out before anything is counted. */
const text = z.string().overwrite(plainText).trim()
export const words = text.min(1).max(1000)
export const remark = text.max(1000)
export const fileId = z.string().startsWith('cloud://').max(500)
export const fileIds = z.array(fileId).max(9)
/** The estate that a shared page names, for who belongs to no town yet. */
export const at = id.optional()
export const instant = z.int().min(0)
export const points = z.int()
/** 案卷编号; null until the case is filed. */
export const caseNumber = z.string().nullable()
export const place = z.object({
  spotId: id.optional(),
  detail: text.max(200).optional(),
  location: z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }).optional(),
})
export const level = z.enum(LEVELS)
export const findingKind = z.enum(FINDING_KINDS)
export const deskKind = z.enum(DESK_KINDS)
export const clockState = z.enum(CLOCK_STATES)
export const clockJob = z.enum(CLOCK_JOBS)
/** 事实的日期, `2026-04-15`; without it today. */
export const factOn = z.string().refine((text) => dayNumberOfDate(text) !== undefined).optional()
/** `2026` or `2026-04`. */
export const period = z.string().regex(/^20\d\d(-(0[1-9]|1[0-2]))?$/)
/** `2026-04`. */
export const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)
export const year = z.int().min(2024).max(2099)
export const done = z.object({})
const CURSOR_MAX = 10_000
/** 翻页: sent back as it came with the page before; without it the first page. What stands in it is the store's own. */
export const cursor = z
  .string()
  .max(CURSOR_MAX)
  .transform((text, context) => {
    const read = readCursor(text)
    if (read === null) context.addIssue({ code: 'custom', message: 'no cursor of ours' })
    return read ?? z.NEVER
  })
  .optional()
/** Null: that was the last page. */
export const nextCursor = z.object({ value: z.union([z.string(), z.number(), z.null()]), id: z.string().nullable(), kept: z.array(z.union([z.string(), z.number()])).max(KEPT_MAX).readonly() }).transform(writeCursor).nullable()
/** 评价, best 5. */
export const rating = z.int().min(1).max(5)
/** A mean as sum and count; there is one only from enough ratings on. */
export const meanRating = z.object({ sum: z.int(), count: z.int() })

/** A case in a list. Nothing in it tells who reported. */
export const caseSummary = z.object({
  id, number: caseNumber, origin: z.enum(['reported', 'inspected']), level, state: z.enum(CASE_STATES),
  estateId: id, estateName: z.string(), categoryCode: z.string().nullable(), placeText: z.string(), text: z.string(),
  /** A link to the first photo, good for a while. */
  photo: z.string().nullable(),
  createdAt: instant, dueAt: instant.nullable(), overdue: z.boolean(), reportCount: z.int(),
  /** How the caller is in it. */
  mine: z.enum(['first', 'joined']).nullable(),
  proposedFindings: z.int(), hasRequest: z.boolean(),
  /** 居民反映未解决: it must be looked at on site before it can be closed. */
  toVerify: z.boolean(),
})
export type CaseSummary = z.infer<typeof caseSummary>

/** A photo as the office handles it: what WeChat's check said, and its name for `decidePhoto` and, of a case, `redactPhoto`. */
export const officePhoto = z.object({ photoId: id, link: z.string(), state: z.enum(PHOTO_STATES) })

export const timelineItem = z.object({
  id, at: instant, type: z.string(), role: z.enum(['resident', 'manager', 'inspector', 'office', 'clock']),
  /** Name of staff; null for residents. */
  who: z.string().nullable(), text: z.string(), photos: z.array(z.string()),
  finding: findingKind.nullable(), estateName: z.string().nullable(), until: instant.nullable(), mine: z.boolean(),
  /** For those who handle the case: WeChat has not checked these words. */
  unchecked: z.literal(true).optional(),
})

export const standing = z.object({
  estateId: id, estateName: z.string(), rank: z.int(), decidedBy: z.enum(['fewerOverdue', 'higherSatisfaction', 'fewerDeductions', 'recordedDraw']).nullable(),
  longTermPoints: points, propertyPoints: points, bonusPoints: points, compositePoints: points,
  /** Ahead of the next estate. */
  marginPoints: points.nullable(), overdue: z.int(), deductionsPoints: points,
  satisfaction: z.object({ satisfied: z.int(), answered: z.int() }).nullable(),
})

/** 不能入账的案卷, and why: the year or the rule that is missing. */
export const unbookableCase = z.object({ caseId: id, number: z.string(), cause: z.enum(UNBOOKABLE_CAUSES), detail: z.string(), since: instant })
