import { GENESIS, type ChainHead } from '../domain/ledger/chain'
import type { LedgerEntry } from '../domain/ledger/entry'
import type { Store } from './store'

type Reading = Pick<Store, 'get' | 'findAll'>
/** 计分账 of a town and year, in the order in which it was booked. */
export type EntriesOf = (store: Reading, townId: string, year: number) => Promise<readonly LedgerEntry[]>

type Kept = { readonly head: ChainHead; readonly entries: readonly LedgerEntry[] }

/** A few towns' present and last year: a function has 256 MB. */
const KEPT_MAX = 4

/**
 * Nothing in the ledger changes but its end, so a warm function keeps what it has read of it, and asks each time where the end is: what has come since is read, and anything that does not follow
 * from what is kept (a backup was restored) is read anew. What is given is the ledger up to that end, never less.
 */
export function ledgerReader(keptMax = KEPT_MAX): EntriesOf {
  const years = new Map<string, Kept>()
  return async (store, townId, year) => {
    const { seq, hash } = (await store.get('ledgerHeads', townId)) ?? GENESIS
    const [key, head] = [`${townId}:${year}`, { seq, hash }]
    const kept = years.get(key)
    const entries = (kept && (await goneOn(store, townId, year, kept, head))) ?? (await whole(store, townId, year, head))
    years.delete(key)
    years.set(key, { head, entries })
    for (const oldest of years.keys()) if (years.size > keptMax) years.delete(oldest)
    return entries
  }
}

const isOf = (year: number) => ({ month }: LedgerEntry): boolean => month.startsWith(`${year}-`)

/** What is kept and what follows it up to this end; null where it does not follow. */
async function goneOn(store: Reading, townId: string, year: number, { head: from, entries }: Kept, to: ChainHead): Promise<readonly LedgerEntry[] | null> {
  if (to.seq === from.seq) return to.hash === from.hash ? entries : null
  if (to.seq < from.seq) return null
  const added = await store.findAll('ledger', { where: { townId, seq: { gt: from.seq, lte: to.seq } }, orderBy: [['seq', 'asc']] })
  const follows = added.length === to.seq - from.seq && added[0]!.prevHash === from.hash && added[added.length - 1]!.hash === to.hash
  return follows ? [...entries, ...added.filter(isOf(year))] : null
}

/** What was booked after the end was looked at is left for the next time. */
async function whole(store: Reading, townId: string, year: number, { seq }: ChainHead): Promise<readonly LedgerEntry[]> {
  const entries = await store.findAll('ledger', { where: { townId, month: { in: MONTHS.map((month) => `${year}-${month}`) } }, orderBy: [['seq', 'asc']] })
  return entries.filter((entry) => entry.seq <= seq)
}
const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))
