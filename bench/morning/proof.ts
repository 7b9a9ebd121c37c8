import { caseFromEvents } from '../../domain/case/caseState'
import type { CaseEvent } from '../../domain/case/events'
import { missedDeadlines } from '../../domain/case/handling'
import { verifyChain } from '../../domain/ledger/chain'
import type { LedgerEntry } from '../../domain/ledger/entry'
import type { Engine } from '../../local-cloud/engine/openEngine'
import { demoHash } from '../../scripts/demo/hashes'
import { TOWN_ID } from '../../scripts/demo/town'
import type { CaseDocument } from '../../types/documents/cases'
import type { Sent } from './phones'
import type { Past } from './olderCases'

export type Kept = { readonly lost: number; readonly doubled: number }

const ALL = { limit: Number.MAX_SAFE_INTEGER } as const
const casesIn = (engine: Engine): readonly CaseDocument[] => engine.find('cases', ALL) as unknown as readonly CaseDocument[]
const textOf = (event: CaseEvent): string => ('text' in event ? event.text : '')
const MARK = /（第 \d+ 号）/g

/** How often everything that was sent stands in the database: by its mark, or, of a filing, by its case. */
function standing(engine: Engine): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const count = (mark: string) => found.set(mark, (found.get(mark) ?? 0) + 1)
  const cases = casesIn(engine)
  const words = [...cases.flatMap(({ events }) => events.map(textOf)), ...engine.find('caseRemarks', { ...ALL, projection: { text: 1 } }).map(({ text }) => text as string)]
  for (const text of words) for (const mark of text.match(MARK) ?? []) count(mark)
  for (const { _id, events } of cases) for (const { type } of events) if (type === 'filed') count(_id)
  return found
}

/** What was answered with "done" and stands nowhere, and what stands there more than once, by what it was. */
export function keptOf(engine: Engine, sent: readonly Sent[]): ReadonlyMap<string, Kept> {
  const found = standing(engine)
  const kept = new Map<string, Kept>()
  for (const { what, mark, outcomes } of sent) {
    const { lost, doubled } = kept.get(what) ?? { lost: 0, doubled: 0 }
    const times = found.get(mark) ?? 0
    kept.set(what, { lost: lost + (outcomes.includes('ok') && times === 0 ? 1 : 0), doubled: doubled + Math.max(0, times - 1) })
  }
  return kept
}

export type Booked = { readonly passed: number; readonly missing: number; readonly doubled: number; readonly unfounded: number; readonly chainFaults: number }

/**
 * Of every case whose deadline had passed when the clock last looked: one entry in the ledger, and of no other any.
 * @param latest a beat that was left half-way may have booked what passed up to here
 */
export function bookedOf(engine: Engine, { calendarOf }: Past, lastBeat: number, latest: number): Booked {
  const entries = engine.find('ledger', ALL) as unknown as readonly LedgerEntry[]
  const [head] = engine.find('ledgerHeads', { filter: { _id: TOWN_ID } }) as unknown as readonly { seq: number; hash: string }[]
  const overdue = entries.filter(({ rule }) => rule === 'overdue').map(({ basis }) => basis.id)
  const cases = casesIn(engine)
  const passedAt = (at: number) =>
    cases.flatMap(({ _id, events }) => {
      const judged = missedDeadlines(caseFromEvents(events), calendarOf, at)
      return judged.ok && judged.missed.length > 0 ? [_id] : []
    })
  const [passed, founded] = [passedAt(lastBeat), new Set(passedAt(latest))]
  const times = new Map<string, number>()
  for (const id of overdue) times.set(id, (times.get(id) ?? 0) + 1)
  return {
    passed: passed.length, missing: passed.filter((id) => !times.has(id)).length, doubled: [...times.values()].filter((count) => count > 1).length, unfounded: [...times.keys()].filter((id) => !founded.has(id)).length,
    chainFaults: head ? verifyChain(entries, head, demoHash).length : 0,
  }
}
