import { NoCalendar } from '../../store/rules'
import { Conflict } from '../../store/database'
import { CONTRACTS, type ActionName } from '../../types/api'
import { refusalWords, refuse, type Envelope, type Refusal } from '../../types/api/refusal'
import { mayDecide } from '../../domain/decision/mayDecide'
import { yearOf } from '../../domain/time/beijing'
import { tallyId } from '../../store/tallies'
import { concernedBy } from './access/concerns'
import { EFFECTS, mayAuditorCall, PERMITTED, type Permission } from './access/permitted'
import { hasRole, managedBy } from './access/scope'
import { visitorOf } from './access/visitor'
import { HANDLERS } from './actions'
import type { Call, Services } from './context'
import { fieldWords } from './fieldWords'

type Incoming = { readonly event: unknown; readonly openid: string | null; readonly now: number; readonly errorId: string }
type AnyHandler = (request: unknown, call: Call) => Promise<{ ok: true; value: unknown } | Refusal>

const isAction = (name: unknown): name is ActionName => typeof name === 'string' && Object.hasOwn(CONTRACTS, name)

/** 数据删除中: one may ask how it stands, and nothing new begins. */
const OPEN_WHILE_ERASING: readonly ActionName[] = ['whoAmI', 'deleteMyData']

/** The way of every call: action → schema → permission → handler → reply, all of it by the contract. */
async function handle({ event, openid, now }: Incoming, services: Services): Promise<{ ok: true; value: unknown } | Refusal> {
  const { action, request } = (event ?? {}) as { action?: unknown; request?: unknown }
  if (!isAction(action)) return refuse('UNKNOWN_ACTION')
  if (openid === null) return refuse('NOT_IDENTIFIED')
  const contract = CONTRACTS[action]
  const parsed = contract.request.safeParse(request ?? {})
  if (!parsed.success) return refuse('BAD_REQUEST', { field: fieldWords(parsed.error.issues[0]?.path ?? []) })

  const personId = `p${services.hash(openid).slice(0, 24)}`
  const permission: Permission = PERMITTED[action]
  const handler = HANDLERS[action] as AnyHandler
  // Read before the person: whoever deletes in between is found out by the act (`ownName.ts`).
  const erasures = permission === 'anyone' && EFFECTS[action] === 'own' ? ((await services.store.get('tallies', tallyId(services.keyedHash, openid)))?.erasures ?? 0) : null
  const answer = (outcome: Awaited<ReturnType<AnyHandler>>) => (outcome.ok ? { ok: true as const, value: contract.reply.parse(outcome.value) } : outcome)
  if (permission === 'household') return answer(await handler(parsed.data, { ...services, now, openid, personId, person: null, erasures }))
  const stored = await services.store.get('people', personId)
  const isErasing = stored?.erasingAt !== undefined
  if (isErasing && !OPEN_WHILE_ERASING.includes(action)) return refuse('ERASING')
  const person = isErasing ? null : stored
  const call: Call = { ...services, now, openid, personId, person, erasures }
  return answer(permission === 'anyone' ? await handler(parsed.data, call) : await inTown(call, action, handler, parsed.data))
}

async function inTown(call: Call, action: ActionName, handler: AnyHandler, request: unknown): Promise<{ ok: true; value: unknown } | Refusal> {
  const permission: Permission = PERMITTED[action]
  const person = call.person ?? (permission === 'visitor' ? await visitorOf(call, request as object) : null)
  if (!person) return refuse('NO_ESTATE')
  if (typeof permission !== 'string' && !permission.some((role) => hasRole(person, role))) return refuse('NOT_ALLOWED')
  if (hasRole(person, 'auditor') && !mayAuditorCall(action)) return refuse('AUDITOR_READS')
  const rules = await call.loadRules(person.townId, call.now)
  const townCall = { ...call, person, townId: person.townId, rules }
  // Nobody else is asked, and no database for their sake.
  const managed = managedBy(person)
  if (managed.length > 0 && !mayDecide(managed, await concernedBy(action, townCall, request))) return refuse('OWN_ESTATE')
  return handler(request, townCall)
}

/** Answers every call; what is our mistake is logged with an id and shows no innards. */
export async function route(incoming: Incoming, services: Services): Promise<Envelope<unknown>> {
  const { now, errorId } = incoming
  const refused = (refusal: Refusal): Envelope<unknown> => ({ ok: false, code: refusal.code, words: refusalWords(refusal), now })
  try {
    const outcome = await handle(incoming, services)
    return outcome.ok ? { ...outcome, now } : refused(outcome)
  } catch (error) {
    if (error instanceof Conflict) return refused(refuse('BUSY'))
    if (error instanceof NoCalendar) return refused(refuse('CALENDAR_MISSING', { year: yearOf(now) }))
    console.error(`[${errorId}]`, error)
    return { ok: false, code: 'INTERNAL', words: refusalWords(refuse('INTERNAL', { errorId })), now, errorId }
  }
}
