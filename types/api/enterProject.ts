import * as z from 'zod'
import { factOn, id, key, words, fileIds } from './common'
import { contract } from './contract'
import { PROJECT_LEVELS } from '../codes'

/** 录入创建项目: a model project was created. */
export const enterProject = contract(
  z.object({ key, estateId: id, factOn, level: z.enum(PROJECT_LEVELS), note: words, photos: fileIds.default([]) }),
  z.object({ assessmentId: id, points: z.int() }),
)
