import * as z from 'zod'

/** 内容安全检查结果 as WeChat pushes it to a function, as far as we look at it. */
const mediaVerdict = z.object({
  MsgType: z.literal('event'),
  Event: z.literal('wxa_media_check'),
  trace_id: z.string().min(1).max(100),
  /** Not 0: the picture could not be checked. */
  errcode: z.int().default(0),
  result: z.object({ suggest: z.enum(['pass', 'review', 'risky']) }).optional(),
})
export type MediaVerdict = z.output<typeof mediaVerdict>

/** null: something else, an action of a phone for instance. */
export const readMediaVerdict = (event: unknown): MediaVerdict | null => mediaVerdict.safeParse(event).data ?? null
