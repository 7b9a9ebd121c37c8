import type { Actions } from '../../../types/api'
import { onceKey } from '@/services/onceKey'

export type ReportStep = 'photo' | 'place' | 'what' | 'send'
export const STEPS = ['photo', 'place', 'what', 'send'] as const satisfies readonly ReportStep[]

/** What is kept on the phone until it is sent. `key` is made with the draft: sent twice, it is one report. */
export type ReportDraft = {
  key: string
  step: ReportStep
  photos: string[]
  estateId: string
  spotId: string | null
  detail: string
  text: string
  /** null: 不确定. */
  categoryCode: string | null
  /** '' unless the office enters it for somebody. */
  level: '' | 'town' | 'district' | 'city'
}

export const emptyDraft = (estateId: string): ReportDraft => ({ key: onceKey(), step: 'photo', photos: [], estateId, spotId: null, detail: '', text: '', categoryCode: null, level: '' })

export const placeOf = ({ spotId, detail }: Pick<ReportDraft, 'spotId' | 'detail'>) => ({ ...(spotId && { spotId }), ...(detail.trim() && { detail: detail.trim() }) })

export const requestOf = ({ key, estateId, categoryCode, text, photos, level, ...place }: ReportDraft): Actions['reportCase']['request'] => ({
  key, estateId, categoryCode, place: placeOf(place), text: text.trim(), photos, ...(level && { level }),
})

/** What is missing before one can go on from a step, beside the field it belongs to; null when nothing is. */
export function missingIn(step: ReportStep, draft: ReportDraft): string | null {
  if (step === 'place' && !draft.spotId && !draft.detail.trim()) return '请点选一个位置，或用几个字写明在哪里'
  if (step === 'what' && !draft.text.trim()) return '请用几个字说明情况，比如“桶边垃圾没人清”'
  return null
}
