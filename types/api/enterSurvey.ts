import * as z from 'zod'
import { id, words, fileIds, year } from './common'
import { contract } from './contract'

/** 录入满意率调查结果: whole numbers; once per estate and year. */
export const enterSurvey = contract(
  z.object({ estateId: id, year, households: z.int().min(1).max(100_000), answered: z.int().min(0), satisfied: z.int().min(0), note: words, photos: fileIds.default([]) }),
  z.object({ assessmentId: id, points: z.int(), coverageReached: z.boolean() }),
)
