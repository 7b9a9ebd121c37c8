import { refuse } from '../../../../types/api/refusal'
import { actor, reply, type Handler } from '../../context'
import { changeCase } from './changeCase'
import { checkPhotos, checkText } from './checks'
import { myReports } from './myReports'

/** 回访: said twice with the same answer is said once. */
export const followUp: Handler<'followUp'> = async ({ caseId, fixed, text, photos }, call) => {
  const report = (await myReports(call, [caseId])).get(caseId)
  if (!report) return refuse('NOT_FOUND')
  const refused = (!fixed && text === '' ? refuse('TEXT_EMPTY') : null) ?? (await checkText(call, text)) ?? (await checkPhotos(call, photos))
  if (refused) return refused
  const type = fixed ? ('confirmedFixed' as const) : ('reportedUnfixed' as const)
  const changed = await changeCase(call, caseId, 'resident', ({ document }) => {
    const answeredAt = document.events.map((event) => event.type).lastIndexOf('answered')
    const said = document.events.slice(answeredAt + 1).some((event) => event.type === type && event.reportId === report._id)
    return { ok: true, events: said ? [] : [{ type, at: call.now, by: actor(call, 'resident'), reportId: report._id, text, photos }] }
  })
  return changed.ok ? reply({}) : changed
}
