import { NoCalendar, type Rules } from '../../store/rules'
import { sharedReads } from '../../store/sharedReads'
import { Conflict } from '../../store/database'
import { CONTRACTS, JOINT_ACTIONS, type ActionName } from '../../types/api'
import { refusalWords, refuse, type Envelope, type JointEnvelope, type Refusal } from '../../types/api/refusal'
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
async function handle({ event, openid, now, errorId }: Incoming, services: Services): Promise<{ ok: true; value: unknown } | Refusal> {
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
  if (permission === 'household') return answer(await handler(parsed.data, { ...services, errorId, now, openid, personId, person: null, erasures }))
  const stored = await services.store.get('people', personId)
  const isErasing = stored?.erasingAt !== undefined
  if (isErasing && !OPEN_WHILE_ERASING.includes(action)) return refuse('ERASING')
  const person = isErasing ? null : stored
  const call: Call = { ...services, errorId, now, openid, personId, person, erasures }
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

const refused = (refusal: Refusal, now: number) => ({ ok: false as const, code: refusal.code, words: refusalWords(refusal), now })

/** Answers a call; what is our mistake is logged with an id and shows no innards. */
async function answerOne(incoming: Incoming, services: Services): Promise<Envelope<unknown>> {
  const { now, errorId } = incoming
  try {
    const outcome = await handle(incoming, services)
    return outcome.ok ? { ...outcome, now } : refused(outcome, now)
  } catch (error) {
    if (error instanceof Conflict) return refused(refuse('BUSY'), now)
    if (error instanceof NoCalendar) return refused(refuse('CALENDAR_MISSING', { year: yearOf(now) }), now)
    console.error(`[${errorId}]`, error)
    return { ok: false, code: 'INTERNAL', words: refusalWords(refuse('INTERNAL', { errorId })), now, errorId }
  }
}

/** So many travel together; a phone sends more in a second function call. */
export const JOINT_MAX = 10
/** What reaches a phone is 1 MB at most: a joint answer stays well below it. */
const JOINT_BYTES_MAX = 800_000
const isJoint = (event: unknown): boolean => (JOINT_ACTIONS as readonly unknown[]).includes((event as { action?: unknown } | null)?.action)

/** 合并调用: calls of one moment and one person, each answered by itself, by one look at what they have in common. */
async function answerAll(calls: unknown, incoming: Incoming, services: Services): Promise<JointEnvelope> {
  const { now, errorId } = incoming
  if (!Array.isArray(calls) || calls.length === 0 || calls.length > JOINT_MAX) return refused(refuse('BAD_REQUEST', { field: fieldWords([]) }), now)
  const shared = readingOnce(services)
  const answers = await Promise.all(calls.map(async (event: unknown, index) => (isJoint(event) ? answerOne({ ...incoming, event, errorId: `${errorId}-${index + 1}` }, shared) : refused(refuse('UNKNOWN_ACTION'), now))))
  return { ok: true, value: withRoom(answers), now }
}

/** An answer that has no room beside those before it is left out: its call comes again, alone. */
function withRoom(answers: readonly Envelope<unknown>[]): readonly (Envelope<unknown> | null)[] {
  let left = JOINT_BYTES_MAX
  return answers.map((answer) => {
    const bytes = Buffer.byteLength(JSON.stringify(answer))
    if (bytes > left) return null
    left -= bytes
    return answer
  })
}

/** The services of one invocation that only reads: no question is asked twice. */
function readingOnce(services: Services): Services {
  const rules = new Map<string, Promise<Rules>>()
  return {
    ...services,
    store: sharedReads(services.store),
    loadRules: (townId, now) => {
      const loading = rules.get(townId) ?? services.loadRules(townId, now)
      rules.set(townId, loading)
      return loading
    },
  }
}

/** The door: one call, or those of one moment together. */
export async function route(incoming: Incoming, services: Services): Promise<Envelope<unknown>> {
  const { action, calls } = (incoming.event ?? {}) as { action?: unknown; calls?: unknown }
  if (action === undefined && calls !== undefined) return answerAll(calls, incoming, services)
  return answerOne(incoming, isJoint(incoming.event) ? readingOnce(services) : services)
}
