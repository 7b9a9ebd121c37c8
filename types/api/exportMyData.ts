import * as z from 'zod'
import { CASE_STATES } from '../../domain/case/transitions'
import { CONSENT_KINDS, TEMPLATE_KEYS } from '../codes'
import { caseNumber, cursor, id, instant, nextCursor, rating } from './common'
import { contract } from './contract'
import { relation } from './householdParts'

/** Two lists are walked at once. Null: that one is at its end. */
const places = <Place extends z.ZodType>(place: Place) => z.object({ reports: place.nullable(), notices: place.nullable() })

/**
 * 导出我的数据: everything that is kept about the caller, and of the cases what the caller may read anyway. Links to photos open for a while. Reports and messages come in pages, newest
 * first; what is short stands on the first page only.
 */
export const exportMyData = contract(
  z.object({ cursor: places(cursor.unwrap()).optional() }),
  z.object({
    exportedAt: instant,
    profile: z.object({ openid: z.string(), name: z.string(), townName: z.string(), estateName: z.string().nullable() }).nullable(),
    consents: z.array(z.object({ kind: z.enum(CONSENT_KINDS), version: z.string(), given: z.boolean(), at: instant })),
    households: z.array(z.object({ estateName: z.string(), label: z.string(), relation, since: instant, by: z.string(), /** 答过的满意率调查: that it was answered is all there is. */ surveyYears: z.array(z.int()) })),
    reports: z.array(
      z.object({
        caseId: id, caseNumber, state: z.enum(CASE_STATES), estateName: z.string(), categoryCode: z.string().nullable(), placeText: z.string(),
        reportedAt: instant, closedAt: instant.nullable(), first: z.boolean(),
        /** 代办: the household, as long as the caller is bound to it. */
        forHousehold: z.string().nullable(),
        rating: z.object({ value: rating, at: instant }).nullable(),
        /** The caller's own words and photos, in order. */
        said: z.array(z.object({ at: instant, type: z.string(), text: z.string(), photos: z.array(z.string()) })),
      }),
    ),
    notices: z.array(z.object({ at: instant, subject: z.string(), text: z.string(), readAt: instant.nullable() })),
    quotas: z.array(z.object({ template: z.enum(TEMPLATE_KEYS), accepted: z.int(), used: z.int() })),
    unmaskings: z.array(z.object({ at: instant, who: z.string(), reason: z.string(), /** As it was when somebody looked. */ caseNumber })),
    /** 每日次数 of the last day on which there were any. */
    days: z.array(z.object({ day: z.string(), reports: z.int(), joins: z.int(), remarks: z.int() })).max(1),
    /** When a code was typed that nobody has. */
    wrongCodesAt: z.array(instant),
    /** Cases that the caller has reported or joined, also before a deletion, as long as that is kept. */
    spokenOn: z.array(z.object({ caseNumber, at: instant })),
    nextCursor: places(nextCursor.unwrap()).nullable(),
  }),
)
