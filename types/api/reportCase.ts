import * as z from 'zod'
import { caseNumber, id, key, level, place, words, fileIds } from './common'
import { contract } from './contract'

/** 举报: a new report becomes a submitted case. */
export const reportCase = contract(
  z.object({
    key, estateId: id,
    /** null: 不确定. */
    categoryCode: z.string().max(10).nullable(),
    place, text: words, photos: fileIds,
    /** 代办: for a household one is bound to, an elder's for instance. Kept beside the person, never in the case. */
    forHouseholdId: id.optional(),
    /** Only the office: a report that came by 12345, telephone or a platform, with its level. */
    level: level.optional(),
  }),
  z.object({ caseId: id, number: caseNumber, joinedInstead: z.boolean() }),
)
