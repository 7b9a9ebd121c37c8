import type { Actions } from '../../types/api'
import { PEOPLE } from '../../scripts/demo/town'
import type { Town } from '../support/town'
import { requestsAbout, NOBODYS } from '../support/requests'
import type { Act, Heard } from './acts'
import { chanceOf } from './chance'
import { aCorrection, anEdition, aNewYear } from './laws'
import { aReport, anAssessment, anInspection, aStep, ESTATE_IDS, nextAt, type Said, type Table, type Temper } from './players'
import { LOOKED_AT } from './table'

/** Where the acts of a play come from: a player who looks at the town, or a list. */
export type Source = {
  readonly next: (town: Town) => Act | null
  /** What came of the one before. */
  readonly heard?: (town: Town, act: Act, answer: Heard) => void
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** So many cases are under way at most: a town of this size has no more. */
const OPEN_MAX = 60

type Planned = { readonly at: number; readonly act: (town: Town) => Act | null }

/** A random play of so many days from a Beijing midnight on. */
export function playerOf({ seed, from, days, temper }: { seed: string; from: number; days: number; temper: Temper }): Source {
  const chance = chanceOf(seed)
  const until = from + days * DAY
  const agenda: Planned[] = []
  const plan = (at: number, act: Planned['act']) => {
    if (at >= until) return
    const place = agenda.findIndex((each) => each.at > at)
    agenda.splice(place < 0 ? agenda.length : place, 0, { at, act })
  }
  const reporters = new Map<string, string[]>()
  const open = new Set<string>()
  let [keys, mood, moodEnds, isOver] = [0, 'brisk' as 'brisk' | 'lazy' | 'asleep', 0, false]
  /** The case whose own course the last act was part of. */
  let course: string | null = null
  const table: Table = { chance, temper, newKey: () => `play-${String((keys += 1)).padStart(16, '0')}`, reportersOf: (caseId) => reporters.get(caseId) ?? [] }
  const said = (at: number, one: Said): Act => ({ at, ...one, ...(chance.is(0.03) && { openid: chance.one(PEOPLE).openid }) })
  const caseOf = (town: Town, caseId: string) => town.engine.find('cases', { filter: { _id: caseId } })[0] as ReturnType<typeof town.all<'cases'>>[number] | undefined

  const step = (caseId: string, isCourse: boolean, at: number) => (town: Town): Act | null => {
    const document = caseOf(town, caseId)
    if (!document) return null
    if (isCourse) course = caseId
    return said(at, aStep(table, document, at))
  }
  const goOn = (town: Town, caseId: string, now: number) => {
    const document = caseOf(town, caseId)
    const at = document ? nextAt(table, document, now) : null
    if (at === null) open.delete(caseId)
    else {
      open.add(caseId)
      plan(at, step(caseId, true, at))
      // Somebody watches the clock come round at the deadline itself.
      const watched = document?.dueAt ? document.dueAt + chance.whole(3) : 0
      if (watched > now && chance.is(0.2)) plan(watched, () => ({ at: watched, kind: 'beat' }))
    }
  }

  const look = (at: number): Act => {
    const caseId = open.size > 0 ? chance.one([...open]) : NOBODYS.caseId
    const estateId = chance.one(ESTATE_IDS)
    const action = chance.one(LOOKED_AT)
    return { at, kind: 'call', openid: chance.one(PEOPLE).openid, action, request: requestsAbout({ caseId, estateId, spotId: `${estateId}-bins`, noticeId: NOBODYS.noticeId, year: new Date(at + 8 * HOUR).getUTCFullYear() })[action] }
  }

  function planDay(midnight: number): void {
    const day = new Date(midnight + 8 * HOUR)
    const isWeekend = [0, 6].includes(day.getUTCDay())
    const sometime = () => midnight + (chance.is(0.85) ? 8 * HOUR + chance.whole(11 * HOUR) : chance.whole(DAY))
    const often = (many: number, act: (at: number) => Planned['act']) => {
      for (let index = 0; index < many; index += 1) {
        const at = sometime()
        plan(at, act(at))
      }
    }
    if (open.size < OPEN_MAX) often(chance.whole(isWeekend ? 2 : 3), (at) => () => said(at, aReport(table)))
    if (!isWeekend && chance.is(0.25)) often(1, (at) => () => said(at, anInspection(table)))
    if (chance.is(0.2)) often(1, (at) => () => said(at, anAssessment(table)))
    often(chance.whole(3), (at) => (town) => (open.size > 0 ? step(chance.one([...open]), false, at)(town) : null))
    if (chance.is(0.5)) often(1, (at) => () => look(at))
    if (chance.is(0.03)) often(1, (at) => (town) => aCorrection(town, chance, at))
    if (chance.is(0.015)) often(1, (at) => (town) => anEdition(town, chance, at))
    if (midnight >= moodEnds) {
      mood = chance.weighted([[5, 'brisk'], [4, 'lazy'], [3, 'asleep']] as const)
      moodEnds = midnight + (1 + chance.whole(9)) * DAY
    }
    const beats = mood === 'brisk' ? 3 + chance.whole(4) : mood === 'lazy' ? 1 : 0
    often(beats, (at) => () => ({ at, kind: 'beat' }))
    // Twice in one minute, as the platform may.
    if (mood !== 'asleep' && chance.is(0.2)) for (const at of [midnight + 10 * HOUR, midnight + 10 * HOUR]) plan(at, () => ({ at, kind: 'beat' }))
    if (mood !== 'asleep') plan(midnight + DAY - 5 * MINUTE, () => ({ at: midnight + DAY - 5 * MINUTE, kind: 'rest' }))
    if (day.getUTCDate() === 1 && midnight > from) plan(midnight + 1, () => ({ at: midnight + 1, kind: 'reckoning' }))
    plan(midnight + DAY, () => {
      planDay(midnight + DAY)
      return null
    })
  }

  const begin = new Date(from + 8 * HOUR)
  for (let year = begin.getUTCFullYear(); Date.UTC(year, 11, 1) - 8 * HOUR < until; year += 1) {
    const at = Math.max(from + HOUR, Date.UTC(year, 11, 1) - 8 * HOUR + chance.whole(28 * DAY))
    plan(at, (town) => (town.all('calendars').some((row) => row.year === year + 1) ? null : aNewYear(at, year + 1)))
  }
  planDay(from)

  return {
    next: (town) => {
      for (;;) {
        course = null
        const planned = agenda.shift()
        const act = planned?.act(town)
        if (act) return act
        if (planned) continue
        if (isOver) return null
        isOver = true
        return { at: until + 1, kind: 'reckoning' }
      }
    },
    heard: (town, act, { code, value }) => {
      if (act.kind !== 'call') return
      if (chance.is(0.03)) plan(act.at + chance.whole(2 * MINUTE), () => ({ ...act, at: Math.max(act.at, town.now()) }))
      if (code === 'ok' && act.action === 'reportCase') {
        const { caseId, joinedInstead } = value as Actions['reportCase']['reply']
        if (!act.openid.startsWith('office')) reporters.set(caseId, [...table.reportersOf(caseId), act.openid])
        if (!joinedInstead) course = caseId
      }
      if (code === 'ok' && act.action === 'joinCase') {
        const { caseId } = value as Actions['joinCase']['reply']
        reporters.set(caseId, [...table.reportersOf(caseId), act.openid])
      }
      if (code === 'ok' && act.action === 'enterInspection') for (const caseId of (value as Actions['enterInspection']['reply']).caseIds) goOn(town, caseId, act.at)
      if (course !== null) goOn(town, course, act.at)
    },
  }
}

/** Acts that were played before, all or some of them. */
export function listed(acts: readonly Act[]): Source {
  let index = 0
  return { next: () => acts[index++] ?? null }
}
