import * as z from 'zod'
import { UPLOAD_KINDS } from '../codes'
import { instant } from './common'
import { contract } from './contract'

/** 上传: places in the storage for the next photos, or for one roster, good until then. What is not sent with an act is removed after that. */
export const openUploads = contract(z.object({ kind: z.enum(UPLOAD_KINDS).default('photo') }), z.object({ paths: z.array(z.string()), until: instant }))
