import * as z from 'zod'
import { done, id, remark } from './common'
import { contract } from './contract'

/** 审看照片: where WeChat could not say, or was wrong. Not published: only the office sees it. */
export const decidePhoto = contract(z.object({ photoId: id, publish: z.boolean(), reason: remark.default('') }), done)
