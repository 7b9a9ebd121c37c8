import { transactionConflict } from '../errors'
import type { Collection } from './collection'
import { decodeDocument, type Document } from './document'
import type { Transaction, Transactions } from './transactions'

/**
 * A unique key inside a transaction: free on the disk, not counting the documents this transaction rewrites, and free among what it
 * has written itself. Held by one that came after the snapshot, it is a conflict: the transaction cannot have known.
 */
export function assertUniqueIn(transactions: Transactions, transaction: Transaction, collection: Collection, key: Buffer, document: Document): void {
  const wanted = collection.indexTables.uniqueKeysOf(document)
  if (wanted.length === 0) return
  const others = [...transaction.overlay.values()].filter((entry) => entry.collection === collection.name && !entry.key.equals(key))
  const rewritten = [key, ...others.map((entry) => entry.key)]
  const own = others.flatMap(({ text }) => (text === null ? [] : collection.indexTables.uniqueKeysOf(decodeDocument(text))))
  for (const taken of wanted) {
    const holder = collection.indexTables.holders(taken).find((each) => !rewritten.some((mine) => mine.equals(each)))
    if (holder && transactions.hasChangedSince(transaction, collection.name, holder)) throw transactionConflict()
    if (holder || own.some(({ index, key: held }) => index === taken.index && held.equals(taken.key))) collection.indexTables.refuseDuplicate(taken.index, document)
  }
}
