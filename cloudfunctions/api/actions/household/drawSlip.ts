import { codeFrom } from '../../../../domain/household/code'
import { codeId } from '../../../../store/households'
import type { TownCall } from '../../context'
import { actOn } from './officeActs'

type Draw = { readonly householdId: string; readonly key: string }

/** The code follows from the run's key and ours, as that of a single slip does. */
export const slipOfRun = (call: TownCall, { householdId, key }: Draw): string => codeFrom(call.keyedHash(`slips|${householdId}|${key}`))

/** One slip of a run; nothing where somebody got in between, by binding or by another slip. */
export const drawSlip = (call: TownCall, { householdId, key, run }: Draw & { readonly run: string }): Promise<void> =>
  call.store.transaction(async (transaction) => {
    const { townId, personId, now } = call
    const _id = codeId(call.keyedHash, slipOfRun(call, { householdId, key }))
    const household = await transaction.get('households', householdId)
    if (!household || household.members.length > 0 || (await transaction.get('householdCodes', _id))) return
    const slip = household.slipId === null ? null : await transaction.get('householdCodes', household.slipId)
    if (slip && slip.spentAt === null) return
    await transaction.set('householdCodes', { _id, townId, householdId, kind: 'slip', relation: null, run, issuedAt: now, issuedBy: personId, expiresAt: null, spentAt: null, spentBy: null, replacedAt: null })
    await transaction.set('households', { ...household, slipId: _id })
    await transaction.set('householdActs', actOn(call, household, { cause: _id, kind: 'codeIssued', reason: '', members: 0 }))
  })
