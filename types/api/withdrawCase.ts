import * as z from 'zod'
import { id, done } from './common'
import { contract } from './contract'

/** 撤回: the reporter takes the report back before it is filed. */
export const withdrawCase = contract(
  z.object({ caseId: id }),
  done,
)
