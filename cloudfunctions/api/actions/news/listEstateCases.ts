import { caseFromEvents } from '../../../../domain/case/caseState'
import { currentRun } from '../../../../domain/case/handling'
import { redacted } from '../../../../domain/case/redacted'
import { isOverdue } from '../../../../domain/time/overdue'
import { firstEvent, placeText, registerNumber } from '../../../../store/caseFacts'
import type { ReplyOf } from '../../../../types/api'
import type { CaseDocument } from '../../../../types/documents/cases'
import type { EstateDocument } from '../../../../types/documents/town'
import { viewOf } from '../../access/scope'
import { reply, type Handler, type TownCall } from '../../context'
import { publicPhotos } from '../../publicPhotos'
import { isRefusal } from '../case/checks'
import { estatesOf } from '../estates'
import { newsOf } from './newsOf'

/** With their pictures: what one looks through before one asks for more. */
const PAGE = 10

/** 小区公示的案卷, page by page. */
export const listEstateCases: Handler<'listEstateCases'> = async ({ list, cursor, ...asked }, call) => {
  const estates = await estatesOf(call)
  const of = newsOf(call, estates, asked)
  if (isRefusal(of)) return of
  const where = { townId: call.townId, estateId: of.estate._id, newsIn: of.month, openAs: list === 'open' ? 'case' : null }
  const { items, next } = await call.store.page('cases', { where, orderBy: [['createdAt', 'desc']] }, PAGE, cursor)
  const photos = await photosOf(call, items)
  return reply({ cases: items.map((document, index) => ({ ...lineOf(call, document, estates), ...photos[index]! })), nextCursor: next })
}

type Line = ReplyOf<'listEstateCases'>['cases'][number]

/** In time, late, or not known yet: as it is counted. */
function inTime({ now }: TownCall, { lateFrom, events }: CaseDocument): boolean | null {
  if (lateFrom !== null && isOverdue(lateFrom, now)) return false
  const run = currentRun(caseFromEvents(events))
  return run !== undefined && run.stoppedAt !== null ? true : null
}

function lineOf(call: TownCall, document: CaseDocument, estates: ReadonlyMap<string, EstateDocument>): Omit<Line, 'before' | 'after'> {
  const { _id, origin, categoryCode, state, createdAt, closedAt } = document
  const { place, estateId } = firstEvent(document)
  return {
    caseId: viewOf(call.person, document, false) === null ? null : _id, number: registerNumber(document), origin, categoryCode, state, createdAt, closedAt, inTime: inTime(call, document),
    // Words about a place may name a door: the list of spots may not.
    placeText: placeText({ ...place, detail: undefined }, estates.get(estateId) ?? null, estates.get(document.estateId) ?? null),
  }
}

/** The first photo from before and after of each closed case; one call for the links of all. */
async function photosOf(call: TownCall, documents: readonly CaseDocument[]): Promise<readonly Pick<Line, 'before' | 'after'>[]> {
  const pairs = documents.map((document) => {
    const events = redacted(document.events)
    const answer = events.filter((event) => event.type === 'answered').pop()
    return document.state === 'closed' ? { before: firstEvent({ events }).photos[0], after: answer?.photos[0] } : {}
  })
  const may = await publicPhotos(call, pairs.flatMap(({ before, after }) => [before, after]).filter((id): id is string => id !== undefined))
  const links = may.length > 0 ? await call.files.links(may) : []
  const linkOf = (id: string | undefined): string | null => (id === undefined ? null : (links[may.indexOf(id)] ?? null))
  return pairs.map(({ before, after }) => ({ before: linkOf(before), after: linkOf(after) }))
}
