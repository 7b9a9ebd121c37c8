import { randomBytes } from 'node:crypto'
import { invalidParameter, writeFailed } from '../errors'
import { idKey } from './collection'
import { assertStorable, encode, isPlainObject, type Document } from './document'
import { compileFilter, type Matched } from './filter'
import { applyChanges, parseChanges } from './update/changes'
import { isPositional } from './update/positional'

/** A document on its way to the disk; null for one on its way out. */
export type Write = { readonly key: Buffer; readonly document: Document | null; readonly text: string | null }
export type NewDocument = { readonly key: Buffer; readonly document: Document; readonly text: string }

/** The platform names 512 KB to 1 MB; the wider bound, so that nothing is refused here that passes there. */
const DOCUMENT_BYTES_MAX = 1024 * 1024

export function prepareNew(given: Document): NewDocument {
  const document: Document = { _id: given._id === undefined ? randomBytes(16).toString('hex') : given._id, ...withoutId(given) }
  return { document, key: idKey(assertId(document._id)), text: textOf(document) }
}

/** What an update makes of a document: its operations applied, or everything but the `_id` replaced. The `filter` tells which element `$` means. */
export function changeOf(operations: Document | undefined, replacement: Document = {}, filter: Document = {}): (document: Document) => Document {
  if (!operations) return (document) => ({ _id: document._id, ...withoutId(replacement) })
  const changes = parseChanges(operations)
  const test = changes.some(({ path }) => isPositional(path)) ? compileFilter(filter) : null
  return (document) => {
    const matched: Matched = {}
    test?.(document, matched)
    applyChanges(document, changes, matched)
    return document
  }
}

export const withoutId = ({ _id, ...others }: Document): Document => (void _id, others)

export function textOf(document: Document): string {
  assertStorable(document)
  const text = encode(document)
  // A character is three bytes at most, so most documents need no counting.
  if (text.length > DOCUMENT_BYTES_MAX / 3 && Buffer.byteLength(text) > DOCUMENT_BYTES_MAX) {
    throw writeFailed(`文档超过 1 MB (the document is larger than ${DOCUMENT_BYTES_MAX} bytes)`)
  }
  return text
}

function assertId(id: unknown): string | number {
  if (typeof id === 'number' || (typeof id === 'string' && id !== '' && Buffer.byteLength(id) <= 512)) return id
  throw invalidParameter(`_id 只可为字符串或数字 (an _id is a string or a number): ${isPlainObject(id) ? 'object' : String(id).slice(0, 60)}`)
}
