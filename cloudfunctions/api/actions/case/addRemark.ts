import { currentRun } from '../../../../domain/case/handling'
import { REMARKS_MAX, REMARKS_OF_CASE_MAX } from '../../../../domain/case/limits'
import { REMARKS_A_DAY } from '../../../../domain/abuse/dailyLimits'
import { saysSomething } from '../../../../domain/text/saysSomething'
import { dateOf } from '../../../../domain/time/beijing'
import { refuse } from '../../../../types/api/refusal'
import type { CaseDocument, ReportDocument } from '../../../../types/documents/cases'
import { reply, type Handler } from '../../context'
import { refuseUsedUp, type Spending } from '../../ownName'
import { receivePhotos } from '../../photos/receivePhotos'
import { changeCase } from './changeCase'
import { checkText, isRefusal } from './checks'
import { myReports } from './myReports'

/** How many more remarks a reporter may add. */
export const remarksLeft = (document: Pick<CaseDocument, 'remarks'>, report: Pick<ReportDocument, 'remarks'>): number => Math.max(0, Math.min(REMARKS_MAX - report.remarks, REMARKS_OF_CASE_MAX - document.remarks))

/** 补充: more words or photos to an open case, by whoever reported it or joined. */
export const addRemark: Handler<'addRemark'> = async ({ key, caseId, text, photos }, call) => {
  const report = (await myReports(call, [caseId])).get(caseId)
  if (!report) return refuse('NOT_FOUND')
  const _id = `m${call.hash(`${report._id}|remark|${key}`).slice(0, 24)}`
  const spending: Spending = { act: 'remarks', max: REMARKS_A_DAY, used: refuse('REMARKS_A_DAY_USED', { max: REMARKS_A_DAY }) }
  const usedUp = await refuseUsedUp(call, spending)
  // What was said already is told the same.
  if (usedUp && !(await call.store.get('caseRemarks', _id))) return usedUp
  if (!saysSomething(text) && photos.length === 0) return refuse('NOTHING_SAID')
  const mark = await checkText(call, text)
  if (isRefusal(mark)) return mark
  const received = await receivePhotos(call, _id, photos)
  if (isRefusal(received)) return received
  const changed = await changeCase(call, caseId, 'resident', async ({ document, case_, transaction }) => {
    if (await transaction.get('caseRemarks', _id)) return { ok: true, events: [] }
    const own = await transaction.get('reports', report._id)
    if (own?.personId !== call.personId) return refuse('NOT_FOUND')
    if (own.remarks >= REMARKS_MAX) return refuse('REMARKS_USED', { max: REMARKS_MAX })
    if (document.remarks >= REMARKS_OF_CASE_MAX) return refuse('REMARKS_FULL', { max: REMARKS_OF_CASE_MAX })
    await transaction.set('reports', { ...own, remarks: own.remarks + 1 })
    // Whoever has it in hand is told once a day and case, however much is added.
    const isInHand = currentRun(case_)?.stoppedAt === null
    return {
      ok: true,
      spending,
      received,
      events: [],
      remark: { _id, type: 'remarked', reportId: report._id, text, photos: received.photos, ...mark },
      tell: isInHand ? [{ whom: 'managers', kind: 'caseRemarked', cause: `${caseId}:remarks:${dateOf(call.now)}` }] : [],
    }
  })
  return changed.ok ? reply({}) : changed
}
