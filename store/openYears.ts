import type { Store, StoreTransaction } from './store'

const counterId = (townId: string, year: number): string => `facts:${townId}:${year}`

/** How many facts were entered for a year: a fact and the closing of its year see each other by this counter, for two of which each only reads what the other writes would both stand. */
export const factsOfYear = async (store: Pick<Store, 'get'>, townId: string, year: number): Promise<number> => (await store.get('counters', counterId(townId, year)))?.value ?? 0

export const countFact = async (transaction: StoreTransaction, townId: string, year: number): Promise<void> =>
  transaction.set('counters', { _id: counterId(townId, year), townId, value: (await factsOfYear(transaction, townId, year)) + 1 })

/** 年度未结账: a year takes facts until its rewards are allocated. */
export const isYearOpen = async (store: Pick<Store, 'get'>, townId: string, year: number): Promise<boolean> => (await store.get('allocations', `${townId}:${year}`)) === null
