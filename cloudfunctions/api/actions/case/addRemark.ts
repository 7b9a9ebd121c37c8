import { currentRun } from '../../../../domain/case/handling'
import { REMARKS_MAX } from '../../../../domain/case/limits'
import { REMARKS_A_DAY } from '../../../../domain/abuse/dailyLimits'
import { saysSomething } from '../../../../domain/text/saysSomething'
import { dateOf } from '../../../../domain/time/beijing'
import { refuse } from '../../../../types/api/refusal'
import type { CaseDocument } from '../../../../types/documents/cases'
import { actor, reply, type Handler } from '../../context'
import { receivePhotos } from '../../photos/receivePhotos'
import { changeCase } from './changeCase'
import { checkText, isRefusal } from './checks'
import { myReports } from './myReports'

const isRemarkOf = (reportId: string) => (event: CaseDocument['events'][number]) => event.type === 'remarked' && event.reportId === reportId
/** How many more remarks a reporter may add. */
export const remarksLeft = ({ events }: Pick<CaseDocument, 'events'>, reportId: string): number => Math.max(0, REMARKS_MAX - events.filter(isRemarkOf(reportId)).length)

/** 补充: more words or photos to an open case, by whoever reported it or joined. */
export const addRemark: Handler<'addRemark'> = async ({ key, caseId, text, photos }, call) => {
  const report = (await myReports(call, [caseId])).get(caseId)
  if (!report) return refuse('NOT_FOUND')
  const refused = (!saysSomething(text) && photos.length === 0 ? refuse('NOTHING_SAID') : null) ?? (await checkText(call, text))
  if (refused) return refused
  const remarkId = call.hash(`${report._id}|remark|${key}`).slice(0, 24)
  const received = await receivePhotos(call, remarkId, photos)
  if (isRefusal(received)) return received
  const changed = await changeCase(call, caseId, 'resident', ({ document, case_ }) => {
    if (document.events.some((event) => event.type === 'remarked' && event.remarkId === remarkId)) return { ok: true, events: [] }
    if (remarksLeft(document, report._id) === 0) return refuse('REMARKS_USED', { max: REMARKS_MAX })
    // Whoever has it in hand is told once a day and case, however much is added.
    const isInHand = currentRun(case_)?.stoppedAt === null
    return {
      ok: true,
      spending: { act: 'remarks', max: REMARKS_A_DAY, used: refuse('REMARKS_A_DAY_USED', { max: REMARKS_A_DAY }) },
      events: [{ type: 'remarked', at: call.now, by: actor(call, 'resident'), reportId: report._id, remarkId, text, photos: received.photos }],
      received,
      tell: isInHand ? [{ whom: 'managers', kind: 'caseRemarked', cause: `${caseId}:remarks:${dateOf(call.now)}` }] : [],
    }
  })
  return changed.ok ? reply({}) : changed
}
