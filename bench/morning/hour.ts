import { setImmediate } from 'node:timers/promises'
import { MINUTE_MS } from '../../domain/time/beijing'
import type { Cloud } from '../../local-cloud/start'
import { mixed } from '../caseDocuments'
import type { Act, Acts } from './acts'
import { lookAround, type Minute } from './backlog'
import { BEGINS, BURST, type Town } from './town'

export const MINUTES = 60
/** In the hour 2,400: 24 reports, 8 who join and 8 who add something, each minute. */
const [REPORTS, JOINS, REMARKS] = [24, 8, 8]
export const SENDS_A_MINUTE = REPORTS + JOINS + REMARKS
const VISITS = 6
/** Every manager looks in every ten minutes. */
const MANAGERS_A_MINUTE = 5
const FILINGS_EACH = 3
/** As many of one function as the platform runs at once. */
export const PROCESSES = 20
/** So many people are at their phones in one moment: half as many where nothing but the machine itself is waited for. */
const peopleAtOnce = (delay: number): number => (delay > 0 ? PROCESSES : PROCESSES / 2)
/** Everybody who saw what the lightning struck reports it in the same second. */
export const LIGHTNING_REPORTS = 50
/** Who adds something has reported a few minutes before. */
const REMARK_AFTER = 3

/** What people do in one minute of the hour, mixed as it comes. */
function actsIn(minute: number, { residents, officers }: Town, acts: Acts): readonly Act[] {
  const of = (count: number, from: number, act: (n: number) => Act): Act[] => Array.from({ length: count }, (_, index) => act(minute * SENDS_A_MINUTE + from + index))
  const person = (n: number) => residents[n % residents.length]!
  // Nobody has been at the place yet when the burst comes.
  const answers = minute > BURST.minute
  const all = [
    ...of(REPORTS, 0, (n) => () => acts.report(n, person(n))),
    ...of(JOINS, REPORTS, (n) => () => acts.join(n, person(n))),
    ...of(REMARKS, REPORTS + JOINS, (n) => () => acts.remark(n, person(minute < REMARK_AFTER ? n : n - REPORTS - REMARK_AFTER * SENDS_A_MINUTE))),
    ...Array.from({ length: VISITS }, (_, index) => () => acts.visit(index, person(minute * SENDS_A_MINUTE + residents.length / 2 + index))),
    ...Array.from({ length: MANAGERS_A_MINUTE }, (_, index) => () => acts.manage(minute * MANAGERS_A_MINUTE + index, answers)),
    ...officers.map((_, which) => () => acts.file(which, FILINGS_EACH)),
    () => acts.verify(minute % officers.length),
  ]
  return all.map((act, index) => ({ act, at: mixed(index, 1_000_000, 61 + minute) })).sort((a, b) => a.at - b.at).map(({ act }) => act)
}

/** Before the rain comes lightning: so many reports at once, and nothing beside them. */
export async function playLightning({ residents }: Town, acts: Acts): Promise<void> {
  await Promise.all(Array.from({ length: LIGHTNING_REPORTS }, (_, index) => acts.reportAtOnce(1_000_000 + index, residents[residents.length - 1 - index]!)))
}

async function inTurn(acts: readonly Act[], atOnce: number, before: (index: number) => void): Promise<void> {
  let next = 0
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (next < acts.length) {
      const index = next++
      before(index)
      await acts[index]!()
    }
  }))
}

/** In less than this no minute comes to anything. */
const WORTH_BEGINNING_MS = 10_000

export type Played = { readonly minutes: readonly Minute[]; readonly ranOut: boolean }

/**
 * The hour, town minute by town minute: the clock's beat, and while it beats, what people do in that minute. A minute is over when both are. One that is not over in
 * time is left as it is, and is not among those that were played.
 * @param until by `performance.now()`
 */
export async function playHour(cloud: Cloud, town: Town, acts: Acts, delay: number, until: number): Promise<Played> {
  const minutes: Minute[] = []
  for (let minute = 0; minute < MINUTES; minute += 1) {
    const isOver = performance.now() + WORTH_BEGINNING_MS <= until && (await inTime(until, playMinute(cloud, minute, town, acts, peopleAtOnce(delay))))
    if (!isOver) return { minutes, ranOut: true }
    minutes.push(lookAround(cloud, minute))
  }
  return { minutes, ranOut: false }
}

/**
 * Whether the work is done by then. What is not is waited for no longer.
 * @param until by `performance.now()`
 */
export const inTime = (until: number, work: Promise<unknown>): Promise<boolean> =>
  Promise.race([work.then(() => true), new Promise<false>((resolve) => setTimeout(resolve, until - performance.now(), false).unref())])

async function playMinute(cloud: Cloud, minute: number, town: Town, acts: Acts, atOnce: number): Promise<void> {
  const at = BEGINS + minute * MINUTE_MS
  cloud.clock.freezeAt(at)
  // A beat that is killed at its limit is what the table tells of.
  const beat = cloud.fireTimer('clock').catch(() => undefined)
  await setImmediate()
  const doing = actsIn(minute, town, acts)
  const people = inTurn(doing, atOnce, (index) => cloud.clock.freezeAt(at + Math.floor((index * MINUTE_MS) / doing.length)))
  await Promise.all([beat, people, cloud.deliverVerdicts()])
}

const IDLE_ROUNDS = 7

/** Each thing once, one after the other, before the rush: what a call takes while nobody else asks anything. At least one round. */
export async function playIdle(town: Town, acts: Acts, budgetMilliseconds: number): Promise<void> {
  const began = performance.now()
  for (let round = 0, took = 0; round < IDLE_ROUNDS && performance.now() - began + took <= budgetMilliseconds; round += 1) {
    const from = performance.now()
    // Who looks in here sends nothing in the first minutes of the hour.
    const [n, who] = [2_000_000 + round, town.residents[town.residents.length - 100 - round]!]
    await acts.report(n, who)
    await acts.remark(n + 100, who)
    await acts.file(0, 1, 1)
    await acts.join(n + 200, town.residents[town.residents.length - 200 - round * 6]!)
    await acts.visit(n, who)
    // The case with the most time left: the burst stays whole.
    await acts.manage(round, true, -1)
    await acts.verify(0)
    took = performance.now() - from
  }
}
