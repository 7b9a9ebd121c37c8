import { refuse } from '../../../../../types/api/refusal'
import { reply, type Handler, type Outcome } from '../../../context'
import { batchIn } from './batchIn'

/** 撤销登记: what was keyed in is forgotten, and its households may answer again. */
export const releasePaper: Handler<'releasePaper'> = async ({ batchId, reason }, call) => {
  const found = await batchIn(call, batchId)
  if (!found.ok) return found
  return call.store.transaction(async (transaction): Promise<Outcome<'releasePaper'>> => {
    const batch = await transaction.get('paperBatches', batchId)
    if (batch?.state === 'released') return reply({})
    if (batch?.state !== 'open') return refuse('PAPER_OVER')
    for (const id of batch.householdIds) {
      const household = await transaction.get('households', id)
      if (household?.paper?.batchId === batchId) await transaction.set('households', { ...household, paper: null })
    }
    await transaction.set('paperBatches', { ...batch, state: 'released', keyed: [], released: { by: call.personId, at: call.now, reason } })
    return reply({})
  })
}
