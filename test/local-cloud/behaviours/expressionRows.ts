import type { Document } from '../../../local-cloud/engine/document'
import type { Behaviour } from './table'

export const DOCUMENT: Document = { _id: 1, n: 5, half: 2.5, text: 'Grüße 邻净', none: null, yes: true, empty: '', list: [1, 2, 3], pairs: [{ k: 'a', n: 1 }, { k: 'b' }], deep: { x: { y: 7 } }, at: new Date(Date.UTC(2026, 0, 2)) }

export const MISSING = Symbol('nothing')
/** What an expression makes of `DOCUMENT`. */
export const gives = (title: string, page: string, expression: unknown, expected: unknown): Behaviour => ({
  title, manual: `manual: ${page}`, documents: [DOCUMENT], aggregate: [{ $project: { _id: 0, v: expression } }], expect: [expected === MISSING ? {} : { v: expected }],
})
export const refuses = (title: string, page: string, expression: unknown, error: RegExp, code?: string): Behaviour => ({
  title, manual: `manual: ${page}`, documents: [DOCUMENT], aggregate: [{ $project: { v: expression } }], error, ...(code !== undefined && { code }),
})
