import * as z from 'zod'
import { factOn, id, key, words, fileIds } from './common'
import { contract } from './contract'

/** 录入物业管理考核 (Annex 2): so many 例/项/次 under one rule. */
export const enterPropertyCheck = contract(
  z.object({ key, estateId: id, factOn, ruleCode: z.string().max(20), count: z.int().min(1).max(100), note: words, photos: fileIds.default([]) }),
  z.object({ assessmentId: id, points: z.int() }),
)
