import type { AddingStoreTransaction, Store } from '../../store/store'
import type { Refusal } from '../../types/api/refusal'

class Undone extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code)
  }
}

const isRefused = (outcome: { readonly ok: boolean }): outcome is Refusal => !outcome.ok

/** A transaction that a refusal undoes: what was written before it was known is not kept. */
export async function allOrNothing<T extends { readonly ok: true }>(store: Store, work: (transaction: AddingStoreTransaction) => Promise<T | Refusal>): Promise<T | Refusal> {
  try {
    return await store.transaction(async (transaction) => {
      const outcome = await work(transaction)
      if (isRefused(outcome)) throw new Undone(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof Undone) return error.refusal
    throw error
  }
}
