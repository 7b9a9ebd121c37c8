import type { CaseDocument } from '../../types/documents/cases'
import { photo } from '../support/town'
import type { Act } from './acts'
import type { Chance } from './chance'

/** How often people do what makes trouble; the plain town is not free of it. */
export type Temper = { readonly trouble: number }
export const PLAIN: Temper = { trouble: 1 }
export const HARD: Temper = { trouble: 3 }

export const ESTATE_IDS = ['jinxiu', 'heping', 'cuihu', 'yangguang', 'lvzhou', 'guixiang'] as const
const OFFICES = ['office-1', 'office-2'] as const
const LEVELS = ['town', 'district', 'city'] as const
/** 2 and 4 working hours, 1, 3 and 7 working days. */
const CATEGORIES = ['0201', '0203', '0215', '0205', '0101', '0401'] as const
const SPOTS = ['bins', 'gate-s', 'b1'] as const
const FINDINGS = ['shirked', 'recurrent', 'failedVerification', 'keyProblem'] as const
const CHECKS = ['2.1.1', '2.1.2', '2.2.1', '2.3.2', '2.4.1', '2.5.1', '2.6.1'] as const
const HOUR = 3_600_000
const DAY = 24 * HOUR

export type Said = Omit<Extract<Act, { kind: 'call' }>, 'at'>
/** What the players have in their heads. */
export type Table = {
  readonly chance: Chance
  readonly temper: Temper
  /** Another one each time, out of the seed. */
  readonly newKey: () => string
  /** Who has reported or joined. */
  readonly reportersOf: (caseId: string) => readonly string[]
}

const call = (openid: string, action: Said['action'], request: object): Said => ({ kind: 'call', openid, action, request })
const residentOf = ({ chance }: Table, estateId: string): string => `resident-${estateId}-${1 + chance.whole(3)}`
const photosOf = ({ chance, newKey }: Table, probability: number): readonly string[] => (chance.is(probability) ? [photo(newKey())] : [])

const place = ({ chance }: Table, estateId: string): object =>
  chance.weighted<() => object>([
    [10, () => ({ spotId: `${estateId}-${chance.one(SPOTS)}` })],
    [2, () => ({ location: { latitude: 31.2 + chance.whole(3) * 0.0002, longitude: 120.6 } })],
    [1, () => ({ detail: '东边小路' })],
  ])()

/** 举报, by a resident or by the office for somebody who called. */
export function aReport(table: Table): Said {
  const { chance, newKey } = table
  const estateId = chance.one(ESTATE_IDS)
  const byOffice = chance.is(0.35)
  const categoryCode = chance.is(0.12) ? null : chance.one(CATEGORIES.slice(0, chance.is(0.6) ? 2 : 6))
  return call(byOffice ? chance.one(OFFICES) : residentOf(table, estateId), 'reportCase', {
    key: newKey(), estateId, categoryCode, place: place(table, estateId), text: '这里有问题', photos: photosOf(table, 0.05), ...(byOffice && { level: chance.one(LEVELS) }),
  })
}

/** 检查, with no, one or several problems. */
export function anInspection(table: Table): Said {
  const { chance, newKey } = table
  const [estateId, level] = [chance.one(ESTATE_IDS), chance.one(LEVELS)]
  const problems = Array.from({ length: chance.whole(4) }, () => ({ categoryCode: chance.one(CATEGORIES), place: { spotId: `${estateId}-${chance.one(SPOTS)}` }, text: '检查发现', photos: [photo(newKey())] }))
  return call(chance.is(0.2) ? chance.one(OFFICES) : `inspector-${level}`, 'enterInspection', { key: newKey(), estateId, level, mode: chance.one(['announced', 'unannounced', 'special'] as const), problems })
}

/** 附件2 and created projects. */
export function anAssessment(table: Table): Said {
  const { chance, newKey } = table
  const about = { key: newKey(), estateId: chance.one(ESTATE_IDS), note: '检查记录' }
  return chance.is(0.9)
    ? call(chance.one(['inspector-town', ...OFFICES]), 'enterPropertyCheck', { ...about, ruleCode: chance.one(CHECKS), count: 1 + chance.whole(2) })
    : call(chance.one(OFFICES), 'enterProject', { ...about, level: chance.one(['district', 'city', 'province', 'nation'] as const) })
}

type Way = readonly [weight: number, act: () => Said]

/** What somebody does with a case as it stands, each according to its turn. */
export function aStep(table: Table, document: CaseDocument, now: number): Said {
  const { chance, temper: { trouble } } = table
  const { _id: caseId, estateId, state } = document
  const office = () => chance.one(OFFICES)
  const manager = `manager-${estateId}`
  const verifier = () => chance.one([...OFFICES, 'inspector-town', 'inspector-district'])
  const answer: Way = [30, () => call(manager, 'answerCase', { caseId, text: '已处理', photos: [photo(table.newKey())] })]
  const join: Way = [4 + 3 * trouble, () => call(residentOf(table, estateId), 'joinCase', { key: table.newKey(), caseId, text: chance.is(0.5) ? '我也看见了' : '', photos: [] })]
  const remark: Way = [2, () => call(reporter(table, document), 'addRemark', { key: table.newKey(), caseId, text: '又多了一些', photos: [] })]
  const redirect = (weight: number): Way => [weight, () => call(office(), 'redirectCase', { caseId, estateId: redirectTo(table, document), reason: '属于该小区' })]
  const request: Way = [6 + 2 * trouble, () => call(manager, 'requestTime', { caseId, reason: '等配件', photos: [], ...(chance.is(0.5) ? { kind: 'extension' } : { kind: 'suspension', until: now + (1 + chance.whole(20 * 24)) * HOUR }) })]
  const decide: Way = [document.hasRequest ? 25 : 0, () => call(office(), 'decideRequest', { caseId, approve: chance.is(0.6), reason: '研究决定' })]
  const returned: Way = [5, () => call(manager, 'returnCase', { caseId, reason: '不属于本小区', photos: [] })]
  const propose: Way = [1 + trouble, () => call(chance.one([...OFFICES, 'inspector-city']), 'proposeFinding', { caseId, finding: chance.one(FINDINGS), reason: '提请确认' })]
  const verify = (weight: number, matches: boolean): Way => [weight, () => call(verifier(), 'verifyCase', { caseId, matches, method: chance.is(0.7) ? 'onSite' : 'photos', text: matches ? '相符' : '不相符', photos: [], close: matches && chance.is(0.4) })]
  const said = (weight: number, fixed: boolean): Way => [weight, () => call(reporter(table, document), 'followUp', { caseId, fixed, text: fixed ? '' : '没有修好', photos: [] })]
  const close: Way = [8, () => call(office(), 'closeCase', { caseId })]
  const rework: Way = [8, () => call(office(), 'reworkCase', { caseId, reason: '属实' })]
  const proposed = proposedKinds(document)
  const weigh: Way = [proposed.length > 0 ? 15 : 0, () => call(office(), 'decideFinding', { caseId, finding: chance.one(proposed), confirm: chance.is(0.75), reason: '研究决定' })]
  const categoryCode = document.categoryCode ?? '0201'

  const ways: Partial<Record<CaseDocument['state'], readonly Way[]>> = {
    submitted: [
      [25, () => call(office(), 'fileCase', { caseId, categoryCode: chance.is(0.9) ? categoryCode : chance.one(CATEGORIES), dispatch: chance.is(0.85) })],
      [2, () => call(office(), 'refuseCase', { caseId, reason: '不符合立案条件' })], [2, () => call(reporter(table, document), 'withdrawCase', { caseId })], join, remark,
    ],
    filed: [[25, () => call(office(), 'dispatchCase', { caseId })], join, propose, weigh],
    dispatched: [answer, join, remark, redirect(3 * trouble), request, decide, returned, propose, weigh],
    rework: [answer, join, redirect(3 * trouble), request, decide, propose, weigh],
    returned: [[15, () => call(office(), 'rejectReturn', { caseId, reason: '属于本小区' })], redirect(15), decide, join, weigh],
    suspended: [[10, () => call(office(), 'resumeCase', { caseId, reason: '恢复' })], answer, join, weigh],
    answered: [verify(18, true), verify(5 + 5 * trouble, false), said(6, true), said(3 + 3 * trouble, false), close, join, propose, weigh],
    verified: [close, close, verify(2 * trouble, false), verify(3, true), said(2, true), said(2 * trouble, false), join, weigh],
    reopened: [rework, verify(8, true), verify(8, false), said(2, false), join, weigh],
    closed: [said(4, true), said(4 * trouble, false), verify(3 * trouble, false), propose, [proposed.length > 0 ? 30 : 0, weigh[1]]],
  }
  return chance.weighted(ways[state] ?? [join])()
}

/** Mostly one who is in the case. */
const reporter = (table: Table, { _id, estateId }: CaseDocument): string => {
  const those = table.reportersOf(_id)
  return those.length > 0 && table.chance.is(0.95) ? table.chance.one(those) : residentOf(table, estateId)
}
/** Often back to where it was before. */
function redirectTo({ chance }: Table, { estateId, events }: CaseDocument): string {
  const before = events.flatMap((event) => ('estateId' in event && event.estateId !== estateId ? [event.estateId] : []))
  return before.length > 0 && chance.is(0.6) ? chance.one(before) : chance.one(ESTATE_IDS.filter((each) => each !== estateId))
}
const proposedKinds = ({ events }: CaseDocument): readonly string[] => {
  const open = new Set<string>()
  for (const event of events) {
    if (event.type === 'findingProposed') open.add(event.finding)
    if (event.type === 'findingConfirmed' || event.type === 'findingDropped') open.delete(event.finding)
  }
  return [...open]
}

/** When the next thing happens to a case. A deadline draws people: to its very millisecond, to either side, and to long after. */
export function nextAt({ chance, temper }: Table, { state, dueAt, hasRequest, proposedFindings }: CaseDocument, now: number): number | null {
  const soon = now + Math.floor(chance.part() ** 3 * 3 * DAY) + 1 + chance.whole(HOUR)
  if (state === 'withdrawn' || state === 'refused') return null
  if (state === 'closed') return proposedFindings > 0 ? soon : chance.is(0.12 + 0.08 * temper.trouble) ? now + chance.whole(34 * DAY) : null
  if ((state === 'dispatched' || state === 'rework') && dueAt !== null && dueAt > now && !(hasRequest && chance.is(0.4)))
    return chance.weighted<() => number>([
      [8, () => now + 1 + Math.floor(chance.part() * (dueAt - now))],
      [2, () => dueAt], [1, () => dueAt - 1], [1, () => dueAt + 1],
      [3 * temper.trouble, () => dueAt + 1 + Math.floor(chance.part() ** 2 * 4 * DAY)],
      [1, () => soon],
    ])()
  return soon
}
