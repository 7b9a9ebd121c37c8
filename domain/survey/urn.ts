import { MINUTE_MS } from '../time/beijing'
import type { Pattern } from './answers'

/** How an answer came: by the household's own phone, on a staff member's at the door, or on paper. */
export const MODES = ['phone', 'door', 'paper'] as const
export type Mode = (typeof MODES)[number]

/**
 * 一张票. `_id`s, order and neighbours tell nothing: `id` follows from a secret that only the phone has, and the urn keeps its ballots sorted by it.
 * `merged` 其他方式: ways with so few ballots that they say whose a ballot is (after the close).
 */
export type Ballot = {
  readonly id: string
  /** How often it has been put in; the last one counts. */
  readonly revision: number
  readonly answers: Pattern
  readonly mode: Mode | 'merged'
  /** Answered faster than one can read. */
  readonly isQuick: boolean
}
/** 留言: under an id of its own, so that it is not read beside the ballot it came with. */
export type Remark = { readonly id: string; readonly text: string }

/** 票箱: never one document a ballot. Counts without names beside it: how many came in each five minutes, from each phone (a pseudonym), with each risk rank. */
export type Urn = {
  readonly ballots: readonly Ballot[]
  readonly remarks: readonly Remark[]
  /** `<mode>:<five minutes since the opening>` → ballots. */
  readonly bursts: Readonly<Record<string, number>>
  /** `<mode>:<pseudonym>` → households. */
  readonly phones: Readonly<Record<string, number>>
  /** WeChat's rank 0–4 → ballots. */
  readonly risks: Readonly<Record<string, number>>
}
export const emptyUrn: Urn = { ballots: [], remarks: [], bursts: {}, phones: {}, risks: {} }

/** So many households put their ballots into one urn: a document holds them, and nobody stands out among them (decision 0030). */
export const URN_HOUSEHOLDS_MAX = 400
export const BURST_MS = 5 * MINUTE_MS

export const urnsFor = (households: number): number => Math.max(1, Math.ceil(households / URN_HOUSEHOLDS_MAX))
/** The urn of a household: by a hash in hex, so by nothing that means anything. */
export const urnOf = (hex: string, urns: number): number => Number.parseInt(hex.slice(0, 8), 16) % urns
/** The five minutes an instant falls in, since the opening. */
export const burstOf = (opensAt: number, now: number): number => Math.max(0, Math.floor((now - opensAt) / BURST_MS))

export const ballotOf = (urn: Pick<Urn, 'ballots'>, id: string): Ballot | null => urn.ballots.find((ballot) => ballot.id === id) ?? null

const byId = <T extends { readonly id: string }>(items: readonly T[]): readonly T[] => [...items].sort((a, b) => (a.id < b.id ? -1 : 1))

/** 改答: the same ballot with other answers; its remark is the new one or none. */
export function revised<T extends Urn>(urn: T, ballot: Ballot, remarkId: string, remark: Remark | null): T {
  return {
    ...urn, ballots: byId([...urn.ballots.filter(({ id }) => id !== ballot.id), ballot]),
    remarks: byId([...urn.remarks.filter(({ id }) => id !== remarkId), ...(remark ? [remark] : [])]),
  }
}
