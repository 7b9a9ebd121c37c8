import type { Edition, Points } from '../rulebook/edition'

export type RedPropertyMark = { readonly code: string; readonly points: Points; readonly evidence: string }
export type RedPropertySheet = { readonly hasPartyOrganisation: boolean; readonly marks: readonly RedPropertyMark[] }
export type RedPropertyResult =
  | { readonly ok: true; readonly vetoed: true; readonly points: null }
  | { readonly ok: true; readonly vetoed: false; readonly points: Points }
  | { readonly ok: false; readonly code: 'MARK_UNKNOWN' | 'MARK_TWICE' | 'MARK_MISSING' | 'MARK_OUT_OF_RANGE' | 'MARK_WITHOUT_EVIDENCE'; readonly item: string }

/** 红色物业得分: the sum of 52 marks, each 0..its maximum with its evidence; no party organisation is a veto and no score. @source 附件3 */
export function scoreRedProperty(edition: Edition, sheet: RedPropertySheet): RedPropertyResult {
  if (!sheet.hasPartyOrganisation) return { ok: true, vetoed: true, points: null }
  const items = new Map(edition.redProperty.parts.flatMap((part) => part.sections).flatMap((section) => section.items).map((item) => [item.code, item]))
  const given = new Map(sheet.marks.map((mark) => [mark.code, mark]))
  const unknown = sheet.marks.find((mark) => !items.has(mark.code))
  if (unknown) return { ok: false, code: 'MARK_UNKNOWN', item: unknown.code }
  const twice = sheet.marks.find((mark) => given.get(mark.code) !== mark)
  if (twice) return { ok: false, code: 'MARK_TWICE', item: twice.code }
  let points = 0
  for (const item of items.values()) {
    const mark = given.get(item.code)
    if (!mark) return { ok: false, code: 'MARK_MISSING', item: item.code }
    if (!Number.isInteger(mark.points) || mark.points < 0 || mark.points > item.maxPoints) return { ok: false, code: 'MARK_OUT_OF_RANGE', item: item.code }
    if (mark.points > 0 && mark.evidence.trim() === '') return { ok: false, code: 'MARK_WITHOUT_EVIDENCE', item: item.code }
    points += mark.points
  }
  return { ok: true, vetoed: false, points }
}
