import { currentRun } from '../../../../domain/case/handling'
import { refuse } from '../../../../types/api/refusal'
import { actor, reply, type Handler } from '../../context'
import { receivePhotos } from '../../photos/receivePhotos'
import { changeCase } from './changeCase'
import { checkWords, isRefusal, isUsedUp } from './checks'
import { EXTENSIONS_MAX, REQUESTS_MAX, SUSPENSION_DAYS_MAX } from '../../../../domain/case/limits'
import { DAY_MS } from '../../../../domain/time/beijing'

/** 申请延期或挂账, before the deadline. */
export const requestTime: Handler<'requestTime'> = async (request, call) => {
  const { caseId, reason, photos } = request
  const until = request.kind === 'suspension' ? request.until : undefined
  if (until !== undefined && (until <= call.now || until > call.now + SUSPENSION_DAYS_MAX * DAY_MS)) return refuse('BAD_REQUEST', { field: '挂账到期日（一年以内）' })
  const mark = await checkWords(call, reason)
  if (isRefusal(mark)) return mark
  const received = await receivePhotos(call, `${caseId}|request|${call.personId}`, photos)
  if (isRefusal(received)) return received
  const changed = await changeCase(call, caseId, 'manager', ({ case_ }) => {
    if (case_.request !== null) return refuse('STATE_CHANGED')
    if (isUsedUp(call, case_)) return refuse('ALREADY_OVERDUE')
    if (case_.requests >= REQUESTS_MAX) return refuse('REQUESTS_USED', { max: REQUESTS_MAX })
    if (request.kind === 'extension' && (currentRun(case_)?.extensions.length ?? 0) >= EXTENSIONS_MAX) return refuse('EXTENSIONS_USED', { max: EXTENSIONS_MAX })
    return { ok: true, events: [{ type: 'requested', at: call.now, by: actor(call, 'manager'), kind: request.kind, text: reason, photos: received.photos, ...mark, ...(until !== undefined && { until }) }], received }
  })
  return changed.ok ? reply({}) : changed
}
