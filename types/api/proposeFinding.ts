import * as z from 'zod'
import { id, words, findingKind, done } from './common'
import { contract } from './contract'

/** 提出扣分事项（推诿、核查不符、重点等）, to be confirmed by another person of the office. */
export const proposeFinding = contract(
  z.object({ caseId: id, finding: findingKind.exclude(['overdue']), reason: words }),
  done,
)
