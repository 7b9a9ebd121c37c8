import * as z from 'zod'
import { noticeId, done } from './common'
import { contract } from './contract'

/** 标为已读. */
export const markRead = contract(
  z.object({ noticeIds: z.array(noticeId).max(100) }),
  done,
)
