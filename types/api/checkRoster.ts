import * as z from 'zod'
import { fileId, id } from './common'
import { contract } from './contract'

/** 核对名册: reads an uploaded xlsx, and changes nothing. Either it has faults, or it can be taken over as a whole. */
export const checkRoster = contract(
  z.object({ estateId: id, fileId }),
  z.object({
    /** The first hundred; `row` null: of the file as a whole. */
    faults: z.array(z.object({ row: z.int().nullable(), words: z.string() })).max(100),
    faultCount: z.int(),
    /** Which sheet was read, and which of the others hold something; null: none could be read. */
    sheets: z.object({ read: z.string(), unread: z.array(z.object({ name: z.string(), isHidden: z.boolean() })) }).nullable(),
    /** What taking it over would change; null: it has faults. */
    found: z.object({ importId: id, total: z.int(), added: z.int(), changed: z.int(), unchanged: z.int(), absent: z.int() }).nullable(),
  }),
)
