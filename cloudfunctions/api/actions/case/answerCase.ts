import { wasLate } from '../../../../domain/case/handling'
import { refuse } from '../../../../types/api/refusal'
import { actor, reply, type Handler } from '../../context'
import { refuseShownBefore, takeAsEvidence } from '../../photos/evidence'
import { receivePhotos } from '../../photos/receivePhotos'
import { changeCase } from './changeCase'
import { checkWords, isRefusal } from './checks'

/** 回复. The server's receipt stops the clock: `now` of this call, whatever the phone says. */
export const answerCase: Handler<'answerCase'> = async ({ caseId, text, photos }, call) => {
  if (photos.length === 0) return refuse('PHOTO_MISSING')
  const mark = await checkWords(call, text)
  if (isRefusal(mark)) return mark
  const received = await receivePhotos(call, `${caseId}|answer|${call.personId}`, photos)
  if (isRefusal(received)) return received
  const shown = await refuseShownBefore(call, { caseId }, received)
  const changed = await changeCase(call, caseId, 'manager', async ({ case_, document, transaction }) => {
    // A send whose answer was lost on the way. The clock may have come round since, or a neighbour joined.
    const last = document.events.filter(({ type }) => type === 'answered').pop()
    if (case_.state === 'answered' && last?.type === 'answered' && last.by.person === call.personId && last.text === text && last.photos.join() === received.photos.join()) return { ok: true, events: [] }
    if (case_.state === 'closed' || case_.state === 'verified') return refuse('CASE_CLOSED')
    const earlier = document.events.flatMap((event) => ('photos' in event ? event.photos : []))
    if (received.photos.some((photo) => earlier.includes(photo))) return refuse('PHOTO_SAME')
    const used = shown ?? (await takeAsEvidence(call, transaction, received))
    if (used) return used
    return { ok: true, events: [{ type: 'answered', at: call.now, by: actor(call, 'manager'), text, photos: received.photos, ...mark }], received, tell: [{ whom: 'reporters', kind: 'reportAnswered' }] }
  })
  if (!changed.ok) return changed
  return reply({ overdue: wasLate(changed.case_, changed.case_.estateId, call.rules.calendarOf, call.now) })
}
