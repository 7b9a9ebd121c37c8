import { scoreRedProperty } from '../../../../domain/score/redProperty'
import { yearOf } from '../../../../domain/time/beijing'
import { refuse } from '../../../../types/api/refusal'
import { reply, type Handler } from '../../context'
import { findEstate, isRefusal } from '../case/checks'

/** 附件3 of an estate and year, once. Only estates with a (temporary) party branch are assessed. @source 方案 三3 */
export const enterRedProperty: Handler<'enterRedProperty'> = async ({ estateId, year, hasPartyOrganisation, marks }, call) => {
  const estate = await findEstate(call, estateId)
  if (isRefusal(estate)) return estate
  if (!estate.hasPartyBranch) return refuse('NO_PARTY_BRANCH')
  if (year !== yearOf(call.now)) return refuse('BAD_REQUEST', { field: '年份（只能录入当年的评分）' })
  const sheet = { hasPartyOrganisation, marks }
  const scored = scoreRedProperty(call.rules.edition, sheet)
  if (!scored.ok) return refuse('MARKS_INVALID', { item: `${scored.item} ${{ MARK_UNKNOWN: '没有这一项', MARK_MISSING: '没有评分', MARK_TWICE: '评了两次', MARK_OUT_OF_RANGE: '超出该项分值', MARK_WITHOUT_EVIDENCE: '没有写明依据' }[scored.code]}` })
  const _id = `${call.townId}:${estateId}:${year}`
  return call.store.transaction(async (transaction) => {
    const existing = await transaction.get('redPropertySheets', _id)
    if (existing) return existing.by === call.personId && JSON.stringify(existing.sheet.marks) === JSON.stringify(marks) && existing.points === scored.points ? reply({ points: scored.points }) : refuse('ALREADY_ENTERED')
    await transaction.set('redPropertySheets', { _id, townId: call.townId, estateId, year, factAt: call.now, enteredAt: call.now, by: call.personId, editionId: call.rules.edition.id, sheet, points: scored.points })
    return reply({ points: scored.points })
  })
}
