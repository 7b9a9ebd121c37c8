import type { CaseEvent } from '../../../../domain/case/events'
import { weighWord, wordAfter } from '../../../../domain/case/followUp'
import { FOLLOW_UP_DAYS_MAX, UNFIXED_MAX } from '../../../../domain/case/limits'
import type { ReportRating } from '../../../../domain/case/ratings'
import { categoryByCode } from '../../../../domain/rulebook/categoryByCode'
import { saysSomething } from '../../../../domain/text/saysSomething'
import { monthOf } from '../../../../domain/time/beijing'
import { refuse, type Refusal } from '../../../../types/api/refusal'
import type { CaseDocument } from '../../../../types/documents/cases'
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
  if (!fixed && !saysSomething(text) && photos.length === 0) return refuse('NOTHING_SAID')
  const mark = await checkText(call, text)
  if (isRefusal(mark)) return mark
  const received = await receivePhotos(call, `${report._id}|followUp|${fixed}`, photos)
  if (isRefusal(received)) return received
  const changed = await changeCase(call, caseId, 'resident', async (found): Promise<Decision | Refusal> => {
    const { case_, document, transaction } = found
    const own = await transaction.get('reports', report._id)
    if (own?.personId !== call.personId) return refuse('NOT_FOUND')
    const weight = weighWord(case_, own.word, fixed, call.now)
    if (weight === 'over') return refuse('FOLLOW_UP_OVER', { days: FOLLOW_UP_DAYS_MAX })
    if (weight === 'settled') return refuse('FOLLOW_UP_SETTLED')
    if (rating !== undefined && managesEstate(call.person, document.estateId)) return refuse('RATING_OWN')
    const word = weight === 'new' ? wordAfter(case_, own.word, fixed) : own.word
    const rated = rating === undefined || own.rating?.value === rating ? own.rating : ratingOf(call, document, rating)
    if (word !== own.word || rated !== own.rating) await transaction.set('reports', { ...own, word, rating: rated })
    if (weight === 'said') return { ok: true, events: [] }
    const said = { reportId: own._id, text, photos: received.photos, ...mark }
    const remark = { _id: `${own._id}:${case_.answers}:${fixed ? 'fixed' : 'unfixed'}${own.word?.answer === case_.answers ? ':after' : ''}`, ...said }
    if (fixed) return { ok: true, events: [], remark: { ...remark, type: 'confirmedFixed' }, received }
    // It is back already by another one's word.
    if (case_.state === 'reopened') return { ok: true, events: [], remark: { ...remark, type: 'reportedUnfixed' }, received }
    if (case_.unfixedCount >= UNFIXED_MAX) return refuse('UNFIXED_FULL', { max: UNFIXED_MAX })
    return { ...unfixed(call, found, { type: 'reportedUnfixed', at: call.now, by: actor(call, 'resident'), ...said }), received }
  })
  return changed.ok ? reply({}) : changed
}

const NOT_FIXED = '居民反映未解决'

/** The first "not fixed" of a case is a rework by itself. A later one waits for somebody to go and look: resident and manager do not wear each other out. */
function unfixed(call: TownCall, { case_, edition }: Found, event: Extract<CaseEvent, { type: 'reportedUnfixed' }>): Decision {
  const category = case_.categoryCode === null ? undefined : categoryByCode(edition, case_.categoryCode)
  if (case_.unfixedCount > 0 || !category) return { ok: true, events: [event] }
  return {
    ok: true,
    events: [event, { type: 'reworked', at: call.now, by: { role: 'clock', person: 'clock' }, reason: NOT_FIXED, ...startOf(call, category.limit) }],
    tell: [{ whom: 'managers', kind: 'caseRework', reason: NOT_FIXED }, { whom: 'reporters', kind: 'reportReopened', reason: '有居民反映还没有修好', except: event.reportId }],
  }
}

/** 评价 stands with the report, never in the case: who handled it reads means only. */
const ratingOf = ({ keyedHash, personId, now }: TownCall, { estateId }: Pick<CaseDocument, 'estateId'>, value: number): ReportRating => ({
  value, estateId, at: now, rater: keyedHash(`rater|${personId}|${estateId}|${monthOf(now)}`).slice(0, 24),
})
