import { mismatches, sheetsFault } from '../../../../../domain/survey/paper'
import { revised, type Ballot } from '../../../../../domain/survey/urn'
import type { StoreTransaction } from '../../../../../store/store'
import { urnId } from '../../../../../store/surveys'
import { refuse } from '../../../../../types/api/refusal'
import type { PaperBatchDocument } from '../../../../../types/documents/surveys'
import { reply, type Handler, type Outcome, type TownCall } from '../../../context'
import { closed } from '../putIn'
import { batchIn } from './batchIn'

/** 双录: one's own reading may be corrected, or a third person reads, until two are the same; then all rights of the batch are spent and all sheets are in the urn, at once. */
export const keyPaper: Handler<'keyPaper'> = async ({ batchId, sheets }, call) => {
  const found = await batchIn(call, batchId)
  if (!found.ok) return found
  const fault = sheetsFault(found.survey.questionnaire, found.batch.householdIds.length, sheets)
  if (fault) return refuse('PAPER_SHEETS_WRONG', { fault })
  return call.store.transaction(async (transaction): Promise<Outcome<'keyPaper'>> => {
    const batch = await transaction.get('paperBatches', batchId)
    // Sent again by the one whose reading made it whole.
    if (batch?.state === 'counted' && batch.keyed.some(({ by }) => by === call.personId)) return reply({ isCounted: true, mismatches: [] })
    if (batch?.state !== 'open') return refuse('PAPER_OVER')
    const others = batch.keyed.filter(({ by }) => by !== call.personId)
    const differ = others.map((other) => mismatches(other.sheets, sheets))
    if (!differ.some(({ length }) => length === 0)) {
      await transaction.set('paperBatches', { ...batch, keyed: [...others, { by: call.personId, sheets }] })
      return reply({ isCounted: false, mismatches: [...(differ[0] ?? [])] })
    }
    return (await count(call, transaction, batch, sheets)) ? reply({ isCounted: true, mismatches: [] }) : closed(found.survey)
  })
}

/** All paper goes into the first urn; which sheet came in which envelope is known to nobody. */
async function count({ keyedHash, personId }: TownCall, transaction: StoreTransaction, batch: PaperBatchDocument, sheets: readonly string[]): Promise<boolean> {
  const { _id, surveyId, householdIds } = batch
  let urn = await transaction.get('urns', urnId(surveyId, 0))
  if (!urn) return false
  for (const [index, answers] of sheets.entries()) {
    const ballot: Ballot = { id: keyedHash(`paper|${_id}|${index}`).slice(0, 32), revision: 1, answers, mode: 'paper', isQuick: false }
    urn = revised(urn, ballot, '', null)
  }
  for (const id of householdIds) {
    const household = await transaction.get('households', id)
    if (household?.paper?.batchId !== _id) throw new Error(`the batch ${_id} has lost a household`)
    await transaction.set('households', { ...household, paper: null, spentIn: [...household.spentIn, surveyId] })
  }
  await transaction.set('urns', urn)
  await transaction.set('paperBatches', { ...batch, state: 'counted', keyed: [...new Set([...batch.keyed.map(({ by }) => by), personId])].map((by) => ({ by, sheets: [] })) })
  return true
}
