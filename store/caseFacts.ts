import type { CaseState } from '../domain/case/caseState'
import type { NoticeFacts } from '../domain/notice/compose'
import { cutTo } from '../domain/notice/compose'
import { categoryByCode } from '../domain/rulebook/categoryByCode'
import type { Edition } from '../domain/rulebook/edition'
import type { Place } from '../domain/case/place'
import type { CaseDocument } from '../types/documents/cases'
import type { EstateDocument } from '../types/documents/town'

/** 位置 in words: the spot's name and what was added to it. */
export function placeText(place: Place, estate: Pick<EstateDocument, 'spots'> | null): string {
  const spot = estate?.spots.find(({ id }) => id === place.spotId)?.name
  return [spot, place.detail].filter(Boolean).join(' ') || (place.location ? '地图位置' : '')
}

/** The words a case began with. */
export const firstEvent = ({ events }: Pick<CaseDocument, 'events'>) => {
  const first = events[0]
  if (first?.type !== 'submitted' && first?.type !== 'found') throw new Error('a case begins with a report or a finding')
  return first
}

const SUBJECT_MAX = 20
export const subjectOf = (document: Pick<CaseDocument, 'events'>, case_: CaseState, edition: Edition): string =>
  (case_.categoryCode && categoryByCode(edition, case_.categoryCode)?.name) || cutTo(firstEvent(document).text, SUBJECT_MAX)

export const noticeFacts = (document: CaseDocument, case_: CaseState, edition: Edition, estate: EstateDocument | null): NoticeFacts => ({
  subject: subjectOf(document, case_, edition), place: `${estate?.name ?? ''} ${placeText(case_.place, estate)}`.trim(), number: document.number, dueAt: document.dueAt,
})
