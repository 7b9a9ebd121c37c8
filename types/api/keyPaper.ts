import * as z from 'zod'
import { PAPER_BATCH_MAX } from '../../domain/survey/paper'
import { id } from './common'
import { contract } from './contract'

/** 录入纸质问卷, by two people one after the other. When both read the same, the sheets are counted; else each is told where they differ. */
export const keyPaper = contract(
  z.object({ batchId: id, sheets: z.array(z.string().regex(/^\d{1,20}$/)).max(PAPER_BATCH_MAX) }),
  z.object({ isCounted: z.boolean(), mismatches: z.array(z.object({ sheet: z.int(), question: z.int() })) }),
)
