import { chainEntry, GENESIS, type ChainHead } from '../../../domain/ledger/chain'
import type { EntryDraft, LedgerEntry } from '../../../domain/ledger/entry'
import type { StoreTransaction } from '../../../store/store'

/**
 * Appends to the town's ledger what is not in it yet: the id is the cause, so an entry that is there already counts as booked. The head is read and
 * written in the same transaction, so the chain cannot fork. Returns the new entries.
 */
export async function appendEntries(transaction: StoreTransaction, townId: string, drafts: readonly EntryDraft[], now: number, hash: (text: string) => string): Promise<readonly LedgerEntry[]> {
  const fresh: EntryDraft[] = []
  for (const draft of drafts) if (!(await transaction.get('ledger', draft._id))) fresh.push(draft)
  if (fresh.length === 0) return []
  let head: ChainHead = (await transaction.get('ledgerHeads', townId)) ?? GENESIS
  const added: LedgerEntry[] = []
  for (const draft of fresh) {
    const entry = chainEntry(head, draft, now, hash)
    await transaction.set('ledger', entry)
    added.push(entry)
    head = entry
  }
  await transaction.set('ledgerHeads', { _id: townId, townId, seq: head.seq, hash: head.hash })
  return added
}
