import { codeFrom } from '../../../../domain/household/code'
import { codeId } from '../../../../store/households'
import type { StoreTransaction } from '../../../../store/store'
import type { HouseholdCodeDocument, SlipRunDocument } from '../../../../types/documents/households'
import type { TownCall } from '../../context'
import { actOn } from './officeActs'

/** The same request of the same person is the same run: an answer that was lost is asked for again. */
export const runId = ({ hash, personId }: TownCall, ...parts: readonly string[]): string => `run${hash([personId, ...parts].join('|')).slice(0, 24)}`

/** The code follows from the run and the function's own key, so that it stands nowhere and can be printed again. */
export const codeOfRun = (call: Pick<TownCall, 'keyedHash'>, run: string, householdId: string): string => codeFrom(call.keyedHash(`slip|${householdId}|${run}`))

export const slipDocument = ({ townId, personId, now }: TownCall, _id: string, householdId: string, run: string): HouseholdCodeDocument => ({
  _id, townId, householdId, kind: 'slip', relation: null, run, issuedAt: now, issuedBy: personId, expiresAt: null, spentAt: null, spentBy: null, replacedAt: null,
})

type Run = Pick<SlipRunDocument, '_id' | 'estateId' | 'building' | 'householdId'>
/** On record with its first instant, however often it goes on. */
export async function recordRun({ townId, personId, now }: TownCall, transaction: StoreTransaction, run: Run): Promise<void> {
  if (!(await transaction.get('slipRuns', run._id))) await transaction.set('slipRuns', { ...run, townId, by: personId, at: now })
}

/** One slip of a run; nothing where somebody got in between, by binding or by another slip. */
export const drawSlip = (call: TownCall, householdId: string, run: string): Promise<void> =>
  call.store.transaction(async (transaction) => {
    const _id = codeId(call.keyedHash, codeOfRun(call, run, householdId))
    const household = await transaction.get('households', householdId)
    if (!household || household.members.length > 0 || (await transaction.get('householdCodes', _id))) return
    const slip = household.slipId === null ? null : await transaction.get('householdCodes', household.slipId)
    if (slip && slip.spentAt === null) return
    await transaction.set('householdCodes', slipDocument(call, _id, householdId, run))
    await transaction.set('households', { ...household, slipId: _id })
    await transaction.set('householdActs', actOn(call, household, { cause: _id, kind: 'codeIssued', reason: '', members: 0 }))
  })
