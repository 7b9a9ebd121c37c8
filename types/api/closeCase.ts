import * as z from 'zod'
import { id, done } from './common'
import { contract } from './contract'

/** 结案. */
export const closeCase = contract(
  z.object({ caseId: id }),
  done,
)
