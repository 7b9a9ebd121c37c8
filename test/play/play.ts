import { monthStart } from '../../domain/time/beijing'
import { chanceOf } from './chance'
import { playerOf } from './player'
import type { Temper } from './players'
import { run, type Played, type Setting } from './run'
import { unknownActions } from './table'

/** A town is played for a season or so, then another one begins: what is long gone moves nothing. */
const TOWN_DAYS = 122
/** Towns begin in any of these months, so that about each third sees a year turn. */
const [FIRST_YEAR, MONTHS] = [2025, 36]

export type Options = { readonly seed: string; readonly days: number; readonly temper: Temper }
export type Town = Played & { readonly seed: string; readonly setting: Setting; readonly days: number }

/** Plays town after town until the days are over, or something is wrong. */
export async function* play({ seed, days, temper }: Options): AsyncGenerator<Town> {
  const unknown = unknownActions()
  if (unknown.length > 0) throw new Error(`the town at play does not know ${unknown.join(', ')}: let it play them, or say in test/play/table.ts why not`)
  for (let [index, left] = [1, days]; left > 0; index += 1) {
    const own = `${seed}/${index}`
    const month = chanceOf(`${own} month`).whole(MONTHS)
    const since = new Date(Date.UTC(FIRST_YEAR, month, 1)).toISOString().slice(0, 7)
    const length = Math.min(left, TOWN_DAYS)
    left -= length
    yield { ...(await run(playerOf({ seed: own, from: monthStart(since), days: length, temper }), { since })), seed: own, setting: { since }, days: length }
  }
}
