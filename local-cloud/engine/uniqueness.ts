import type { Collection } from './collection'
import { decodeDocument, type Document } from './document'
import { indexKeys } from './indexes'

type Entry = { readonly key: Buffer; readonly text: string | null }

/**
 * A unique key inside a transaction: free on the disk, not counting the rows this transaction rewrites (`mine`),
 * and free among what it has written itself.
 */
export function assertUniqueIn(collection: Collection, document: Document, key: Buffer, mine: readonly Entry[]): void {
  const uniqueIndexes = collection.indexes.filter(({ unique }) => unique)
  if (uniqueIndexes.length === 0) return
  const rewritten = new Set([key, ...mine.map((entry) => entry.key)].flatMap((each) => collection.byId(each)?.rid ?? []))
  const own = mine.flatMap(({ text }) => (text === null ? [] : [decodeDocument(text)]))
  for (const index of uniqueIndexes) {
    const wanted = indexKeys(document, index.keys).keys
    const isOnDisk = wanted.some((each) => collection.holders(index, each).some((rid) => !rewritten.has(rid)))
    const isAmongOwn = own.some((other) => indexKeys(other, index.keys).keys.some((held) => wanted.some((each) => each.equals(held))))
    if (isOnDisk || isAmongOwn) collection.refuseDuplicate(index, document)
  }
}
