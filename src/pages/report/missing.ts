import { saysSomething } from '../../../domain/text/saysSomething'
import type { Actions } from '../../../types/api'
import { STEPS, type KeptReport, type ReportStep } from '@/services/reports/keptReport'

/** As the contract of reportCase has them. */
export const TEXT_MAX = 1000
export const DETAIL_MAX = 200

type Estates = Actions['whoAmI']['reply']['estates']

function placeMissing({ estateId, spotId, detail, location }: KeptReport, estates: Estates): string | null {
  const estate = estates.find(({ id }) => id === estateId)
  if (!estate) return '原来选的小区已不在本镇的名单里，请点“换小区”重新选；别的内容都还在'
  if (spotId && !estate.spots.some(({ id }) => id === spotId)) return '原来选的位置已不在名单里，请重新选'
  if (detail.trim().length > DETAIL_MAX) return `具体位置最多 ${DETAIL_MAX} 字，现在 ${detail.trim().length} 字，请删短一些`
  return spotId || detail.trim() || location ? null : '请点选一个位置，或用几个字写明在哪里'
}

function textMissing({ text, categoryCode }: KeptReport): string | null {
  const said = text.trim()
  if (said.length > TEXT_MAX) return `最多 ${TEXT_MAX} 字，现在 ${said.length} 字，请删去 ${said.length - TEXT_MAX} 字`
  if (said && !saysSomething(said)) return '只有符号或表情看不明白，请用几个字说明情况'
  return said || categoryCode !== null ? null : '请用几个字说明情况，比如“桶边垃圾没人清”；或在下面点一类'
}

/** What is missing before one can go on from a step, beside the field it belongs to; null when nothing is. */
export function missingIn(step: ReportStep, report: KeptReport, estates: Estates): string | null {
  if (step === 'place') return placeMissing(report, estates)
  return step === 'what' ? textMissing(report) : null
}

/** The first step that is not complete; an estate may have left the town while the draft lay there. */
export const incompleteStep = (report: KeptReport, estates: Estates): ReportStep | null => STEPS.find((step) => missingIn(step, report, estates) !== null) ?? null
