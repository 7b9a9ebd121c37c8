import * as z from 'zod'
import { id, words, done } from './common'
import { contract } from './contract'

/** 不予立案, with the reason the reporter reads. */
export const refuseCase = contract(
  z.object({ caseId: id, reason: words }),
  done,
)
