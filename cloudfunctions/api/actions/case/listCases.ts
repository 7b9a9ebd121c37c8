import { OPEN_STATES } from '../../../../domain/case/recurrence'
import { CASE_STATES, type CaseStateName } from '../../../../domain/case/transitions'
import type { Query } from '../../../../store/database'
import type { RequestOf } from '../../../../types/api'
import { refuse, type Refusal } from '../../../../types/api/refusal'
import type { CaseDocument } from '../../../../types/documents/cases'
import type { DeskKind } from '../../../../types/codes'
import { managesEstate, seesTown, standsBackFrom, viewOf } from '../../access/scope'
import { reply, type Handler, type TownCall } from '../../context'
import { summaries } from './view/summaries'

const PAGE = 20
/** What the manager still has to handle; and everything the manager may see. */
const TO_HANDLE: readonly CaseStateName[] = ['dispatched', 'rework', 'suspended', 'returned']
const UNSEEN: readonly CaseStateName[] = ['submitted', 'refused', 'withdrawn', 'filed']
const HANDLED = CASE_STATES.filter((state) => !TO_HANDLE.includes(state) && !UNSEEN.includes(state))
const PUBLIC = CASE_STATES.filter((state) => !['submitted', 'refused', 'withdrawn'].includes(state))

/** 待办 by kind: the queries behind the office's desk. */
export const WAITING: Record<DeskKind, Query['where']> = {
  toFile: { state: 'submitted' },
  toDispatch: { state: 'filed' },
  toDecide: { waitsForOffice: true },
  toVerify: { state: { in: ['answered', 'verified'] }, toVerify: false },
  // In rework it is the manager's turn; what comes back is looked at on site.
  reopened: { state: { in: ['answered', 'verified', 'reopened'] }, toVerify: true },
  findings: { proposedFindings: { gt: 0 } },
}
/** Those that a state alone puts on the desk. */
export const WAITING_STATES: readonly CaseStateName[] = ['submitted', 'filed', 'answered', 'verified', 'reopened']

type Selection = Pick<Query, 'where' | 'orderBy'>

function selectionOf(request: RequestOf<'listCases'>, call: TownCall): Selection | Refusal {
  const { person, townId } = call
  const estate = request.estateId
  switch (request.scope) {
    case 'estate': {
      const own = person.grants.find((grant) => grant.role === 'manager' && (estate === undefined || grant.estateId === estate))
      const estateId = own?.role === 'manager' ? own.estateId : estate
      if (estateId === undefined || !(managesEstate(person, estateId) || seesTown(person))) return refuse('NOT_ALLOWED')
      return request.open === false
        ? { where: { townId, estateId, state: { in: HANDLED } }, orderBy: [['createdAt', 'desc']] }
        : { where: { townId, estateId, state: { in: TO_HANDLE } }, orderBy: [['dueAt', 'asc']] }
    }
    case 'neighbours':
      return person.estateId === null ? refuse('NO_ESTATE') : { where: { townId, estateId: person.estateId, state: { in: PUBLIC } }, orderBy: [['createdAt', 'desc']] }
    case 'desk':
      return seesTown(person) && request.waiting ? { where: { townId, ...WAITING[request.waiting] }, orderBy: [['createdAt', 'asc']] } : refuse('NOT_ALLOWED')
    case 'all':
      return seesTown(person) ? { where: { townId, ...(estate !== undefined && { estateId: estate }), ...(request.origin && { origin: request.origin }) }, orderBy: [['createdAt', 'desc']] } : refuse('NOT_ALLOWED')
    case 'mine':
      return { where: {} }
  }
}

export const listCases: Handler<'listCases'> = async (request, call) => {
  const selection = selectionOf(request, call)
  if ('ok' in selection) return selection
  const { page, more } = request.scope === 'mine' ? await mine(call, request.cursor) : pageOf(await call.store.find('cases', { ...selection, skip: request.cursor, limit: PAGE + 1 }))
  const listed = request.scope === 'mine' ? page : await dangerFirst(call, selection, request.cursor, { page, more })
  const visible = listed.filter((document) => viewOf(call.person, document, request.scope === 'mine') !== null && (request.scope !== 'desk' || !standsBackFrom(call.person, document)))
  return reply({ cases: await summaries(call, visible), nextCursor: more ? request.cursor + PAGE : null })
}

/**
 * 有危险的在前: all hazards of a selection that are not dealt with open its first page, and are left out of where they would stand. Pages keep their places.
 */
async function dangerFirst({ store, rules }: TownCall, { where, orderBy }: Selection, cursor: number, { page, more }: Page<CaseDocument>): Promise<readonly CaseDocument[]> {
  const codes = rules.edition.categories.filter(({ hazardous }) => hazardous).map(({ code }) => code)
  const isDanger = ({ categoryCode, state }: CaseDocument) => categoryCode !== null && codes.includes(categoryCode) && OPEN_STATES.includes(state)
  const others = page.filter((document) => !isDanger(document))
  if (cursor > 0) return others
  // A list of one page has all of them.
  if (!more) return [...page.filter(isDanger), ...others]
  const { state } = where ?? {}
  const open = typeof state === 'object' && state !== null && 'in' in state ? { in: state.in.filter((each) => OPEN_STATES.some((name) => name === each)) } : (state ?? { in: OPEN_STATES })
  const hazards = await store.findAll('cases', { where: { ...where, state: open, categoryCode: { in: codes } }, ...(orderBy && { orderBy }) })
  return [...hazards.filter(isDanger), ...others]
}

type Page<T> = { readonly page: readonly T[]; readonly more: boolean }
/** One more than a page was asked for: it tells that there is another page. */
const pageOf = <T>(found: readonly T[]): Page<T> => ({ page: found.slice(0, PAGE), more: found.length > PAGE })

/** Newest report first, also those that joined another's case; a case that one reported twice stands once. */
async function mine(call: TownCall, cursor: number): Promise<Page<CaseDocument>> {
  const { page: reports, more } = pageOf(await call.store.find('reports', { where: { personId: call.personId }, orderBy: [['at', 'desc']], skip: cursor, limit: PAGE + 1 }))
  const caseIds = [...new Set(reports.map(({ caseId }) => caseId))]
  const found = caseIds.length > 0 ? await call.store.find('cases', { where: { _id: { in: caseIds } }, limit: PAGE }) : []
  return { page: caseIds.flatMap((caseId) => found.find(({ _id }) => _id === caseId) ?? []), more }
}
