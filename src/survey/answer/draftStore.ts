import Taro from '@tarojs/taro'
import { readOnPhone, writeOnPhone } from '@/services/onPhone'
import type { BallotDraft } from '../flow/ballotDraft'

/** What left the phone last, and nobody answered: it may be in the urn. */
export type Tried = { readonly revision: number; readonly answers: readonly number[]; readonly remark: string }
export type KeptDraft = BallotDraft & { readonly tried?: Tried }

const placeOf = (surveyId: string, householdId: string) => `draft:ballot:${surveyId}:${householdId}`

export const readDraft = (surveyId: string, householdId: string): KeptDraft | null => readOnPhone<KeptDraft>(placeOf(surveyId, householdId))
export const keepDraft = (surveyId: string, householdId: string, draft: KeptDraft): boolean => writeOnPhone(placeOf(surveyId, householdId), draft)
/** After it was sent, and after the close: whoever looks at the phone sees no answers. */
export const dropDraft = (surveyId: string, householdId: string): void => Taro.removeStorageSync(placeOf(surveyId, householdId))
