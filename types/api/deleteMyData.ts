import * as z from 'zod'
import { contract } from './contract'

/** 删除我的数据. Cases stay, without anybody. Said again it goes on where it was stopped. */
export const deleteMyData = contract(
  z.object({ confirm: z.literal(true) }),
  /** false: there is much of it, and the clock finishes within minutes. */
  z.object({ finished: z.boolean() }),
)
