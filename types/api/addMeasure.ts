import * as z from 'zod'
import { fileIds, id, key, words } from './common'
import { contract } from './contract'
import { surveyId } from './surveyParts'

/** 整改落实: what the estate does about its result, for all to read. */
export const addMeasure = contract(z.object({ key, surveyId, questionId: id.nullable(), text: words, photos: fileIds.default([]) }), z.object({ measureId: id }))
