import type { FindingKind, HandlingLimit, Level } from '../rulebook/edition'
import type { Actor, CaseEvent, Law, Origin } from './events'
import type { Place } from './place'
import { nextState, type CaseStateName } from './transitions'

/** One run of the handling clock: from dispatch (or rework) until the answer. */
export type Run = Law & {
  readonly estateId: string
  readonly startedAt: number
  readonly limit: HandlingLimit
  readonly extensions: readonly HandlingLimit[]
  /** `approvedBy` is empty where the estate only waited for the office. */
  readonly suspensions: readonly { readonly from: number; readonly to: number; readonly reason: string; readonly approvedBy: string }[]
  /** The answer stopped the clock, or the case went to another estate; null while it runs. */
  readonly stoppedAt: number | null
  /** 改派: it ended because the case went to another estate. What it had missed by then stays missed. */
  readonly sentOn: boolean
  /** 现场核查不符: when somebody found on site that its answer had only said so. */
  readonly disprovedAt: number | null
  /** 超时: when the clock put its missed deadline on record. */
  readonly overdueRecordedAt: number | null
}
export type CaseFinding = {
  readonly kind: FindingKind
  readonly status: 'proposed' | 'confirmed' | 'dropped'
  readonly factAt: number
  readonly proposedBy: string
  /** Whose it is: a case that is sent on leaves its findings behind. */
  readonly estateId: string
}
export type CountedReport = { readonly reportId: string; readonly at: number; readonly counted: boolean }
export type OpenRequest = { readonly kind: 'extension' | 'suspension'; readonly at: number; readonly until?: number; readonly text: string; readonly photos: readonly string[]; readonly by: string }

/** A case as its events tell it. Derived, never stored as truth. */
export type CaseState = {
  readonly state: CaseStateName
  readonly origin: Origin
  readonly level: Level
  readonly estateId: string
  /** Where it was reported or found. */
  readonly firstEstateId: string
  readonly place: Place
  readonly categoryCode: string | null
  readonly editionId: string | null
  readonly runs: readonly Run[]
  readonly reports: readonly CountedReport[]
  readonly findings: readonly CaseFinding[]
  readonly request: OpenRequest | null
  /** How often an estate has given it back (退回). */
  readonly returns: number
  readonly filedAt: number | null
  readonly answeredAt: number | null
  readonly answeredBy: string | null
  readonly closedAt: number | null
  /** Since the last answer, somebody went and looked. */
  readonly seenOnSite: boolean
  /** How many answers there were. What a reporter says is about one of them. */
  readonly answers: number
  /** 延期、挂账 asked for, over the whole case. */
  readonly requests: number
  /** 改派, and how often the newest answer was found right (核查). */
  readonly redirects: number
  readonly verifications: number
  /** How often a "not fixed" sent it back, over the whole case. */
  readonly unfixedCount: number
  /** 居民反映未解决, and nobody has found it fixed on site since: it cannot be closed from a desk. */
  readonly contradicted: boolean
}

const changeLast = (runs: readonly Run[], change: (run: Run) => Partial<Run>): readonly Run[] =>
  runs.map((run, index) => (index === runs.length - 1 ? { ...run, ...change(run) } : run))

const start = (runs: readonly Run[], estateId: string, { at, limit, calendarVersion, editionId }: Law & { at: number; limit: HandlingLimit }): readonly Run[] => [
  ...runs,
  { estateId, startedAt: at, limit, calendarVersion, editionId, extensions: [], suspensions: [], stoppedAt: null, sentOn: false, disprovedAt: null, overdueRecordedAt: null },
]

/** While it is returned the office has the case: that time is a pause, ended by the office's answer. */
export const RETURN_PENDING = Number.MAX_SAFE_INTEGER
const endPause = (runs: readonly Run[], at: number): readonly Run[] =>
  changeLast(runs, (run) => ({ suspensions: run.suspensions.map((pause, index) => (index === run.suspensions.length - 1 && pause.to > at ? { ...pause, to: at } : pause)) }))
/** Nobody approves that the office takes its time; it is a pause by itself. */
const WAITED = ''
const pause = (runs: readonly Run[], from: number, to: number, reason: string, approvedBy: string): readonly Run[] =>
  changeLast(runs, (run) => ({ suspensions: [...run.suspensions, { from, to, reason, approvedBy }] }))
/** 延期、挂账: from asking to the office's decision, or to the answer where there was none, the estate waited. */
const waitedUntil = (now: CaseState, at: number): readonly Run[] => (now.request === null ? now.runs : pause(now.runs, now.request.at, at, '申请等待审批', WAITED))
const stop = (runs: readonly Run[], at: number, sentOn = false): readonly Run[] => changeLast(runs, () => ({ stoppedAt: at, sentOn }))

/** Why the clock of an estate stands that has the case back: in the explanation of its limit everybody reads it. */
const ELSEWHERE = '改派到其他小区期间'
/**
 * 改派: the run it leaves is judged up to then. An estate that had the case before goes on where it was, with its own start, limit and pauses: what it has used
 * is used, and the time the case was elsewhere is one pause more. Any other estate gets the whole limit.
 */
function redirect(now: CaseState, event: Extract<CaseEvent, { type: 'redirected' }>): readonly Run[] {
  const left = stop(waitedUntil({ ...now, runs: endPause(now.runs, event.at) }, event.at), event.at, true)
  const earlier = [...left].reverse().find(({ estateId, sentOn }) => sentOn && estateId === event.estateId)
  if (earlier === undefined || earlier.stoppedAt === null) return start(left, event.estateId, event)
  return pause([...left, { ...earlier, stoppedAt: null, sentOn: false }], earlier.stoppedAt, event.at, ELSEWHERE, WAITED)
}

/** Only who went there has seen it. */
const disprove = (runs: readonly Run[], { method, at }: Extract<CaseEvent, { type: 'verificationFailed' }>): readonly Run[] => (method === 'onSite' ? changeLast(runs, () => ({ disprovedAt: at })) : runs)

/** Of two estates that had the case each may stand for one of the kind: whoever decides, decides on all but the own proposal. */
const weigh = (case_: CaseState, { finding: kind, by }: { readonly finding: FindingKind; readonly by: Actor }, status: CaseFinding['status']): readonly CaseFinding[] =>
  case_.findings.map((finding) => (finding.kind === kind && finding.status === 'proposed' && finding.proposedBy !== by.person ? { ...finding, status } : finding))

function born(event: CaseEvent): CaseState | null {
  if (event.type !== 'submitted' && event.type !== 'found') return null
  const inspected = event.type === 'found'
  return {
    state: inspected ? 'filed' : 'submitted', origin: inspected ? 'inspected' : 'reported', level: event.level, estateId: event.estateId, firstEstateId: event.estateId, place: event.place,
    categoryCode: event.categoryCode, editionId: inspected ? event.editionId : null, runs: [],
    reports: inspected ? [] : [{ reportId: event.reportId, at: event.at, counted: true }],
    findings: [], request: null, returns: 0, filedAt: inspected ? event.at : null, answeredAt: null, answeredBy: null, closedAt: null, seenOnSite: false, answers: 0, requests: 0, redirects: 0, verifications: 0, unfixedCount: 0,
    contradicted: false,
  }
}

function changed(now: CaseState, event: CaseEvent): Partial<CaseState> {
  switch (event.type) {
    case 'joined': return { reports: [...now.reports, { reportId: event.reportId, at: event.at, counted: event.counted }] }
    case 'filed': return { categoryCode: event.categoryCode, editionId: event.editionId, filedAt: event.at }
    case 'dispatched': return { estateId: event.estateId, runs: start(now.runs, event.estateId, event) }
    case 'returned': return { returns: now.returns + 1, runs: pause(now.runs, event.at, RETURN_PENDING, '退回等待决定', WAITED) }
    case 'returnRejected': return { runs: endPause(now.runs, event.at) }
    case 'redirected': return { redirects: now.redirects + 1, estateId: event.estateId, request: null, runs: redirect(now, event) }
    case 'requested': return { requests: now.requests + 1, request: { kind: event.kind, at: event.at, until: event.until, text: event.text, photos: event.photos, by: event.by.person } }
    case 'requestRefused': return { request: null, runs: waitedUntil(now, event.at) }
    case 'extended': return { request: null, runs: changeLast(waitedUntil(now, event.at), (run) => ({ extensions: [...run.extensions, run.limit] })) }
    case 'suspended': return { request: null, runs: pause(waitedUntil(now, event.at), event.from, event.until, event.reason, event.by.person) }
    case 'resumed': return { runs: endPause(now.runs, event.at) }
    case 'answered': return { answeredAt: event.at, answeredBy: event.by.person, request: null, seenOnSite: false, verifications: 0, answers: now.answers + 1, runs: stop(endPause(waitedUntil(now, event.at), event.at), event.at) }
    case 'verified': return { verifications: now.verifications + 1, ...(event.method === 'onSite' && { seenOnSite: true, contradicted: false }) }
    case 'verificationFailed': return { closedAt: null, answeredAt: null, runs: start(disprove(now.runs, event), now.estateId, event) }
    case 'reworked': return { closedAt: null, answeredAt: null, runs: start(now.runs, now.estateId, event) }
    case 'reportedUnfixed': return { closedAt: null, seenOnSite: false, verifications: 0, contradicted: true, unfixedCount: now.unfixedCount + 1 }
    case 'closed': return { closedAt: event.at }
    case 'findingProposed': return { findings: [...now.findings, { kind: event.finding, status: 'proposed', factAt: event.factAt, proposedBy: event.by.person, estateId: now.estateId }] }
    case 'findingConfirmed': return { findings: weigh(now, event, 'confirmed') }
    case 'findingDropped': return { findings: weigh(now, event, 'dropped') }
    case 'overdueRecorded': return { runs: now.runs.map((run, index) => (index === event.run ? { ...run, overdueRecordedAt: event.at } : run)) }
    case 'relimited': return { runs: changeLast(now.runs, () => ({ calendarVersion: event.calendarVersion, editionId: event.editionId })) }
    default: return {}
  }
}

/** The case after one more event, or null where the state machine does not allow it. */
export function applyEvent(case_: CaseState | null, event: CaseEvent): CaseState | null {
  const state = nextState(case_?.state ?? null, event.type, event.by.role)
  if (state === null) return null
  return case_ === null ? born(event) : { ...case_, ...changed(case_, event), state }
}

/** Replays the events of a stored case. A list the machine does not allow is our mistake, not the user's. */
export function caseFromEvents(events: readonly CaseEvent[]): CaseState {
  let case_: CaseState | null = null
  for (const event of events) {
    case_ = applyEvent(case_, event)
    if (case_ === null) throw new Error(`event ${event.type} at ${event.at} is not allowed here`)
  }
  if (case_ === null) throw new Error('a case has at least one event')
  return case_
}
