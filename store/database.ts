/** The few database calls we use. The cloud's SDK and the embedded engine both fit behind them. */
export type Scalar = string | number | boolean | null
/** `in`, bounds and existence; a plain value means equal. */
export type Condition =
  | Scalar
  | { readonly in: readonly Scalar[] }
  | { readonly gt?: number | string; readonly gte?: number | string; readonly lt?: number | string; readonly lte?: number | string; readonly not?: null }
export type Filter = Readonly<Record<string, Condition>>
export type Order = readonly (readonly [field: string, direction: 'asc' | 'desc'])[]
export type Query = { readonly where: Filter; readonly orderBy?: Order; readonly skip?: number; readonly limit: number; readonly fields?: readonly string[] }

/** Adds to a document without reading it: an item to a list that is kept sorted by a field, and counts. */
export type Additions = { readonly items: Readonly<Record<string, { readonly item: Readonly<Record<string, unknown>>; readonly sortedBy: string }>>; readonly counts: Readonly<Record<string, number>> }

export type Stored = { readonly _id: string }
/** Single documents only, as the platform allows inside a transaction. */
export type Transaction = {
  readonly get: <T extends Stored>(collection: string, id: string) => Promise<T | null>
  readonly set: <T extends Stored>(collection: string, document: T) => Promise<void>
  /** What is not there is removed already. */
  readonly remove: (collection: string, id: string) => Promise<void>
}
/** Fields set to a value, and counts added to, by path. */
export type Change = { readonly set?: Readonly<Record<string, Scalar>>; readonly counts?: Readonly<Record<string, number>> }
/** What only makes sense together with other writes. */
export type AddingTransaction = Transaction & {
  /** `counts` by path, as `phones.abc`. False where there is no such document. */
  readonly addTo: (collection: string, id: string, additions: Additions) => Promise<boolean>
}
export type Database = Transaction & {
  readonly find: <T extends Stored>(collection: string, query: Query) => Promise<readonly T[]>
  readonly count: (collection: string, where: Filter) => Promise<number>
  /** False, with nothing written, where there is one with its id already. */
  readonly add: <T extends Stored>(collection: string, document: T) => Promise<boolean>
  /** Changes all documents that fit, each by itself and without reading it. Returns how many: who else wants the same ones gets none of them. */
  readonly update: (collection: string, where: Filter, change: Change) => Promise<number>
  /**
   * All or nothing. The work may run several times, so it has no effect but its reads and writes; it is tried again when another transaction got in between.
   * @throws Conflict when that does not help
   */
  readonly transaction: <T>(work: (transaction: AddingTransaction) => Promise<T>) => Promise<T>
}

/** Too many wrote the same document at once; nothing was written. */
export class Conflict extends Error {}

/** The most documents one query gives on the platform. */
export const PAGE_MAX = 1000
/** The most values a query compares one field with (`in`). */
export const IN_MAX = 100
