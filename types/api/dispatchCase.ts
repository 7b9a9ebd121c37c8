import * as z from 'zod'
import { id } from './common'
import { contract } from './contract'

/** 派遣: the clock of handling starts. */
export const dispatchCase = contract(
  z.object({ caseId: id }),
  z.object({ dueAt: z.int().nullable() }),
)
