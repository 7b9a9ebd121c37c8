import { scoreRedProperty } from '../../../../domain/score/redProperty'
import { yearOf } from '../../../../domain/time/beijing'
import { refuse } from '../../../../types/api/refusal'
import { reply, type Handler } from '../../context'
import { isRefusal } from '../case/checks'
import { datedFact, enterYear } from './factDate'

/** 附件3 of an estate and the year in which it was assessed, once. Only estates with a (temporary) party branch are assessed. @source 方案 三3 */
export const enterRedProperty: Handler<'enterRedProperty'> = async ({ estateId, factOn, hasPartyOrganisation, marks }, call) => {
  const dated = await datedFact(call, estateId, factOn)
  if (isRefusal(dated)) return dated
  const { estate, factAt, edition } = dated
  if (!estate.hasPartyBranch) return refuse('NO_PARTY_BRANCH')
  const sheet = { hasPartyOrganisation, marks }
  const scored = scoreRedProperty(edition, sheet)
  if (!scored.ok) return refuse('MARKS_INVALID', { item: `${scored.item} ${{ MARK_UNKNOWN: '没有这一项', MARK_MISSING: '没有评分', MARK_TWICE: '评了两次', MARK_OUT_OF_RANGE: '超出该项分值', MARK_WITHOUT_EVIDENCE: '没有写明依据' }[scored.code]}` })
  const year = yearOf(factAt)
  const _id = `${call.townId}:${estateId}:${year}`
  return call.store.transaction(async (transaction) => {
    const existing = await transaction.get('redPropertySheets', _id)
    if (existing) return existing.by === call.personId && JSON.stringify(existing.sheet.marks) === JSON.stringify(marks) && existing.points === scored.points ? reply({ points: scored.points }) : refuse('ALREADY_ENTERED')
    const closed = await enterYear(transaction, call.townId, dated)
    if (closed) return closed
    await transaction.set('redPropertySheets', { _id, townId: call.townId, estateId, year, factAt, enteredAt: call.now, by: call.personId, editionId: edition.id, sheet, points: scored.points })
    return reply({ points: scored.points })
  })
}
