import * as z from 'zod'
import { cursor, id, instant, nextCursor, officePhoto } from './common'
import { contract } from './contract'
import { surveyId } from './surveyParts'

/** 待审看的照片, oldest first. */
export const listPhotosToDecide = contract(
  z.object({ cursor }),
  z.object({
    /** Each with the case it belongs to, or the survey about whose result it was published. */
    photos: z.array(officePhoto.extend({ of: z.union([z.object({ caseId: id }), z.object({ surveyId, estateName: z.string() })]), at: instant })),
    nextCursor,
  }),
)
