import * as z from 'zod'
import { CONSENT_KINDS } from '../codes'
import { done } from './common'
import { contract } from './contract'

/** 授权: what a person agrees to, or takes back. Said again it is said once. */
export const recordConsent = contract(
  z.object({
    kind: z.enum(CONSENT_KINDS),
    /** Of the text that was shown. */
    version: z.string().regex(/^[\w.-]{1,20}$/),
    given: z.boolean(),
  }),
  done,
)
