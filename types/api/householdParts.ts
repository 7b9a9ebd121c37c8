import * as z from 'zod'
import { RELATIONS } from '../../domain/household/members'
import { id } from './common'

/** What the actions about households share. */
export const relation = z.enum(RELATIONS)
/** 我的住户: one that the caller is bound to. */
export const myHousehold = z.object({ id, estateId: id, estateName: z.string(), label: z.string(), relation })
/** One that the caller's phone number opens, to choose from. */
export const offeredHousehold = z.object({ id, estateName: z.string(), label: z.string() })
