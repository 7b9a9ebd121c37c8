import path from 'node:path'
import { MINUTE_MS } from '../domain/time/beijing'
import { startCloud } from '../local-cloud/start'
import { buildFunctions } from '../scripts/buildFunctions'
import { inTemporaryDirectory, median, percentile } from './measure'
import { actsOf, AT_ONCE, REPORT } from './morning/acts'
import { backlogLines, clockLine } from './morning/backlog'
import { benchGrowth } from './morning/growth'
import { inTime, LIGHTNING_REPORTS, MINUTES, playHour, playIdle, playLightning, PROCESSES, SENDS_A_MINUTE, type Played } from './morning/hour'
import { openPhones, type Phones, type Sample } from './morning/phones'
import { bookedOf, keptOf, type Booked, type Kept } from './morning/proof'
import { BEGINS, settle } from './morning/town'
import type { Options } from './options'
import { table, type Line } from './table'

/** Of three minutes: what all but the hour may take, and what is kept for looking through the database at the end. */
const TIME_MS = 180_000
const GROWTH_MS = 5_000
const IDLE_MS = 15_000
const IDLE_MS_MAX = 45_000
const END_MS = 10_000
/** What one call costs that hardly does anything: the measure of all others. */
const PEER = 'whoAmI'

type Report = { readonly text: string; readonly fault: string | null }

/**
 * 大雨后的早晨: one hour of a town of 2,000 residents in six estates, by the deployed bundles and the unmodified SDK on the local cloud. It takes three minutes whatever
 * is asked for, so that of a slow one less than an hour is played.
 */
export async function benchMorning({ delay, size }: Pick<Options, 'delay' | 'size'>, tell: (line: string) => void): Promise<Report> {
  const began = performance.now()
  const say = (what: string) => tell(`${Math.round((performance.now() - began) / 1_000)} s: ${what}`)
  return inTemporaryDirectory(async (directory) => {
    const functionsDir = path.join(directory, 'functions')
    await buildFunctions('cloudfunctions', functionsDir)
    say('growth: a town of 100 cases and one of 5,000')
    const growth = await benchGrowth(directory, GROWTH_MS)
    const cloud = await startCloud({ dataDir: path.join(directory, 'data'), functionsDir, timers: false, quiet: true, mediaVerdictsTo: 'api', processesMax: PROCESSES })
    try {
      const [town, phones] = [settle(cloud, size), openPhones(cloud)]
      const acts = actsOf(phones, town)
      await Promise.all(town.residents.slice(0, PROCESSES).map(({ openid }) => cloud.invoke('api', { action: PEER, request: {} }, { openid })))
      if (delay > 0) cloud.faults.add({ on: { action: 'database.', times: Number.MAX_SAFE_INTEGER }, do: { delay } })
      say(`idle, ${delay} ms added to each database call`)
      await inTime(performance.now() + IDLE_MS_MAX, playIdle(town, acts, IDLE_MS))
      say('lightning')
      phones.begin()
      cloud.clock.freezeAt(BEGINS - MINUTE_MS)
      const until = began + TIME_MS - END_MS
      await inTime(until, playLightning(town, acts))
      // What was sent so far is told before the hour begins; where there is no time for that, in it.
      await inTime(until, cloud.fireTimer('clock').catch(() => undefined))
      say('the hour')
      const played = await playHour(cloud, town, acts, delay, until)
      say('looking through the database')
      const last = BEGINS + (played.minutes.length - 1) * MINUTE_MS
      return reportOf(played, phones, keptOf(cloud.engine, phones.sent), bookedOf(cloud.engine, town.past, last, last + MINUTE_MS), growth)
    } finally {
      await cloud.close()
    }
  })
}

function reportOf({ minutes, ranOut }: Played, phones: Phones, kept: ReadonlyMap<string, Kept>, booked: Booked, growth: readonly Line[]): Report {
  const lines = actionLines(phones.samples, kept)
  const parts = [
    `${minutes.length} of ${MINUTES} minutes of the hour were played${ranOut ? ': the three minutes were over' : ''}; at its full rate of ${SENDS_A_MINUTE} sends a minute, after ${LIGHTNING_REPORTS} reports at once. ${phones.sent.length} sends in all.`,
    table(lines), ...(minutes.length > 0 ? [table([clockLine(minutes)]), table(backlogLines(minutes))] : []),
    `deadlines that passed: ${booked.passed}; not booked ${booked.missing}, booked twice ${booked.doubled}, booked without cause ${booked.unfounded}, faults of the chain ${booked.chainFaults}`,
    table(growth),
  ]
  const all = [...kept.values()]
  const [lost, doubled] = [all.reduce((sum, each) => sum + each.lost, 0), all.reduce((sum, each) => sum + each.doubled, 0)]
  const faults = [[lost, 'sends are lost'], [doubled, 'sends stand twice'], [booked.missing, 'deadlines are not booked'], [booked.doubled, 'deadlines are booked twice'], [booked.unfounded, 'entries have no cause'], [booked.chainFaults, 'faults are in the chain']] as const
  const told = faults.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
  if (minutes.length === 0) told.push('no minute of the hour came to its end in the three minutes there are: nothing is proved')
  return { text: parts.join('\n\n'), fault: told.length > 0 ? told.join(', ') : null }
}

/** Times are told as ratios alone: idle against one `whoAmI` of the same run, the rush against the same thing idle. */
function actionLines(samples: readonly Sample[], kept: ReadonlyMap<string, Kept>): readonly Line[] {
  const of = (what: string, isRush: boolean) => samples.filter((sample) => sample.what === what && sample.isRush === isRush)
  const times = (chosen: readonly Sample[]) => chosen.filter(({ outcome }) => outcome === 'ok').map(({ milliseconds }) => milliseconds)
  const peer = median(times(of(PEER, false)))
  const names = [...new Set(samples.map(({ what }) => what))].sort((a, b) => Number(kept.has(a)) - Number(kept.has(b)))
  return names.map((what): Line => {
    const rush = of(what, true)
    const idle = median(times(of(what === AT_ONCE ? REPORT : what, false)))
    const ratio = (time: number, to: number) => (Number.isFinite(time / to) ? (time / to).toFixed(1) : '')
    const middle = (part: (sample: Sample) => number) => (rush.length > 0 ? String(Math.round(median(rush.map(part)))) : '')
    const refused = rush.filter(({ outcome }) => outcome !== 'ok' && outcome !== 'BUSY').map(({ outcome }) => outcome)
    return {
      what, times: String(rush.length), 'idle ÷ whoAmI': what === AT_ONCE ? '' : ratio(idle, peer), 'median ÷ idle': ratio(percentile(times(rush), 0.5), idle), '95 %': ratio(percentile(times(rush), 0.95), idle), '99 %': ratio(percentile(times(rush), 0.99), idle),
      calls: middle(({ databaseCalls }) => databaseCalls), 'looked ÷ given': `${middle(({ looked }) => looked)} ÷ ${middle(({ given }) => given)}`,
      BUSY: String(rush.filter(({ outcome }) => outcome === 'BUSY').length), 'otherwise refused': countsOf(refused), lost: kept.has(what) ? String(kept.get(what)!.lost) : '', doubled: kept.has(what) ? String(kept.get(what)!.doubled) : '',
    }
  })
}

const countsOf = (codes: readonly string[]): string => [...new Set(codes)].map((code) => `${code} ${codes.filter((each) => each === code).length}`).join(', ') || '0'
