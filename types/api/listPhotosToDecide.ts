import * as z from 'zod'
import { id, instant, officePhoto } from './common'
import { contract } from './contract'
import { surveyId } from './surveyParts'

/** 待审看的照片, oldest first. */
export const listPhotosToDecide = contract(
  z.object({ cursor: z.int().min(0).max(100_000).default(0) }),
  z.object({
    /** Each with the case it belongs to, or the survey about whose result it was published. */
    photos: z.array(officePhoto.extend({ of: z.union([z.object({ caseId: id }), z.object({ surveyId, estateName: z.string() })]), at: instant })),
    nextCursor: z.int().nullable(),
  }),
)
