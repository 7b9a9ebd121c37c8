import type { EntryDraft, LedgerEntry } from './entry'

/** SHA-256 as hex, given by the caller: the domain has no packages. */
export type Hash = (text: string) => string
export type ChainHead = { readonly seq: number; readonly hash: string }
export const GENESIS: ChainHead = { seq: 0, hash: '' }

/** The words that are hashed: keys sorted, so that the order in which a database keeps fields plays no part. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value).filter(([, field]) => field !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`
}

/** Appends a draft behind the head of the town's chain. */
export function chainEntry(head: ChainHead, draft: EntryDraft, bookedAt: number, hash: Hash): LedgerEntry {
  const linked = { ...draft, bookedAt, seq: head.seq + 1, prevHash: head.hash }
  return { ...linked, hash: hash(canonical(linked)) }
}

export type ChainFault = { readonly kind: 'fork' | 'gap' | 'modification'; readonly seq: number; readonly id: string }

/** 账链核验: every fault of a whole chain, told apart: two entries with one number (fork), a missing number or broken link (gap), changed words (modification). */
export function verifyChain(entries: readonly LedgerEntry[], head: ChainHead, hash: Hash): readonly ChainFault[] {
  const faults: ChainFault[] = []
  let seq = GENESIS.seq
  // More than one after a fork: the chain goes on from either.
  let ends = [GENESIS.hash]
  for (const entry of [...entries].sort((a, b) => a.seq - b.seq)) {
    const { hash: own, ...linked } = entry
    const fault = (kind: ChainFault['kind']) => faults.push({ kind, seq: entry.seq, id: entry._id })
    if (hash(canonical(linked)) !== own) fault('modification')
    if (entry.seq === seq) fault('fork')
    else if (entry.seq !== seq + 1 || !ends.includes(entry.prevHash)) fault('gap')
    ends = entry.seq === seq ? [...ends, own] : [own]
    seq = entry.seq
  }
  if (head.seq !== seq || !ends.includes(head.hash)) faults.push({ kind: 'gap', seq: head.seq, id: 'head' })
  return faults
}
