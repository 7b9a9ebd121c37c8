import type { CaseState } from '../domain/case/caseState'
import type { NoticeFacts } from '../domain/notice/compose'
import { cutTo } from '../domain/notice/compose'
import { everydayName } from '../domain/case/everydayNames'
import { categoryByCode } from '../domain/rulebook/categoryByCode'
import type { Edition } from '../domain/rulebook/edition'
import type { Place } from '../domain/case/place'
import type { CaseDocument } from '../types/documents/cases'
import type { EstateDocument } from '../types/documents/town'
import type { StoreTransaction } from './store'

type Estate = Pick<EstateDocument, '_id' | 'name' | 'spots'>

/**
 * 位置 in words: the spot's name and what was added to it. A spot belongs to the estate it was reported in; of a case that was sent on, that
 * estate is named as well.
 */
export function placeText(place: Place, reportedIn: Estate | null, handledBy: Pick<EstateDocument, '_id'> | null = reportedIn): string {
  const spot = reportedIn?.spots.find(({ id }) => id === place.spotId)?.name
  const estate = spot && reportedIn?._id !== handledBy?._id ? reportedIn?.name : undefined
  return [estate, spot, place.detail].filter(Boolean).join(' ') || (place.location ? '地图位置' : '')
}

/** The words a case began with. */
export const firstEvent = ({ events }: Pick<CaseDocument, 'events'>) => {
  const first = events[0]
  if (first?.type !== 'submitted' && first?.type !== 'found') throw new Error('a case begins with a report or a finding')
  return first
}

/** The number of a case that was filed; what is broken is named by what it can be found by. */
export const registerNumber = ({ _id, number }: Pick<CaseDocument, '_id' | 'number'>): string => number ?? _id

/** 反映次数: the report it began with, where it began with one, and those that joined. */
export const reportCount = ({ origin, followers }: Pick<CaseDocument, 'origin' | 'followers'>): number => followers + (origin === 'reported' ? 1 : 0)

const SUBJECT_MAX = 20
const categoryOf = ({ categoryCode }: CaseState, edition: Edition) => (categoryCode === null ? undefined : categoryByCode(edition, categoryCode))
const firstWords = (document: Pick<CaseDocument, 'events'>): string => cutTo(firstEvent(document).text, SUBJECT_MAX)
export const subjectOf = (document: Pick<CaseDocument, 'events'>, case_: CaseState, edition: Edition): string => categoryOf(case_, edition)?.name ?? firstWords(document)

/** The same as residents read it. */
function everydaySubjectOf(document: CaseDocument, case_: CaseState, edition: Edition): string {
  const category = categoryOf(case_, edition)
  return category ? everydayName(category) : firstWords(document)
}

const noticeFacts = (document: CaseDocument, case_: CaseState, edition: Edition, estate: EstateDocument | null, reportedIn: EstateDocument | null): NoticeFacts => ({
  subject: subjectOf(document, case_, edition), everydaySubject: everydaySubjectOf(document, case_, edition), place: `${estate?.name ?? ''} ${placeText(case_.place, reportedIn, estate)}`.trim(), dueAt: document.dueAt, dangerous: categoryOf(case_, edition)?.hazardous === true,
})

/** The same, with the estates from wherever they are read. */
export async function noticeFactsOf(estateOf: (estateId: string) => Promise<EstateDocument | null>, document: CaseDocument, case_: CaseState, edition: Edition): Promise<NoticeFacts> {
  const estate = await estateOf(document.estateId)
  const reported = firstEvent(document).estateId
  return noticeFacts(document, case_, edition, estate, reported === document.estateId ? estate : await estateOf(reported))
}
/** The same, with the estates read in a transaction. */
export const noticeFactsIn = (transaction: StoreTransaction, document: CaseDocument, case_: CaseState, edition: Edition): Promise<NoticeFacts> => noticeFactsOf((estateId) => transaction.get('estates', estateId), document, case_, edition)
