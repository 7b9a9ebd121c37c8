import { chainEntry, GENESIS, type ChainHead } from '../../../domain/ledger/chain'
import type { EntryDraft, LedgerEntry } from '../../../domain/ledger/entry'
import type { StoreTransaction } from '../../../store/store'
import { eachOf, type Due, type LotOutcome } from '../eachDue'
import type { Services } from '../job'

/** 计分账 of a town within a transaction. */
export type Ledger = {
  /** Appends what is not in it yet: the id is the cause, so an entry that is there already counts as booked. Returns the new entries. */
  readonly append: (drafts: readonly EntryDraft[]) => Promise<readonly LedgerEntry[]>
}

/** The head is read and written in the same transaction as the entries, so the chain cannot fork. */
async function withLedger(transaction: StoreTransaction, townId: string, { now, hash }: Pick<Services, 'now' | 'hash'>, work: (ledger: Ledger) => Promise<void>): Promise<void> {
  const chain: { head: ChainHead | null; length: number } = { head: null, length: 0 }
  await work({
    append: async (drafts) => {
      const entries: LedgerEntry[] = []
      for (const draft of drafts) {
        if (await transaction.get('ledger', draft._id)) continue
        chain.head ??= (await transaction.get('ledgerHeads', townId)) ?? GENESIS
        const entry = chainEntry(chain.head, draft, now, hash)
        await transaction.set('ledger', entry)
        entries.push(entry)
        chain.head = entry
      }
      chain.length += entries.length
      return entries
    },
  })
  if (chain.head && chain.length > 0) await transaction.set('ledgerHeads', { _id: townId, townId, seq: chain.head.seq, hash: chain.head.hash })
}

type OfTown = Due & { readonly townId: string }
type Book<Item> = (transaction: StoreTransaction, ledger: Ledger, item: Item) => Promise<void>

/** So many of one town in a transaction: there is one chain, and two transactions that append to it at once are in each other's way. */
export const BOOKED_TOGETHER = 8

/**
 * 入账 of a few, those of one town in one transaction. Where that fails each is booked by itself, so that one that cannot be booked holds up no other.
 * @param alone what else is done about one that is booked by itself, around its booking
 */
export async function bookLot<Item extends OfTown>(services: Services, lot: readonly Item[], book: Book<Item>, alone: (item: Item, booking: () => Promise<void>) => Promise<void> = (_, booking) => booking()): Promise<LotOutcome> {
  const outcomes = await Promise.all([...new Set(lot.map(({ townId }) => townId))].map((townId) => bookOfTown(services, lot.filter((item) => item.townId === townId), book, alone)))
  return { done: outcomes.reduce((sum, { done }) => sum + done, 0), failures: outcomes.flatMap(({ failures }) => failures) }
}

async function bookOfTown<Item extends OfTown>(services: Services, items: readonly Item[], book: Book<Item>, alone: (item: Item, booking: () => Promise<void>) => Promise<void>): Promise<LotOutcome> {
  if (items.length > 1)
    try {
      return { done: await bookTogether(services, items, book), failures: [] }
    } catch (error) {
      // Which of them it was is seen when each is tried by itself.
      console.warn(`[clock] ${items.length} of ${items[0]!.townId} are booked one by one`, error)
    }
  let outcome: LotOutcome = { done: 0, failures: [] }
  for (const item of items) {
    const { done, failures } = await eachOf([item], () => alone(item, async () => void (await bookTogether(services, [item], book))))
    outcome = { done: outcome.done + done, failures: [...outcome.failures, ...failures] }
  }
  return outcome
}

/** Returns how many there was time for. */
const bookTogether = <Item extends OfTown>(services: Services, items: readonly Item[], book: Book<Item>): Promise<number> =>
  services.store.transaction(async (transaction) => {
    let done = 0
    await withLedger(transaction, items[0]!.townId, services, async (ledger) => {
      for (const item of items) {
        if (done > 0 && !services.hasTime()) return
        await book(transaction, ledger, item)
        done += 1
      }
    })
    return done
  })
