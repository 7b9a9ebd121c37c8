import { monthOf } from '../domain/time/beijing'
import type { CaseDocument } from '../types/documents/cases'
import { Conflict } from './database'
import type { Store } from './store'

type Filed = { readonly townId: string; readonly filedAt: number }

/**
 * 案卷编号: gives cases that have been filed the next ones in the register of the town and month, as '202611-0007', without a gap. In a short transaction of its own: everybody who files
 * wants the same counter, and nothing else of a filing is shared (decision 0054).
 * @throws Conflict where too many want one at once
 */
export const takeNumbers = (store: Store, { townId, filedAt }: Filed, caseIds: readonly string[]): Promise<void> =>
  store.transaction(async (transaction) => {
    const unnumbered: CaseDocument[] = []
    for (const caseId of caseIds) {
      const document = await transaction.get('cases', caseId)
      if (document?.number === null) unnumbered.push(document)
    }
    if (unnumbered.length === 0) return
    const month = monthOf(filedAt).replace('-', '')
    const _id = `cases:${townId}:${month}`
    const last = (await transaction.get('counters', _id))?.value ?? 0
    await transaction.set('counters', { _id, townId, value: last + unnumbered.length })
    for (const [index, document] of unnumbered.entries()) await transaction.set('cases', { ...document, number: `${month}-${String(last + index + 1).padStart(4, '0')}` })
  })

/** The same for whoever has filed them. Where too many want one at once, the clock gives it within the minute, as it does where the function is killed here. */
export async function numberCases(store: Store, filed: Filed, caseIds: readonly string[]): Promise<void> {
  try {
    await takeNumbers(store, filed, caseIds)
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
  }
}
