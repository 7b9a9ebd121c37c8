import * as z from 'zod'
import { id } from './common'
import { contract } from './contract'

/** 立案, and dispatch in the same step when asked. */
export const fileCase = contract(
  z.object({ caseId: id, categoryCode: z.string().max(10), dispatch: z.boolean() }),
  z.object({ dueAt: z.int().nullable() }),
)
