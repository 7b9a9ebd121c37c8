import { codeFrom } from '../../../../domain/household/code'
import { codeId } from '../../../../store/households'
import { refuse } from '../../../../types/api/refusal'
import { reply, type Handler, type Outcome } from '../../context'
import { actOn, withoutSlip } from './officeActs'

/** 发绑定码. The code follows from the request's key and ours: a reply that was lost is asked for again, and no second slip is drawn. */
export const issueCode: Handler<'issueCode'> = async ({ key, householdId }, call) => {
  const { townId, personId, now } = call
  const code = codeFrom(call.keyedHash(`slip|${householdId}|${key}`))
  const _id = codeId(call.keyedHash, code)
  return call.store.transaction(async (transaction): Promise<Outcome<'issueCode'>> => {
    const household = await transaction.get('households', householdId)
    if (household?.townId !== townId) return refuse('NOT_FOUND')
    const estateName = (await transaction.get('estates', household.estateId))?.name ?? ''
    if (!(await transaction.get('householdCodes', _id))) {
      const replaced = await withoutSlip(call, transaction, household)
      await transaction.set('householdCodes', { _id, townId, householdId, kind: 'slip', relation: null, issuedAt: now, issuedBy: personId, expiresAt: null, spentAt: null, spentBy: null, replacedAt: null })
      await transaction.set('households', { ...household, slipId: _id })
      await transaction.set('householdActs', actOn(call, household, { cause: _id, kind: replaced ? 'codeReplaced' : 'codeIssued', reason: '', members: 0 }))
    }
    return reply({ code, label: household.label, estateName })
  })
}
