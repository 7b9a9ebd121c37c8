import * as z from 'zod'
import { id, words } from './common'
import { contract } from './contract'

/** 撤销登记 of a batch that is not counted: its households may answer again. */
export const releasePaper = contract(z.object({ batchId: id, reason: words }), z.object({}))
