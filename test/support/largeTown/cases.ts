import type { Actor, CaseEvent } from '../../../domain/case/events'
import { builtInEdition } from '../../../domain/rulebook/builtIn'
import type { Place } from '../../../domain/case/place'
import type { Category } from '../../../domain/rulebook/edition'
import { demoCalendarAt } from '../../../scripts/demo/calendars'
import { ESTATES } from '../../../scripts/demo/town'
import { caseDocument, newCase } from '../../../store/caseDocument'
import { photoId } from '../../../store/files'
import { voiceDocument } from '../../../store/tallies'
import { demoKeyedHash } from '../../../scripts/demo/hashes'
import type { CaseDocument, CaseRemarkDocument, ReportDocument } from '../../../types/documents/cases'
import type { PhotoCheckDocument, VoiceDocument } from '../../../types/documents/privacy'
import { AUDITOR, INSPECTOR, OFFICE, OFFICE_2, RESIDENT } from '../stories'
import { hash, personId, TOWN_ID } from '../town'
import { crowdOf, DAY_MS, END, estateOf, HOUR_MS, listOf, mixed, momentOf } from './numbers'

export type Cases = { readonly cases: readonly CaseDocument[]; readonly reports: readonly ReportDocument[]; readonly caseRemarks: readonly CaseRemarkDocument[]; readonly photoChecks: readonly PhotoCheckDocument[]; readonly voices: readonly VoiceDocument[] }

/** How far the newest cases have come, in turn; the older ones are at their end. */
const STAGES = [
  'submitted', 'dispatched', 'answered', 'submitted', 'filed', 'dispatched', 'verified', 'answered', 'returned', 'dispatched', 'contradicted', 'submitted', 'rework',
  'dispatched', 'answered', 'requested', 'suspended', 'dispatched', 'reopened', 'submitted', 'answered', 'dispatched', 'verified', 'filed',
] as const
type Stage = (typeof STAGES)[number] | 'closed' | 'refused' | 'withdrawn' | 'late' | 'weighed'
const OPEN_MAX = 240
const FINDINGS = 36

const by = (role: Actor['role'], openid: string): Actor => ({ role, person: role === 'resident' ? 'resident' : personId(openid) })
const photoOf = (caseId: string, which: string): string => `cloud://env.bucket/evidence/${TOWN_ID}/${caseId}-${which}.png`
const MINUTE_MS = 60_000

function stageOf(i: number, size: number): Stage {
  const fromEnd = size - 1 - i
  if (fromEnd < Math.min(OPEN_MAX, size * 0.4)) return STAGES[fromEnd % STAGES.length]!
  if (i % Math.max(1, Math.floor(size / FINDINGS)) === 0) return 'weighed'
  const n = mixed(i, 100, 5)
  return n < 7 ? 'refused' : n < 10 ? 'withdrawn' : n < 15 ? 'late' : 'closed'
}

const REACHED: Record<Exclude<Stage, 'submitted' | 'refused' | 'withdrawn'>, number> = {
  filed: 1, dispatched: 2, requested: 2, returned: 2, suspended: 2, answered: 3, contradicted: 3, rework: 3, reopened: 3, verified: 4, closed: 5, late: 5, weighed: 5,
}

/** Most name a spot, some are told in words only, and some lie on the map, each some steps from the others. */
function placeOf(at: number, estateId: string): Place {
  const told = mixed(at, 12, 13)
  if (told === 0) return { detail: '分类亭后面' }
  if (told === 1) return { location: { latitude: 31.5 + mixed(at, 40, 14) / 10_000, longitude: 120.3 + mixed(at, 40, 15) / 10_000 } }
  return { spotId: ESTATES.find(({ _id }) => _id === estateId)!.spots[mixed(at, 14, 6)]!.id }
}

type Made = { readonly caseId: string; readonly at: number; readonly estateId: string; readonly category: Category; readonly isInspected: boolean; readonly stage: Stage }

function eventsOf({ caseId, at, estateId, category, isInspected, stage }: Made): readonly CaseEvent[] {
  const words = (text: string, which: string) => ({ text, photos: [photoOf(caseId, which)] })
  const place = placeOf(at, estateId)
  const begun = { at, estateId, place, categoryCode: category.code, level: 'town' as const, ...words('分类亭旁垃圾散落，路过的人都看见了', 'before') }
  const start = { limit: category.limit, calendarVersion: '2026.1', editionId: 'demo-1' }
  const office = by('office', OFFICE)
  const events: CaseEvent[] = [isInspected ? { type: 'found', by: by('inspector', INSPECTOR), inspectionId: `i-${caseId}`, editionId: 'demo-1', ...begun } : { type: 'submitted', by: by('resident', ''), reportId: `r-${caseId}`, ...begun }]
  if (stage === 'refused') return [...events, { type: 'refused', at: at + HOUR_MS, by: office, reason: '不属于本镇' }]
  if (stage === 'withdrawn') return [...events, { type: 'withdrawn', at: at + HOUR_MS, by: by('resident', '') }]
  if (stage === 'submitted' && !isInspected) return events
  const reached = stage === 'submitted' ? 2 : REACHED[stage]
  if (!isInspected) events.push({ type: 'filed', at: at + 20 * MINUTE_MS, by: office, categoryCode: category.code, editionId: 'demo-1' })
  if (reached >= 2) events.push({ type: 'dispatched', at: at + 25 * MINUTE_MS, by: office, estateId, ...start })
  const answeredAt = at + (stage === 'late' ? 12 * DAY_MS : 90 * MINUTE_MS)
  const manager = by('manager', `manager-${estateId}`)
  const answer = (then: number): CaseEvent => ({ type: 'answered', at: then, by: manager, ...words('已清扫', `after-${then}`) })
  if (reached >= 3) events.push(answer(answeredAt))
  if (stage === 'late') events.push({ type: 'overdueRecorded', at: answeredAt, by: { role: 'clock', person: 'clock' }, run: 0, dueAt: at + 10 * DAY_MS })
  if (reached >= 4) events.push({ type: 'verified', at: answeredAt + DAY_MS, by: by('office', OFFICE_2), method: 'onSite', text: '相符', photos: [] })
  if (reached >= 5) events.push({ type: 'closed', at: answeredAt + DAY_MS, by: by('office', OFFICE_2) })
  const later = at + 2 * HOUR_MS
  const unfixed = (then: number): CaseEvent => ({ type: 'reportedUnfixed', at: then, by: by('resident', ''), reportId: `r-${caseId}`, text: '没修好', photos: [] })
  const reworked = (then: number): CaseEvent => ({ type: 'reworked', at: then, by: { role: 'clock', person: 'clock' }, reason: '居民反映未解决', ...start })
  switch (stage) {
    case 'requested': return [...events, { type: 'requested', at: later, by: manager, kind: 'extension', ...words('等配件', 'request') }]
    case 'returned': return [...events, { type: 'returned', at: later, by: manager, ...words('不属于本小区', 'return') }]
    case 'suspended': return [...events, { type: 'requested', at: later, by: manager, kind: 'suspension', until: END + 30 * DAY_MS, ...words('等天晴', 'request') }, { type: 'suspended', at: later + HOUR_MS, by: office, from: later, until: END + 30 * DAY_MS, reason: '同意' }]
    case 'rework': return [...events, unfixed(later), reworked(later)]
    case 'contradicted': return [...events, unfixed(later), reworked(later), answer(later + HOUR_MS)]
    case 'reopened': return [...events, unfixed(later), reworked(later), answer(later + HOUR_MS), unfixed(later + 2 * HOUR_MS)]
    case 'weighed': return [...events, { type: 'findingProposed', at: answeredAt + DAY_MS, by: by('inspector', INSPECTOR), finding: 'shirked', reason: '推诿', factAt: answeredAt }]
    default: return events
  }
}

/** 电话、平台转来的: a fifth of all reports stand in the name of one of the office. */
const reporterOf = (i: number, size: number): string => (mixed(i, 5, 7) === 0 ? personId(OFFICE) : mixed(i, 160, 8) === 0 ? personId(RESIDENT) : crowdOf(mixed(i, Math.max(40, size / 5), 9)))

export function casesOf(size: number): Cases {
  const { categories } = builtInEdition
  const made = listOf(size, (i): CaseDocument => {
    const [caseId, at] = [`crowd-case-${String(i).padStart(6, '0')}`, momentOf(i, size)]
    const stage = stageOf(i, size)
    // What an inspection has found is not refused, and nobody withdraws it.
    const isInspected = mixed(i, 8, 11) === 0 && stage !== 'refused' && stage !== 'withdrawn'
    const events = eventsOf({ caseId, at, estateId: estateOf(i), category: categories[mixed(i, categories.length, 10)]!, isInspected, stage })
    const crowd = i === Math.floor(size / 2) ? CROWDED : mixed(i, 50, 12) === 0 ? 3 : 0
    const base = { ...newCase({ _id: caseId, townId: TOWN_ID, number: `C-${i}`, createdAt: at }), bookedEvents: events.length, remindedUntil: END, askedUntil: END, followers: events[0]!.type === 'submitted' ? crowd : 0 }
    return caseDocument(base, events, () => demoCalendarAt(END))
  })
  const reported = made.map((document, i) => ({ document, i })).filter(({ document }) => document.origin === 'reported')
  const reports = reported.flatMap(({ document, i }) => reportsOf(document, reporterOf(i, size)))
  const caseRemarks = reported.flatMap(({ document }) => remarksOf(document))
  // Of the others nothing is known, and nobody sees them: what is not there need not be planted.
  const withChecks = made.filter(({ followers }, i) => followers > 0 || i % 8 === 0)
  const checks = [...withChecks.flatMap(({ _id, events }) => events.flatMap((event) => checksOf(_id, event))), ...caseRemarks.flatMap((remark) => checksOf(remark.caseId, remark)), ...waitingChecks(made)]
  return { cases: made, reports, caseRemarks, photoChecks: checks, voices: reports.flatMap(voiceOf) }
}

/** The one case of which everybody talks. */
const [CROWDED, ADDED] = [240, 120]
export const crowdedCase = (cases: readonly CaseDocument[]): CaseDocument => cases.find(({ followers }) => followers === CROWDED)!
/** Photos of it by their names in replies: of its report, and of what somebody said long after. */
export const crowdedPhotos = (cases: readonly CaseDocument[]): readonly string[] => ['before', 'remark-0'].map((which) => photoId(hash, photoOf(crowdedCase(cases)._id, which)))
export const casesIn = (cases: readonly CaseDocument[], state: CaseDocument['state'], estateId = 'jinxiu'): CaseDocument => cases.find((document) => document.state === state && document.estateId === estateId && document.origin === 'reported')!

const reportsOf = ({ _id: caseId, createdAt, followers }: CaseDocument, personId: string): ReportDocument[] => {
  const report = (_id: string, of: string, first: boolean, at: number): ReportDocument => ({ _id, townId: TOWN_ID, caseId, personId: of, at, forgetAt: null, first, forHouseholdId: null, rating: mixed(at, 3) === 0 ? { value: 4, estateId: 'jinxiu', at: at + DAY_MS, rater: hash(of).slice(0, 24) } : null, word: null, remarks: 0 })
  return [report(`r-${caseId}`, personId, true, createdAt), ...listOf(followers, (n) => report(`r-${caseId}-${n}`, crowdOf(mixed(createdAt, 400) + n), false, createdAt + n))]
}

/** Whoever joins says something; and to the crowded case much is added, which its neighbours do not read. */
function remarksOf({ _id: caseId, createdAt, followers }: CaseDocument): CaseRemarkDocument[] {
  const remark = (n: number, type: CaseRemarkDocument['type']): CaseRemarkDocument => ({
    _id: `${caseId}:${n}`, townId: TOWN_ID, caseId, reportId: `r-${caseId}-${n % Math.max(1, followers)}`, type, at: createdAt + n, number: n + 1, after: 1, text: '我家门口也是', photos: n % 3 === 0 ? [photoOf(caseId, `remark-${n}`)] : [],
  })
  return [...listOf(followers, (n) => remark(n, 'joined')), ...listOf(followers === CROWDED ? ADDED : 0, (n) => remark(followers + n, 'remarked'))]
}

const check = (_id: string, fileId: string, caseId: string, at: number): PhotoCheckDocument => ({ _id, townId: TOWN_ID, of: { caseId }, fileId, content: hash(fileId), personId: null, state: 'passed', traceId: null, tryAt: null, attempts: 1, waitsForOffice: false, at, decided: null })
const checksOf = (caseId: string, said: { readonly at: number; readonly photos?: readonly string[] }): PhotoCheckDocument[] => (said.photos ?? []).map((fileId) => check(photoId(hash, fileId), fileId, caseId, said.at))

/** What WeChat could not judge, many of one inspection and so of one instant. */
const waitingChecks = (cases: readonly CaseDocument[]): PhotoCheckDocument[] =>
  listOf(Math.min(130, cases.length / 4), (n) => {
    const { _id: caseId, createdAt } = cases[cases.length - 1 - Math.floor(n / 30)]!
    const fileId = photoOf(caseId, `waiting-${n}`)
    return { ...check(photoId(hash, fileId), fileId, caseId, createdAt), state: 'unchecked', waitsForOffice: true }
  })

const OPENIDS = new Map([RESIDENT, OFFICE, AUDITOR].map((openid) => [personId(openid), openid]))
const voiceOf = ({ personId: who, caseId, at, first }: ReportDocument): VoiceDocument[] => [voiceDocument({ keyedHash: demoKeyedHash, openid: OPENIDS.get(who ?? '') ?? `of-${who}`, townId: TOWN_ID, now: at }, { caseId, first })]
