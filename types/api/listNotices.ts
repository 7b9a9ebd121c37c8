import * as z from 'zod'
import { cursor, id, instant, nextCursor, noticeId } from './common'
import { contract } from './contract'
import { NOTICE_KINDS } from '../codes'

/** 消息: the in-app inbox, newest first. */
export const listNotices = contract(
  z.object({ cursor }),
  z.object({
    notices: z.array(z.object({ id: noticeId, kind: z.enum(NOTICE_KINDS), caseId: id.nullable(), subject: z.string(), text: z.string(), createdAt: instant, read: z.boolean(), told: z.enum(['waiting', 'sent', 'unreachable', 'dead']) })),
    unread: z.int(), nextCursor,
  }),
)
