import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Milliseconds of one call, on each side. */
export type Pair = { readonly engine: number; readonly raw: number }

export type Repeated = {
  readonly calls: number
  readonly repetitions: number
  readonly engine: (call: number) => unknown
  readonly raw: (call: number) => unknown
}

export function median(values: readonly number[]): number {
  const ordered = [...values].sort((a, b) => a - b)
  const middle = ordered.length >> 1
  return ordered.length % 2 ? ordered[middle]! : (ordered[middle - 1]! + ordered[middle]!) / 2
}

/** The least of the values that so large a share of them does not exceed; of none, not a number. */
export function percentile(values: readonly number[], share: number): number {
  const ordered = [...values].sort((a, b) => a - b)
  return ordered[Math.min(ordered.length - 1, Math.max(0, Math.ceil(ordered.length * share) - 1))] ?? NaN
}

/** Of none, nothing. */
export const maximum = (values: readonly number[]): number => values.reduce((most, value) => Math.max(most, value), 0)

export function timed(run: () => unknown): number {
  const started = performance.now()
  run()
  return performance.now() - started
}

/** The two sides take turns, repetition by repetition, so that a busy moment of the machine meets both. The first is warm-up. */
export function alternate({ repetitions, calls, engine, raw }: Repeated): Pair {
  const times = { engine: [] as number[], raw: [] as number[] }
  for (let repetition = 0; repetition <= repetitions; repetition++) {
    const all = (run: (call: number) => unknown) => () => {
      for (let i = 0; i < calls; i++) run(repetition * calls + i)
    }
    const [onEngine, onRaw] = [timed(all(engine)) / calls, timed(all(raw)) / calls]
    if (repetition === 0) continue
    times.engine.push(onEngine)
    times.raw.push(onRaw)
  }
  return { engine: median(times.engine), raw: median(times.raw) }
}

/** Gone afterwards, also when the run fails or is interrupted: an interrupt is heard when `work` awaits. */
export async function inTemporaryDirectory<T>(work: (directory: string) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(path.join(tmpdir(), 'bench-'))
  const remove = () => rmSync(directory, { recursive: true, force: true })
  const interrupted = () => {
    remove()
    process.exit(130)
  }
  process.once('SIGINT', interrupted)
  process.once('SIGTERM', interrupted)
  try {
    return await work(directory)
  } finally {
    process.off('SIGINT', interrupted)
    process.off('SIGTERM', interrupted)
    remove()
  }
}
