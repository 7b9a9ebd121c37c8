/**
 * How much the prefix sums are worth: adding and measuring working time against the minute-by-minute walk of the tests, on the same
 * inputs in one run. Only the ratios mean anything; the rates are of whatever machine ran it.
 *   npx tsx bench/time.ts
 */
import { builtInEdition } from '../domain/rulebook/builtIn'
import { HOUR_MS, MINUTE_MS, instantOf } from '../domain/time/beijing'
import { buildCalendar } from '../domain/time/calendar'
import { builtInCalendarYears } from '../domain/time/holidays'
import { addWorkingMs, workingMsBetween } from '../domain/time/workingTime'
import { createOracle } from '../test/domain/time/oracle'
import { rounded, table, type Line } from './table'

export type TimeBench = { readonly name: string; readonly perSecond: number; readonly naivePerSecond: number; readonly ratio: number }

const DATA = 4_096

/** Calls a second of `run(i)` over the prepared inputs, for at least `forMs`. `run` returns a number so that nothing is optimised away. */
function rate(run: (i: number) => number, forMs: number): { perSecond: number; sum: number } {
  let [calls, sum] = [0, 0]
  const started = performance.now()
  let elapsed = 0
  while (elapsed < forMs) {
    for (let i = 0; i < 64; i += 1) sum += run((calls + i) % DATA)
    calls += 64
    elapsed = performance.now() - started
  }
  return { perSecond: (calls * 1000) / elapsed, sum }
}

export function benchTime(forMs = 500): readonly TimeBench[] {
  const hours = builtInEdition.decisions.workingHours
  const calendar = buildCalendar(builtInCalendarYears, hours)
  const oracle = createOracle(builtInCalendarYears, hours)
  const first = instantOf('2024-01-01', '00:00')
  let seed = 20260106
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((seed / 4_294_967_296) * below)
  }
  const starts = Array.from({ length: DATA }, () => first + random(1_300 * 1_440) * MINUTE_MS)
  const amounts = starts.map(() => (1 + random(49)) * HOUR_MS)
  const ends = starts.map((start) => start + random(14 * 1_440) * MINUTE_MS)

  const add = (i: number): number => {
    const result = addWorkingMs(calendar, starts[i]!, amounts[i]!)
    return result.ok ? result.at : 0
  }
  const elapsed = (i: number): number => {
    const result = workingMsBetween(calendar, starts[i]!, ends[i]!)
    return result.ok ? result.ms : 0
  }
  const cases = [
    { name: 'add', fast: add, naive: (i: number) => oracle.add(starts[i]!, amounts[i]!) ?? 0 },
    { name: 'elapsed', fast: elapsed, naive: (i: number) => oracle.between(starts[i]!, ends[i]!) ?? 0 },
  ]
  return cases.map(({ name, fast, naive }) => {
    for (let i = 0; i < DATA; i += 1) if (fast(i) !== naive(i)) throw new Error(`${name} differs from the naive walk at ${starts[i]}`)
    rate(fast, forMs / 5)
    const [perSecond, naivePerSecond] = [rate(fast, forMs).perSecond, rate(naive, forMs).perSecond]
    return { name, perSecond, naivePerSecond, ratio: perSecond / naivePerSecond }
  })
}

/** For people: no more figures than mean something. */
export const timeLine = ({ name, perSecond, naivePerSecond, ratio }: TimeBench): Line => ({
  operation: name,
  'prefix sums/s': rounded(perSecond),
  'minute walk/s': rounded(naivePerSecond),
  'times as fast': ratio.toFixed(1),
})

if (/[\\/]time\.ts$/.test(process.argv[1] ?? '')) console.log(table(benchTime().map(timeLine)))
