import { readFileSync, renameSync, writeFileSync } from 'node:fs'

/** What a process needs to tell the cloud's time: real time moved by an offset, or one instant that stands still. */
export type ClockReading = { readonly offset: number } | { readonly frozenAt: number }
export type Clock = {
  now(): number
  reading(): ClockReading
  moveTo(instant: number): void
  moveBy(milliseconds: number): void
  /** Time stands still until the next `moveTo`/`moveBy` (which then runs on from there) or `freezeAt`. */
  freezeAt(instant: number): void
  onMove(listener: (from: number, to: number) => void): void
}

/** The movable clock. Only what runs in the local cloud sees it; production code knows nothing of it. */
export function openClock(file: string | null): Clock {
  let reading = file ? load(file) : { offset: 0 }
  const listeners: ((from: number, to: number) => void)[] = []
  const now = () => ('frozenAt' in reading ? reading.frozenAt : Date.now() + reading.offset)
  const become = (next: ClockReading) => {
    const from = now()
    reading = next
    if (file) save(file, reading)
    for (const listener of listeners) listener(from, now())
  }
  const moveTo = (instant: number) => {
    assertInstant(instant)
    become({ offset: instant - Date.now() })
  }
  return {
    now,
    reading: () => reading,
    moveTo,
    moveBy: (milliseconds) => moveTo(now() + milliseconds),
    freezeAt(instant) {
      assertInstant(instant)
      become({ frozenAt: instant })
    },
    onMove: (listener) => void listeners.push(listener),
  }
}

function assertInstant(instant: number): void {
  if (!Number.isSafeInteger(instant) || Number.isNaN(new Date(instant).getTime())) throw new RangeError(`not an instant: ${instant}`)
}

function load(file: string): ClockReading {
  try {
    const { offset, frozenAt } = JSON.parse(readFileSync(file, 'utf8')) as { offset?: number; frozenAt?: number }
    if (typeof frozenAt === 'number') return { frozenAt }
    return { offset: typeof offset === 'number' ? offset : 0 }
  } catch {
    return { offset: 0 }
  }
}

function save(file: string, reading: ClockReading): void {
  writeFileSync(`${file}.new`, JSON.stringify(reading))
  renameSync(`${file}.new`, file)
}
