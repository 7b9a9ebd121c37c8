import * as z from 'zod'
import { contract } from './contract'

/** 账链核验: every entry of the town's ledger, re-hashed. */
export const verifyLedger = contract(
  z.object({}),
  z.object({ entries: z.int(), head: z.string(), faults: z.array(z.object({ kind: z.enum(['fork', 'gap', 'modification']), seq: z.int(), id: z.string() })), recomputed: z.boolean() }),
)
