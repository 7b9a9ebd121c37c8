import * as z from 'zod'
import { id, key, level, place, words, fileIds } from './common'
import { contract } from './contract'
import { INSPECTION_MODES } from '../codes'

/** 录入检查: the problems found become inspected cases, dispatched at once. */
export const enterInspection = contract(
  z.object({
    key, estateId: id, level, mode: z.enum(INSPECTION_MODES),
    problems: z.array(z.object({ categoryCode: z.string().max(10), place, text: words, photos: fileIds.min(1) })).max(30),
  }),
  z.object({ inspectionId: id, caseIds: z.array(id) }),
)
