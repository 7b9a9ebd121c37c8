import * as z from 'zod'
import { cursor, id, instant, nextCursor } from './common'
import { contract } from './contract'

/** 住户办理记录: what the office did on households, newest first. */
export const listHouseholdActs = contract(
  z.object({ cursor }),
  z.object({
    acts: z.array(z.object({ id, kind: z.enum(['codeIssued', 'codeReplaced', 'cleared', 'statusChanged', 'rosterImported', 'slipsPrinted']), at: instant, who: z.string(), estateName: z.string(), label: z.string(), reason: z.string(), members: z.int() })),
    nextCursor,
  }),
)
