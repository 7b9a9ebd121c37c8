import { ORIGINS } from '../../../../domain/case/events'
import { OPEN_STATES } from '../../../../domain/case/recurrence'
import { CASE_STATES, type CaseStateName } from '../../../../domain/case/transitions'
import { fits } from '../../../../store/fits'
import type { Page, Walk } from '../../../../store/pages'
import type { RequestOf } from '../../../../types/api'
import { refuse, type Refusal } from '../../../../types/api/refusal'
import type { CaseDocument } from '../../../../types/documents/cases'
import { KEPT_MAX, type Cursor } from '../../../../types/cursor'
import { managesEstate, seesTown, standsBackFrom, viewOf } from '../../access/scope'
import { reply, type Handler, type TownCall } from '../../context'
import { summaries } from './view/summaries'

const PAGE = 20
/** What the manager still has to handle; and everything the manager may see. */
const TO_HANDLE: readonly CaseStateName[] = ['dispatched', 'rework', 'suspended', 'returned']
const UNSEEN: readonly CaseStateName[] = ['submitted', 'refused', 'withdrawn', 'filed']
const HANDLED = CASE_STATES.filter((state) => !TO_HANDLE.includes(state) && !UNSEEN.includes(state))
const PUBLIC = CASE_STATES.filter((state) => !['submitted', 'refused', 'withdrawn'].includes(state))

const NEWEST_FIRST: Walk['orderBy'] = [['createdAt', 'desc']]
const OLDEST_FIRST: Walk['orderBy'] = [['createdAt', 'asc']]
/** Asked for also where any will do: an index gives its order only to who names all the fields before it. */
const [ANY_ORIGIN, ANY_STATE] = [{ origin: { in: ORIGINS } }, { state: { in: CASE_STATES } }]

function selectionOf(request: RequestOf<'listCases'>, call: TownCall): Walk | null | Refusal {
  const { person, townId } = call
  const estate = request.estateId
  switch (request.scope) {
    case 'estate': {
      const own = person.grants.find((grant) => grant.role === 'manager' && (estate === undefined || grant.estateId === estate))
      const estateId = own?.role === 'manager' ? own.estateId : estate
      if (estateId === undefined || !(managesEstate(person, estateId) || seesTown(person))) return refuse('NOT_ALLOWED')
      return request.open === false
        ? { where: { townId, estateId, ...ANY_ORIGIN, state: { in: HANDLED } }, orderBy: NEWEST_FIRST }
        : { where: { townId, estateId, state: { in: TO_HANDLE } }, orderBy: [['dueAt', 'asc']] }
    }
    case 'neighbours':
      return person.estateId === null ? refuse('NO_ESTATE') : { where: { townId, estateId: person.estateId, ...ANY_ORIGIN, state: { in: PUBLIC } }, orderBy: NEWEST_FIRST }
    case 'desk':
      return seesTown(person) && request.waiting ? { where: { townId, desk: request.waiting }, orderBy: OLDEST_FIRST } : refuse('NOT_ALLOWED')
    case 'all':
      return seesTown(person)
        ? { where: { townId, ...ANY_ORIGIN, ...(request.origin && { origin: request.origin }), ...(estate !== undefined && { estateId: estate, ...ANY_STATE }) }, orderBy: NEWEST_FIRST }
        : refuse('NOT_ALLOWED')
    case 'mine':
      return null
  }
}

export const listCases: Handler<'listCases'> = async (request, call) => {
  const walk = selectionOf(request, call)
  if (walk !== null && 'ok' in walk) return walk
  const { items, next } = walk === null ? await mine(call, request.cursor) : await dangerFirst(call, walk, request.cursor)
  const visible = items.filter((document) => viewOf(call.person, document, request.scope === 'mine') !== null && (request.scope !== 'desk' || !standsBackFrom(call.person, document)))
  return reply({ cases: await summaries(call, visible), nextCursor: next })
}

/**
 * 有危险的在前: the hazards of a selection that are not dealt with open its first page. Its later pages leave out exactly those that did, whatever became of them meanwhile, and what has
 * become one since stands in its place. Pages keep their places.
 */
async function dangerFirst(call: TownCall, walk: Walk, cursor: Cursor | undefined): Promise<Page<CaseDocument>> {
  const { items, next } = await call.store.page('cases', walk, PAGE, cursor)
  if (cursor) return { items: without(items, cursor.kept), next }
  const codes = call.rules.edition.categories.filter(({ hazardous }) => hazardous).map(({ code }) => code)
  // A list of one page has all of them.
  const first = next === null ? items.filter(({ categoryCode, state }) => categoryCode !== null && codes.includes(categoryCode) && OPEN_STATES.includes(state)) : await hazardsOf(call, walk, codes)
  const kept = first.map(({ _id }) => _id)
  return { items: [...first, ...without(items, kept)], next: next && { ...next, kept } }
}

const without = (documents: readonly CaseDocument[], ids: Cursor['kept']): readonly CaseDocument[] => documents.filter(({ _id }) => !ids.includes(_id))

/** They are few: all of the estate, or the town, whichever list is asked for. Of more than a list can keep the last stand in their places. */
async function hazardsOf({ store, townId }: TownCall, { where, orderBy: [[field, direction]] }: Walk, codes: readonly string[]): Promise<readonly CaseDocument[]> {
  const { estateId } = where
  const hazards = await store.findAll('cases', { where: { townId, categoryCode: { in: codes }, state: { in: OPEN_STATES }, ...(estateId !== undefined && { estateId }) } })
  const at = (document: CaseDocument): number => (direction === 'asc' ? 1 : -1) * (document[field as 'createdAt' | 'dueAt'] ?? 0)
  return hazards.filter((document) => fits(document, where)).sort((a, b) => at(a) - at(b)).slice(0, KEPT_MAX)
}

/**
 * Newest report first, also those that joined another's case. A case that one reported more than once stands once in the whole list: at the newest report there was when the list was begun,
 * which is what the list keeps.
 */
async function mine({ store, personId }: TownCall, cursor: Cursor | undefined): Promise<Page<CaseDocument>> {
  const { items, next } = await store.page('reports', { where: { personId }, orderBy: [['at', 'desc']] }, PAGE, cursor)
  const begun = Number(cursor?.kept[0] ?? items[0]?.at ?? 0)
  const caseIds = [...new Set(items.map(({ caseId }) => caseId))]
  const [found, own] = caseIds.length === 0 ? [[], []] : await Promise.all([
    store.find('cases', { where: { _id: { in: caseIds } }, limit: PAGE }),
    store.findAll('reports', { where: { personId, caseId: { in: caseIds } }, fields: ['caseId', 'at'] }),
  ])
  const standsAt = new Map(own.filter(({ at }) => at <= begun).sort((a, b) => a.at - b.at).map(({ _id, caseId }) => [caseId, _id]))
  const standing = items.filter(({ _id, caseId }) => standsAt.get(caseId) === _id)
  return { items: standing.flatMap(({ caseId }) => found.find(({ _id }) => _id === caseId) ?? []), next: next && { ...next, kept: [begun] } }
}
