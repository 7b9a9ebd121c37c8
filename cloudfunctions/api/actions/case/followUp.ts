import type { CaseEvent } from '../../../../domain/case/events'
import { weighWord } from '../../../../domain/case/followUp'
import { FOLLOW_UP_DAYS_MAX } from '../../../../domain/case/limits'
import { categoryByCode } from '../../../../domain/rulebook/categoryByCode'
import { saysSomething } from '../../../../domain/text/saysSomething'
import { monthOf } from '../../../../domain/time/beijing'
import { refuse, type Refusal } from '../../../../types/api/refusal'
import type { ReportDocument } from '../../../../types/documents/cases'
import { managesEstate } from '../../access/scope'
import { actor, reply, type Handler, type TownCall } from '../../context'
import { receivePhotos } from '../../photos/receivePhotos'
import { changeCase, type Decision, type Found } from './changeCase'
import { checkText, isRefusal } from './checks'
import { startOf } from './dispatchCase'
import { myReports } from './myReports'

/** 回访: said twice with the same answer is said once. */
export const followUp: Handler<'followUp'> = async ({ caseId, fixed, text, photos, rating }, call) => {
  const report = (await myReports(call, [caseId])).get(caseId)
  if (!report) return refuse('NOT_FOUND')
  const refused = (!fixed && !saysSomething(text) && photos.length === 0 ? refuse('NOTHING_SAID') : null) ?? (await checkText(call, text))
  if (refused) return refused
  const received = await receivePhotos(call, `${report._id}|followUp|${fixed}`, photos)
  if (isRefusal(received)) return received
  const changed = await changeCase(call, caseId, 'resident', async (found): Promise<Decision | Refusal> => {
    const word = weighWord(found.case_, { reportId: report._id, fixed }, call.now)
    if (word === 'over') return refuse('FOLLOW_UP_OVER', { days: FOLLOW_UP_DAYS_MAX })
    if (word === 'settled') return refuse('FOLLOW_UP_SETTLED')
    if (rating !== undefined && managesEstate(call.person, found.document.estateId)) return refuse('RATING_OWN')
    if (rating !== undefined) await rate(call, found, report._id, rating)
    if (word === 'said') return { ok: true, events: [] }
    const said = { at: call.now, by: actor(call, 'resident'), reportId: report._id, text, photos: received.photos }
    return { ...(fixed ? { ok: true, events: [{ type: 'confirmedFixed', ...said }] } : unfixed(call, found, { type: 'reportedUnfixed', ...said })), received }
  })
  return changed.ok ? reply({}) : changed
}

const NOT_FIXED = '居民反映未解决'

/** The first "not fixed" of a case is a rework by itself. A later one waits for somebody to go and look: resident and manager do not wear each other out. */
function unfixed(call: TownCall, { case_, edition }: Found, event: CaseEvent): Decision {
  const category = case_.categoryCode === null ? undefined : categoryByCode(edition, case_.categoryCode)
  if (case_.unfixedCount > 0 || !category) return { ok: true, events: [event] }
  return {
    ok: true,
    events: [event, { type: 'reworked', at: call.now, by: { role: 'clock', person: 'clock' }, reason: NOT_FIXED, ...startOf(call, category.limit) }],
    tell: [{ whom: 'managers', kind: 'caseRework', reason: NOT_FIXED }, { whom: 'reporters', kind: 'reportReopened', reason: '有居民反映还没有修好', except: call.personId }],
  }
}

/** 评价 stands with the report, never in the case: who handled it reads means only. */
async function rate(call: TownCall, { transaction, document: { estateId } }: Found, reportId: string, value: number): Promise<void> {
  const report: ReportDocument | null = await transaction.get('reports', reportId)
  const rater = call.keyedHash(`rater|${call.personId}|${estateId}|${monthOf(call.now)}`).slice(0, 24)
  if (report && report.rating?.value !== value) await transaction.set('reports', { ...report, rating: { value, estateId, at: call.now, rater } })
}
