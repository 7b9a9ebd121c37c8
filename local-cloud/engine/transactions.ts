import { randomBytes } from 'node:crypto'
import { transactionConflict, transactionGone, writeFailed } from '../errors'

/** Text of a document, or null where there is none. */
type Version = string | null
/** Documents seen otherwise than they are on the disk, by key. */
export type Altered = ReadonlyMap<string, Version>
type Address = { readonly collection: string; readonly key: Buffer }

export type Transaction = {
  readonly id: string
  readonly startedAfter: number
  readonly expiresAt: number
  /** Written but not committed, by collection and key. */
  readonly overlay: Map<string, Address & { text: Version }>
}

/** MongoDB's lifetime of an abandoned transaction, in real time. */
const LIFETIME_MILLISECONDS = 60_000
const LOCK_WAIT_MILLISECONDS = 5_000

/** A plain write has met a document held by a transaction; `whenUnlocked` waits and tries again. */
export class HeldByTransaction extends Error {}

const addressOf = (collection: string, key: Buffer) => `${collection}\0${key.toString('latin1')}`

/** Snapshot isolation, first writer wins: who holds what, and how documents were before they changed. */
export class Transactions {
  private readonly open = new Map<string, Transaction>()
  private readonly holders = new Map<string, Transaction>()
  private history: { sequence: number; address: string; at: Address; before: Version }[] = []
  private sequence = 0
  private waiting: (() => void)[] = []

  begin(): Transaction {
    this.expire()
    const id = randomBytes(16).toString('hex')
    const transaction: Transaction = { id, startedAfter: this.sequence, expiresAt: Date.now() + LIFETIME_MILLISECONDS, overlay: new Map() }
    this.open.set(id, transaction)
    return transaction
  }

  get(id: string): Transaction {
    this.expire()
    const transaction = this.open.get(id)
    if (!transaction) throw transactionGone(id)
    return transaction
  }

  abort(id: string): void {
    const transaction = this.open.get(id)
    if (transaction) this.end(transaction)
  }

  end(transaction: Transaction): void {
    this.open.delete(transaction.id)
    for (const address of transaction.overlay.keys()) if (this.holders.get(address) === transaction) this.holders.delete(address)
    const oldest = Math.min(...[...this.open.values()].map(({ startedAfter }) => startedAfter))
    this.history = this.open.size === 0 ? [] : this.history.filter(({ sequence }) => sequence > oldest)
    for (const wake of this.waiting.splice(0)) wake()
  }

  /** What the document was before a committed write; kept only while somebody still may look back. */
  remember(collection: string, key: Buffer, before: Version): void {
    this.sequence++
    if (this.open.size > 0) this.history.push({ sequence: this.sequence, address: addressOf(collection, key), at: { collection, key }, before })
  }

  assertFree(collection: string, key: Buffer): void {
    if (this.holders.size === 0) return
    const holder = this.holders.get(addressOf(collection, key))
    if (!holder) return
    this.expire()
    if (this.open.has(holder.id)) throw new HeldByTransaction('a transaction holds the document')
  }

  /** Takes the document for this transaction and notes its new text; the loser is told at once. */
  write(transaction: Transaction, collection: string, key: Buffer, text: Version): void {
    this.expire()
    const address = addressOf(collection, key)
    const holder = this.holders.get(address)
    const changedSince = this.history.some((entry) => entry.address === address && entry.sequence > transaction.startedAfter)
    if ((holder && holder !== transaction) || changedSince) {
      throw transactionConflict()
    }
    this.holders.set(address, transaction)
    transaction.overlay.set(address, { collection, key, text })
  }

  /** Documents of a collection that this transaction sees otherwise than the disk shows them. */
  altered(transaction: Transaction, collection: string): Altered {
    const versions = new Map<string, Version>()
    for (const { sequence, at, before } of this.history) {
      const key = at.key.toString('latin1')
      if (at.collection === collection && sequence > transaction.startedAfter && !versions.has(key)) versions.set(key, before)
    }
    for (const { collection: owner, key, text } of transaction.overlay.values()) if (owner === collection) versions.set(key.toString('latin1'), text)
    return versions
  }

  async whenUnlocked<T>(work: () => T): Promise<T> {
    const deadline = Date.now() + LOCK_WAIT_MILLISECONDS
    for (;;) {
      try {
        return work()
      } catch (error) {
        if (!(error instanceof HeldByTransaction)) throw error
        const left = deadline - Date.now()
        if (left <= 0) throw writeFailed(`等待事务释放文档超时 (a transaction held the document for more than ${LOCK_WAIT_MILLISECONDS} ms)`)
        await this.nextEnd(left)
      }
    }
  }

  private nextEnd(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      this.waiting.push(() => {
        clearTimeout(timer)
        resolve()
      })
    })
  }

  private expire(): void {
    const now = Date.now()
    for (const transaction of [...this.open.values()]) if (transaction.expiresAt <= now) this.end(transaction)
  }
}
