import { ORIGINS } from '../../../../domain/case/events'
import { OPEN_STATES } from '../../../../domain/case/recurrence'
import { CASE_STATES, type CaseStateName } from '../../../../domain/case/transitions'
import { fits } from '../../../../store/fits'
import type { Page, Walk } from '../../../../store/pages'
import type { RequestOf } from '../../../../types/api'
import { refuse, type Refusal } from '../../../../types/api/refusal'
import type { CaseDocument } from '../../../../types/documents/cases'
import type { Cursor } from '../../../../types/cursor'
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
  const page = walk === null ? await mine(call, request.cursor) : await call.store.page('cases', walk, PAGE, request.cursor)
  const listed = walk === null ? page.items : await dangerFirst(call, walk, page, request.cursor === undefined)
  const visible = listed.filter((document) => viewOf(call.person, document, request.scope === 'mine') !== null && (request.scope !== 'desk' || !standsBackFrom(call.person, document)))
  return reply({ cases: await summaries(call, visible), nextCursor: page.next })
}

/**
 * 有危险的在前: all hazards of a selection that are not dealt with open its first page, and are left out of where they would stand. Pages keep their places.
 */
async function dangerFirst({ store, townId, rules }: TownCall, { where, orderBy: [[field, direction]] }: Walk, { items, next }: Page<CaseDocument>, isFirst: boolean): Promise<readonly CaseDocument[]> {
  const codes = rules.edition.categories.filter(({ hazardous }) => hazardous).map(({ code }) => code)
  const isDanger = ({ categoryCode, state }: CaseDocument) => categoryCode !== null && codes.includes(categoryCode) && OPEN_STATES.includes(state)
  const others = items.filter((document) => !isDanger(document))
  if (!isFirst) return others
  // A list of one page has all of them.
  if (next === null) return [...items.filter(isDanger), ...others]
  // They are few: all of the estate, or the town, whichever list is asked for.
  const { estateId } = where
  const hazards = await store.findAll('cases', { where: { townId, categoryCode: { in: codes }, state: { in: OPEN_STATES }, ...(estateId !== undefined && { estateId }) } })
  const at = (document: CaseDocument): number => (direction === 'asc' ? 1 : -1) * (document[field as 'createdAt' | 'dueAt'] ?? 0)
  return [...hazards.filter((document) => fits(document, where)).sort((a, b) => at(a) - at(b)), ...others]
}

/** Newest report first, also those that joined another's case; a case that one reported twice stands once. */
async function mine({ store, personId }: TownCall, cursor: Cursor | undefined): Promise<Page<CaseDocument>> {
  const { items, next } = await store.page('reports', { where: { personId }, orderBy: [['at', 'desc']] }, PAGE, cursor)
  const caseIds = [...new Set(items.map(({ caseId }) => caseId))]
  const found = caseIds.length > 0 ? await store.find('cases', { where: { _id: { in: caseIds } }, limit: PAGE }) : []
  return { items: caseIds.flatMap((caseId) => found.find(({ _id }) => _id === caseId) ?? []), next }
}
