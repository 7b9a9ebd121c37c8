import * as z from 'zod'
import { id, words, findingKind, done } from './common'
import { contract } from './contract'

/** 确认或不予扣分. */
export const decideFinding = contract(
  z.object({ caseId: id, finding: findingKind, confirm: z.boolean(), reason: words }),
  done,
)
