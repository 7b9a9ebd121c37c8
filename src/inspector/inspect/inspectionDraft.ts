import type { Actions } from '../../../types/api'
import { onceKey } from '@/services/onceKey'

type Request = Actions['enterInspection']['request']
export type ProblemDraft = { categoryCode: string | null; spotId: string | null; detail: string; text: string; photos: string[] }
export type InspectionDraft = {
  key: string
  estateId: string | null
  mode: Request['mode'] | null
  /** Only the office chooses; an inspector has one. */
  level: Request['level'] | null
  problems: ProblemDraft[]
  editing: { index: number; problem: ProblemDraft } | null
}

export const NEW_PROBLEM: ProblemDraft = { categoryCode: null, spotId: null, detail: '', text: '', photos: [] }
export const newInspection = (): InspectionDraft => ({ key: onceKey(), estateId: null, mode: null, level: null, problems: [], editing: null })

/** What is still missing of a problem, in words for beside the field; null when nothing is. */
export type Missing = { category?: string; place?: string; text?: string; photos?: string }
export function missingOf({ categoryCode, spotId, detail, text, photos }: ProblemDraft): Missing | null {
  const missing: Missing = {
    ...(categoryCode === null && { category: '请选类别' }),
    ...(spotId === null && detail.trim() === '' && { place: '请选位置，或写明在哪里' }),
    ...(text.trim() === '' && { text: '请用几个字写明看到的情况' }),
    ...(photos.length === 0 && { photos: '请至少拍一张照片' }),
  }
  return Object.keys(missing).length > 0 ? missing : null
}

/** As it is sent. Problems were complete when they were kept. */
export const problemOf = ({ categoryCode, spotId, detail, text, photos }: ProblemDraft): Request['problems'][number] => ({
  categoryCode: categoryCode ?? '',
  place: { ...(spotId !== null && { spotId }), ...(detail.trim() !== '' && { detail: detail.trim() }) },
  text: text.trim(), photos,
})
