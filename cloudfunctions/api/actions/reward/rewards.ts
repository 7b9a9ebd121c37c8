import { allocateAwards, type Allocation } from '../../../../domain/reward/allocate'
import { monthsOf } from '../../../../domain/score/period'
import { deadlineFor } from '../../../../domain/time/deadline'
import { DAY_MS, monthOf, yearOf } from '../../../../domain/time/beijing'
import { dayWords } from '../../../../domain/notice/dayWords'
import { refuse, type Refusal } from '../../../../types/api/refusal'
import { hasRole, managedBy } from '../../access/scope'
import { reply, type Handler, type Outcome, type TownCall } from '../../context'
import { countFact, factsOfYear } from '../../../../store/openYears'
import { isRefusal } from '../case/checks'
import { scoresOf, shown, type Scores } from '../score/scoring'
import type { UnbookableCaseDocument } from '../../../../types/documents/cases'
import { shownUnbookable, unbookableCases } from '../desk/unbookable'
import { awaitsReview } from '../survey/awaitsReview'
import { openFacts } from './openFacts'

const HALF_A_YEAR_MS = 182 * DAY_MS

/** The year whose awards are dealt with: in the first half of a year the one before, unless the town was not assessed yet. */
function presentYear({ now, rules }: TownCall): number {
  const year = yearOf(now - HALF_A_YEAR_MS)
  return monthsOf(String(year), rules.town.since, monthOf(now)).length > 0 ? year : yearOf(now)
}

const isOver = (year: number, now: number): boolean => yearOf(now) > year

const isMember = ({ members }: Scores, estateId: string): boolean => members.some((member) => member.estateId === estateId)

async function allocationOf(call: TownCall, year: number, scores: Scores): Promise<Allocation> {
  const { store, townId } = call
  const [sheets, draw] = await Promise.all([store.findAll('redPropertySheets', { where: { townId, year } }), store.get('draws', `${townId}:${year}`)])
  const candidates = sheets.flatMap(({ estateId, points }) => (points === null || !isMember(scores, estateId) ? [] : [{ estateId, points }]))
  return allocateAwards(scores.edition, scores.standings, candidates, draw?.order ?? [])
}

/**
 * What is known but not in the ledger yet: until the clock has booked it nobody can be ranked. What it cannot book waits for the office, not for the clock.
 */
async function unbooked({ store, townId, now }: TownCall): Promise<{ readonly waiting: number; readonly unbookable: readonly UnbookableCaseDocument[] }> {
  // Not only up to the year's end: what is confirmed in January may be about December.
  const [due, assessments, failed] = await Promise.all([
    store.findAll('cases', { where: { bookAt: { lte: now } }, orderBy: [['bookAt', 'asc']], fields: ['townId'] }), store.count('assessments', { townId, booked: false }), unbookableCases(store, townId),
  ])
  // By the clock's own index; other towns of the deployment have few due as well.
  const ids = new Set(due.filter((document) => document.townId === townId).map(({ _id }) => _id))
  const unbookable = failed.filter(({ _id }) => ids.has(_id))
  return { waiting: ids.size - unbookable.length + assessments, unbookable }
}

/** Surveys that may still add points to the year, or lose them. */
async function pendingSurveys(call: TownCall, year: number): Promise<readonly string[]> {
  const surveys = await call.store.findAll('surveys', { where: { townId: call.townId, year } })
  return surveys.filter((survey) => (survey.stage !== 'draft' && survey.stage !== 'final') || awaitsReview(call, survey)).map(({ estateId }) => estateId)
}

export const readRewards: Handler<'readRewards'> = async (request, call) => {
  const year = request.year ?? presentYear(call)
  const scores = await scoresOf(call, String(year))
  if (isRefusal(scores)) return scores
  const { allocation, nameOf } = scores
  const made = allocation ? ({ ok: true, awards: allocation.awards } as const) : await allocationOf(call, year, scores)
  const isManager = managedBy(call.person).length > 0
  const isOffice = hasRole(call.person, 'office') && !isManager
  const without = allocation?.without ?? null
  return reply({
    year, stage: allocation ? (allocation.confirmedAt === null ? 'publicity' : 'confirmed') : 'forecast',
    undecidedTie: made.ok ? [] : made.estateIds.map(nameOf),
    tiers: scores.edition.awards.map(({ id, name: tier, places, amountFen }) => ({ id, name: tier, places, amountFen })),
    awards: made.ok ? made.awards.map((award) => ({ ...award, estateName: nameOf(award.estateId) })) : [],
    standings: shown(scores), allocatedAt: allocation?.at ?? null, publicityEndsAt: allocation?.publicityEndsAt ?? null, confirmedAt: allocation?.confirmedAt ?? null,
    unbookable: isOffice && allocation === null ? (await unbooked(call)).unbookable.map(shownUnbookable) : [],
    without: without && { numbers: without.cases.map(({ number }) => number), reason: without.reason },
    canAllocate: isOffice && allocation === null && isOver(year, call.now),
    canConfirm: isOffice && allocation !== null && allocation.confirmedAt === null && allocation.by !== call.personId && call.now > allocation.publicityEndsAt,
    standsBack: hasRole(call.person, 'office') && isManager, payoutNote: scores.edition.payoutNote.text,
  })
}

/**
 * 分配奖励: a frozen snapshot with the end of the ledger it rests on. Asked for twice, it is made once. A case that cannot be booked does not hold it up for ever: it is left
 * out by name and with a reason, which the one who confirms reads, and everybody.
 */
export const allocateRewards: Handler<'allocateRewards'> = async ({ year, without }, call) => {
  if (!isOver(year, call.now)) return refuse('PERIOD_OPEN', { year })
  const _id = `${call.townId}:${year}`
  const earlier = await call.store.get('allocations', _id)
  if (earlier) return reply({ publicityEndsAt: earlier.publicityEndsAt })
  const [head, entered] = [await call.store.get('ledgerHeads', call.townId), await factsOfYear(call.store, call.townId, year)]
  // In this order: what is decided between two of them is not booked yet.
  const open = await openFacts(call, year)
  if (open.length > 0) return refuse('FACTS_OPEN', { year, list: open.join('；') })
  const pending = await pendingSurveys(call, year)
  const { waiting, unbookable } = await unbooked(call)
  if (waiting > 0) return refuse('CLOCK_BEHIND', { count: waiting })
  if (unbookable.some(({ _id }) => !without?.caseIds.includes(_id))) return refuse('CASES_UNBOOKABLE', { numbers: unbookable.map(({ number }) => number).join('、') })
  const scores = await scoresOf(call, String(year))
  if (isRefusal(scores)) return scores
  const awaited = pending.filter((estateId) => isMember(scores, estateId))
  if (awaited.length > 0) return refuse('SURVEY_PENDING', { estates: awaited.map(scores.nameOf).join('、') })
  const made = await allocationOf(call, year, scores)
  if (!made.ok) return refuse('TIE_UNDECIDED', { estates: made.estateIds.map(scores.nameOf).join('、') })
  const publicity = deadlineFor(call.rules.calendar, { from: call.now, limit: { amount: scores.edition.decisions.publicityDays, unit: 'day' } })
  if (!publicity.ok) return refuse('CALENDAR_MISSING', { year: publicity.year })
  return call.store.transaction(async (transaction): Promise<Outcome<'allocateRewards'>> => {
    const existing = await transaction.get('allocations', _id)
    if (existing) return reply({ publicityEndsAt: existing.publicityEndsAt })
    // Something was entered or booked meanwhile: the standings are not of this ledger.
    if ((await transaction.get('ledgerHeads', call.townId))?.seq !== head?.seq || (await factsOfYear(transaction, call.townId, year)) !== entered) return refuse('BUSY')
    await countFact(transaction, call.townId, year)
    await transaction.set('allocations', {
      _id, townId: call.townId, year, editionId: scores.edition.id, members: scores.members.map(({ estateId, months }) => ({ estateId, name: scores.nameOf(estateId), months })), standings: scores.standings, awards: made.awards,
      without: without && unbookable.length > 0 ? { cases: unbookable.map(({ _id, number }) => ({ caseId: _id, number })), reason: without.reason } : null,
      ledgerSeq: head?.seq ?? 0, ledgerHash: head?.hash ?? '',
      by: call.personId, at: call.now, publicityEndsAt: publicity.dueAt, confirmedBy: null, confirmedAt: null,
    })
    return reply({ publicityEndsAt: publicity.dueAt })
  })
}

export const confirmRewards: Handler<'confirmRewards'> = ({ year }, call) =>
  call.store.transaction(async (transaction): Promise<{ ok: true; value: Record<string, never> } | Refusal> => {
    const allocation = await transaction.get('allocations', `${call.townId}:${year}`)
    if (!allocation) return refuse('NOT_FOUND')
    if (allocation.confirmedAt !== null) return reply({})
    if (allocation.by === call.personId) return refuse('OWN_ACT')
    if (call.now <= allocation.publicityEndsAt) return refuse('PUBLICITY_OPEN', { until: dayWords(allocation.publicityEndsAt) })
    await transaction.set('allocations', { ...allocation, confirmedBy: call.personId, confirmedAt: call.now })
    return reply({})
  })

const keepsOrder = (order: readonly string[], earlier: readonly string[]): boolean => order.filter((id) => earlier.includes(id)).join() === earlier.join()

/** 登记抽签. */
export const recordDraw: Handler<'recordDraw'> = async ({ year, order, note }, call) => {
  const scores = await scoresOf(call, String(year))
  if (isRefusal(scores)) return scores
  const { estates, allocation } = scores
  if (allocation) return refuse('ALREADY_ENTERED')
  if (new Set(order).size !== order.length || order.some((id) => !estates.has(id))) return refuse('ESTATE_UNKNOWN')
  const _id = `${call.townId}:${year}`
  return call.store.transaction(async (transaction): Promise<{ ok: true; value: Record<string, never> } | Refusal> => {
    const drawn = await transaction.get('draws', _id)
    // A further tie may need further estates; what was drawn stands, so the new order must keep the old one's.
    if (drawn && !keepsOrder(order, drawn.order)) return refuse('DRAW_CHANGED')
    await transaction.set('draws', { _id, townId: call.townId, year, order, note: [drawn?.note, note].filter(Boolean).join('；'), by: call.personId, at: call.now })
    return reply({})
  })
}
