import * as z from 'zod'
import { instant } from './common'
import { contract } from './contract'

/** 照片上传: places in the storage for the next photos, good until then. What is not sent with an act is removed after that. */
export const openUploads = contract(z.object({}), z.object({ paths: z.array(z.string()), until: instant }))
