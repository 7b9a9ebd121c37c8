import type { Actions } from '../../../types/api'
import type { RefusalCode } from '../../../types/api/refusal'
import { onceKey } from '../onceKey'

export const STEPS = ['photo', 'place', 'what', 'send'] as const
export type ReportStep = (typeof STEPS)[number]

/** 草稿 on one phone: as many as a person can still look through (decision 0023). */
export const DRAFTS_MAX = 50

/** A report while it is on this phone: a draft, or one that was sent off and waits for the network. */
export type KeptReport = {
  /** Made with the draft: sent twice, it is one report. */
  key: string
  personId: string
  state: 'draft' | 'waiting'
  /** null: before the server was heard. */
  changedAt: number | null
  step: ReportStep
  /** Names of photos on this phone (services/photo). */
  photos: string[]
  estateId: string
  spotId: string | null
  detail: string
  location: { latitude: number; longitude: number } | null
  text: string
  /** null: 不确定. */
  categoryCode: string | null
  /** '' unless the office enters it for somebody. */
  level: '' | 'town' | 'district' | 'city'
  /** 代办: an elder's household. */
  forHouseholdId: string | null
  /** 附议: goes to a neighbour's case instead of becoming one. */
  joins: { caseId: string; number: string | null } | null
  /** Why it has not arrived, and where in the flow that can be mended. */
  trouble: { words: string; step: ReportStep; code?: RefusalCode } | null
  /** It left this phone and nobody answered: it may be there, and what was `changed` since may be too late. */
  sentBefore: 'same' | 'changed' | null
}

type Begin = Pick<KeptReport, 'personId' | 'estateId' | 'spotId' | 'changedAt'>
export const newReport = (begin: Begin): KeptReport => ({
  key: onceKey(), state: 'draft', step: 'photo', photos: [], detail: '', location: null, text: '', categoryCode: null, level: '', forHouseholdId: null, joins: null, trouble: null, sentBefore: null, ...begin,
})

/** Nothing in it that a person would miss. */
export const isEmpty = ({ photos, text, detail, categoryCode, location }: KeptReport): boolean => photos.length === 0 && !text.trim() && !detail.trim() && categoryCode === null && location === null

export const placeOf = ({ spotId, detail, location }: Pick<KeptReport, 'spotId' | 'detail' | 'location'>) => ({ ...(spotId && { spotId }), ...(detail.trim() && { detail: detail.trim() }), ...(location && { location }) })

export const requestOf = (report: KeptReport, photos: string[]): Actions['reportCase']['request'] => ({
  key: report.key, estateId: report.estateId, categoryCode: report.categoryCode, place: placeOf(report), text: report.text.trim(), photos,
  ...(report.level && { level: report.level }), ...(report.forHouseholdId && { forHouseholdId: report.forHouseholdId }),
})

/** A key of its own: the draft's may already have been used for a report that nobody knows to have arrived. */
export const joinRequestOf = ({ key, text }: KeptReport, caseId: string, photos: string[]): Actions['joinCase']['request'] => ({ key: `${key}-join`, caseId, text: text.trim(), photos })
