import * as z from 'zod'
import { contract } from './contract'

/** 剩余额度: how many messages WeChat would still deliver to the person, by template. */
export const readQuotas = contract(z.object({}), z.object({ left: z.record(z.string(), z.int()) }))
