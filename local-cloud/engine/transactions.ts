import { randomBytes } from 'node:crypto'
import { transactionConflict, transactionGone, writeFailed } from '../errors'
import { Versions, type Version } from './versions'

type Entry = { readonly collection: string; readonly key: Buffer; readonly text: Version }

export type Transaction = {
  readonly id: string
  /** What it sees of others, from its first operation on. */
  readonly snapshot: number
  /** Written but not committed, by address. */
  readonly overlay: Map<string, Entry>
}
/** Begun, but nothing asked of it yet: like MongoDB's, it sees the world as it is at its first operation. */
type Open = { readonly expiry: NodeJS.Timeout; transaction: Transaction | null }

/** "Transaction must be commit or abort in 30 seconds", says the real cloud. Real time. */
const LIFETIME_MILLISECONDS = 30_000
const LOCK_WAIT_MILLISECONDS = 5_000
const REMEMBERED_ABORTS = 1000

/** A plain write has met a document held by a transaction; `whenUnlocked` waits and tries again. */
export class HeldByTransaction extends Error {}

const addressOf = (collection: string, key: Buffer) => `${collection}\0${key.toString('latin1')}`

/** Snapshot isolation, first writer wins: who holds what, and what each of them sees. */
export class Transactions {
  private readonly open = new Map<string, Open>()
  private readonly holders = new Map<string, Transaction>()
  private readonly versions = new Versions()
  /** Ended by a conflict, a failed write or their time: the SDK aborts those once more. */
  private readonly aborted = new Set<string>()
  private waiting: (() => void)[] = []

  constructor(private readonly lifetimeMilliseconds = LIFETIME_MILLISECONDS) {}

  begin(): string {
    const id = randomBytes(16).toString('hex')
    const expiry = setTimeout(() => this.end(id, 'aborted'), this.lifetimeMilliseconds)
    expiry.unref()
    this.open.set(id, { expiry, transaction: null })
    return id
  }

  get(id: string): Transaction {
    const found = this.open.get(id)
    if (!found) throw transactionGone()
    return (found.transaction ??= { id, snapshot: this.versions.now(), overlay: new Map() })
  }

  /** A transaction that was committed, or never was, cannot be taken back. */
  abort(id: string): void {
    if (this.open.has(id)) this.end(id, 'aborted')
    else if (!this.aborted.has(id)) throw transactionGone()
  }

  /** A failed write ends the whole transaction, as in MongoDB: nobody can catch a duplicate key and go on. */
  endingOnError<T>(id: string | undefined, work: () => T): T {
    try {
      return work()
    } catch (error) {
      if (id !== undefined && this.open.has(id)) this.end(id, 'aborted')
      throw error
    }
  }

  end(id: string, how: 'committed' | 'aborted'): void {
    const { expiry, transaction } = this.open.get(id)!
    clearTimeout(expiry)
    this.open.delete(id)
    for (const address of transaction?.overlay.keys() ?? []) this.holders.delete(address)
    this.versions.forgetBefore(Math.min(...this.snapshots()))
    if (how === 'aborted') this.rememberAbort(id)
    for (const wake of this.waiting.splice(0)) wake()
  }

  close(): void {
    for (const { expiry } of this.open.values()) clearTimeout(expiry)
  }

  /** What the document was before a committed write. */
  remember(collection: string, key: Buffer, before: Version): void {
    if (this.open.size > 0 && this.snapshots().length > 0) this.versions.note(addressOf(collection, key), before)
  }

  assertFree(collection: string, key: Buffer): void {
    if (this.holders.has(addressOf(collection, key))) throw new HeldByTransaction('a transaction holds the document')
  }

  /** The first one wins; the other is told at once. */
  assertWritable(transaction: Transaction, collection: string, key: Buffer): void {
    const holder = this.holders.get(addressOf(collection, key))
    if ((holder !== undefined && holder !== transaction) || this.hasChangedSince(transaction, collection, key)) throw transactionConflict()
  }

  write(transaction: Transaction, collection: string, key: Buffer, text: Version): void {
    const address = addressOf(collection, key)
    this.holders.set(address, transaction)
    transaction.overlay.set(address, { collection, key, text })
  }

  hasChangedSince = (transaction: Transaction, collection: string, key: Buffer): boolean => this.versions.hasChangedSince(addressOf(collection, key), transaction.snapshot)

  /** The document as this transaction sees it; `present` is how it is on the disk. */
  seen(transaction: Transaction, collection: string, key: Buffer, present: () => Version): Version {
    const address = addressOf(collection, key)
    const own = transaction.overlay.get(address)
    if (own) return own.text
    const past = this.versions.at(address, transaction.snapshot)
    return past === undefined ? present() : past
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

  private snapshots = (): number[] => [...this.open.values()].flatMap(({ transaction }) => transaction?.snapshot ?? [])

  private rememberAbort(id: string): void {
    this.aborted.add(id)
    if (this.aborted.size > REMEMBERED_ABORTS) this.aborted.delete(this.aborted.values().next().value!)
  }
}
