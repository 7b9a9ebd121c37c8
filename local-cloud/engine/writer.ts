import { DuplicateKey, transactionConflict } from '../errors'
import type { Collection, StoredRow } from './collection'
import type { Collections } from './collections'
import { decodeDocument } from './document'
import type { TakenKey } from './indexTables'
import type { Write } from './prepare'
import type { Sql } from './sqlite'
import type { Transaction, Transactions } from './transactions'
import { assertUniqueIn } from './uniqueness'

type Change = Write & { readonly collection: Collection; /** Undefined for a document that is new. */ readonly row: StoredRow | undefined }

/** Brings documents to the disk, at once or with the transaction they belong to. */
export class Writer {
  constructor(
    private readonly sql: Sql,
    private readonly all: Collections,
    private readonly transactions: Transactions,
  ) {}

  insert(collection: Collection, writes: readonly Write[], transactionId: string | undefined): void {
    if (transactionId === undefined) this.applyInTurn(writes.map((write) => ({ ...write, collection, row: undefined })))
    else for (const write of writes) this.keep(this.transactions.get(transactionId), collection, write, true)
  }

  replace(collection: Collection, writes: readonly Write[], transactionId: string | undefined): void {
    if (transactionId === undefined) this.applyInTurn(writes.map((write) => ({ ...write, collection, row: collection.byId(write.key) })))
    else for (const write of writes) this.keep(this.transactions.get(transactionId), collection, write, false)
  }

  /** What a transaction has written, as one: a unique key may have gone round among its documents. */
  commit(id: string): void {
    const changes = [...this.transactions.get(id).overlay.values()].map(({ collection: name, key, text }): Change => {
      const collection = this.all.get(name)
      return { collection, key, text, document: text === null ? null : decodeDocument(text), row: collection.byId(key) }
    })
    this.transactions.endingOnError(id, () =>
      this.sql.atomically(() => {
        const taken = changes.map(put)
        changes.forEach((change, i) => assertFreeBefore(change, taken[i]!))
      }),
    )
    this.remember(changes)
    this.transactions.end(id, 'committed')
  }

  textSeen = (transaction: Transaction, collection: Collection, key: Buffer): string | null =>
    this.transactions.seen(transaction, collection.name, key, () => collection.byId(key)?.text ?? null)

  /** One after the other, as plain writes are: a unique key must be free when its document's turn comes. All of them or none. */
  private applyInTurn(changes: readonly Change[]): void {
    for (const { collection, key } of changes) this.transactions.assertFree(collection.name, key)
    this.sql.atomically(() => {
      for (const change of changes) assertOnlyOne(change, put(change))
    })
    this.remember(changes)
  }

  /** In the transaction, until it commits. A document somebody else was quicker with is a conflict before it is anything else. */
  private keep(transaction: Transaction, collection: Collection, { key, document, text }: Write, isNew: boolean): void {
    this.transactions.assertWritable(transaction, collection.name, key)
    if (document) {
      if (isNew && this.textSeen(transaction, collection, key) !== null) collection.refuseDuplicateId(document)
      assertUniqueIn(this.transactions, transaction, collection, key, document)
    }
    this.transactions.write(transaction, collection.name, key, text)
  }

  private remember(changes: readonly Change[]): void {
    for (const { collection, key, row } of changes) this.transactions.remember(collection.name, key, row?.text ?? null)
  }
}

function put({ collection, row, key, document, text }: Change): TakenKey[] {
  if (document === null || text === null) {
    if (row) collection.remove(row)
    return []
  }
  return row ? collection.replace(row, document, text) : collection.insert(key, document, text)
}

function assertOnlyOne({ collection, document }: Change, taken: readonly TakenKey[]): void {
  if (document && taken.length > 0) collection.indexTables.assertOnlyOne(taken, document)
}

/** At a commit: a key that was free at the operation has been taken since by a plain write. */
function assertFreeBefore(change: Change, taken: readonly TakenKey[]): void {
  try {
    assertOnlyOne(change, taken)
  } catch (error) {
    throw error instanceof DuplicateKey ? transactionConflict() : error
  }
}
