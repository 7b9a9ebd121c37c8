import * as z from 'zod'
import { done, fileId, id } from './common'
import { contract } from './contract'

/** 遮挡照片: a stranger's face or plate. `replacement` is shown from now on, the original to nobody. */
export const redactPhoto = contract(z.object({ caseId: id, photoId: id, replacement: fileId }), done)
