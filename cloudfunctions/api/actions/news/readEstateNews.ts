import { caseFromEvents } from '../../../../domain/case/caseState'
import { currentRun, missedDeadline } from '../../../../domain/case/handling'
import { redacted } from '../../../../domain/case/redacted'
import { monthEnd, monthOf, monthStart } from '../../../../domain/time/beijing'
import { firstEvent, placeText, registerNumber } from '../../../../store/caseFacts'
import type { ReplyOf } from '../../../../types/api'
import type { CaseDocument } from '../../../../types/documents/cases'
import type { EstateDocument } from '../../../../types/documents/town'
import { managesEstate, seesTown, viewOf } from '../../access/scope'
import { reply, type Handler, type TownCall } from '../../context'
import { publicPhotos } from '../../publicPhotos'
import { findEstate, isRefusal } from '../case/checks'
import { estatesOf } from '../estates'
import { ratingsOf } from './ratings'

const CASES_MAX = 100

/** 小区公示. A month's mean rating is published when the month is over: while it grows, each new figure would tell the newest rating. */
export const readEstateNews: Handler<'readEstateNews'> = async (request, call) => {
  const { estateId, month = monthOf(call.now) } = request
  const estate = await findEstate(call, estateId)
  if (isRefusal(estate)) return estate
  const within = { gte: monthStart(month), lt: monthEnd(month) }
  const where = { townId: call.townId, estateId, filedAt: { not: null } }
  const [came, closed, ratings, estates] = await Promise.all([
    call.store.findAll('cases', { where: { ...where, createdAt: within }, orderBy: [['createdAt', 'desc']] }),
    call.store.findAll('cases', { where: { ...where, closedAt: within }, orderBy: [['createdAt', 'desc']] }),
    (seesTown(call.person) && !managesEstate(call.person, estateId)) || month < monthOf(call.now) ? ratingsOf(call, month) : new Map<string, never>(),
    estatesOf(call),
  ])
  const all = [...came, ...closed.filter(({ createdAt }) => createdAt < within.gte)]
  const shown = all.slice(0, CASES_MAX)
  const photos = await photosOf(call, shown)
  return reply({
    estateId, estateName: estate.name, month,
    reported: came.length, fixed: closed.length, open: came.filter(({ state }) => state !== 'closed').length, late: came.filter((document) => inTime(call, document) === false).length,
    rating: ratings.get(estateId) ?? null,
    cases: shown.map((document, index) => ({ ...lineOf(call, document, estates), ...photos[index]! })),
  })
}

type Line = ReplyOf<'readEstateNews'>['cases'][number]

/** In time, late, or not known yet. */
function inTime(call: TownCall, document: CaseDocument): boolean | null {
  const case_ = caseFromEvents(document.events)
  const missed = missedDeadline(case_, call.rules.calendar, call.now)
  if (missed.ok && missed.dueAt !== null) return false
  const run = currentRun(case_)
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
