import type { Town } from './town'

/** Less than the deployed function plans for itself. */
const PLANNED_MS = 30_000

/** A beat in which each call of the database takes so long, one after the other: what is done at the same time is not given credit for. */
export async function slowBeat(town: Town, milliseconds: number, planned = PLANNED_MS): ReturnType<Town['beat']> {
  const before = town.life.calls()
  town.onTime(() => planned - (town.life.calls() - before) * milliseconds)
  try {
    return await town.beat()
  } finally {
    town.onTime(null)
  }
}
