import type { Document, Value } from '../document'
import { badValue } from '../query/badValue'

/** The database's own limit for what one stage may hold. */
const HELD_MAX = 100 * 1024 * 1024

/** Counts what a stage has to hold until its input ends, so that it is refused before the heap is full. */
export function openMeter(stage: string): (value: Value) => void {
  let held = 0
  return (value) => {
    held += bytesOf(value)
    if (held <= HELD_MAX) return
    if (stage === '$sort') throw badValue(`Sort exceeded memory limit of ${HELD_MAX} bytes, but did not opt in to external sorting. Aborting operation. Pass allowDiskUse:true to opt in.`)
    throw badValue(`Exceeded memory limit for ${stage}, but didn't allow external sort. Pass allowDiskUse:true to opt in.`)
  }
}

/** Roughly the size of the value in the database. */
function bytesOf(value: Value): number {
  if (typeof value === 'string') return 5 + value.length
  if (value === null || typeof value !== 'object' || value instanceof Date) return 8
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + 3 + bytesOf(item), 5)
  let bytes = 5
  for (const name of Object.keys(value)) bytes += 2 + name.length + bytesOf((value as Document)[name])
  return bytes
}
