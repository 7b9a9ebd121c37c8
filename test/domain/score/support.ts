import { builtInEdition } from '../../../domain/rulebook/builtIn'
import type { Sheet } from '../../../domain/ledger/entry'
import { rankEstates, type ScoreInput, type Standing } from '../../../domain/score/standings'

export type Booked = ScoreInput['entries'][number]

let booked = 0
/** An entry of the ledger as far as a score looks at it. */
export const entry = (estateId: string, points: number, changes: Partial<Booked> = {}): Booked => {
  booked += 1
  return { _id: `entry-${booked}`, estateId, points, month: '2026-04', sheet: 'longTerm', rule: 'overdue', ...changes }
}
export const on = (sheet: Sheet, estateId: string, points: number): Booked => entry(estateId, points, { sheet, rule: sheet })

type Changes = Partial<Omit<ScoreInput, 'members'>> & { readonly months?: readonly string[]; readonly ofYear?: readonly string[] }
/** Estates that belong to the same months. */
export const input = (estateIds: readonly string[], entries: readonly Booked[], { months = ['2026-04'], ofYear = months, ...changes }: Changes = {}): ScoreInput => ({
  edition: builtInEdition, members: estateIds.map((estateId) => ({ estateId, months, ofYear })), entries, satisfaction: {}, draw: [], ...changes,
})
export const ranked = (...given: Parameters<typeof input>): readonly Standing[] => rankEstates(input(...given))
/** The order as one reads it on the board: '1 east, 2 west'. */
export const board = (...given: Parameters<typeof input>): string => ranked(...given).map(({ rank, estateId }) => `${rank} ${estateId}`).join(', ')
