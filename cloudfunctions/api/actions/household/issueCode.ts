import { codeId } from '../../../../store/households'
import { refuse } from '../../../../types/api/refusal'
import { reply, type Handler, type Outcome } from '../../context'
import { codeOfRun, recordRun, runId, slipDocument } from './drawSlip'
import { actOn, withoutSlip } from './officeActs'

/** 发绑定码: a run of one. A reply that was lost is asked for again, and no second slip is drawn. */
export const issueCode: Handler<'issueCode'> = async ({ key, householdId }, call) => {
  const run = runId(call, householdId, key)
  const code = codeOfRun(call, run, householdId)
  const _id = codeId(call.keyedHash, code)
  return call.store.transaction(async (transaction): Promise<Outcome<'issueCode'>> => {
    const household = await transaction.get('households', householdId)
    if (household?.townId !== call.townId) return refuse('NOT_FOUND')
    const { estateId, building, label } = household
    const estateName = (await transaction.get('estates', estateId))?.name ?? ''
    if (!(await transaction.get('householdCodes', _id))) {
      const replaced = await withoutSlip(call, transaction, household)
      await recordRun(call, transaction, { _id: run, estateId, building, householdId })
      await transaction.set('householdCodes', slipDocument(call, _id, householdId, run))
      await transaction.set('households', { ...household, slipId: _id })
      await transaction.set('householdActs', actOn(call, household, { cause: _id, kind: replaced ? 'codeReplaced' : 'codeIssued', reason: '', members: 0 }))
    }
    return reply({ runId: run, code, label, estateName })
  })
}
