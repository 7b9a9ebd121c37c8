import * as z from 'zod'
import { TEMPLATE_KEYS } from '../codes'
import { done } from './common'
import { contract } from './contract'

/** 消息额度: which templates the person just accepted; one accept is one message. */
export const addQuota = contract(
  z.object({ accepted: z.array(z.enum(TEMPLATE_KEYS)).min(1).max(3) }),
  done,
)
