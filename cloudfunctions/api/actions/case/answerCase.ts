import { missedDeadline } from '../../../../domain/case/handling'
import { refuse } from '../../../../types/api/refusal'
import { actor, reply, type Handler } from '../../context'
import { changeCase } from './changeCase'
import { checkPhotos, checkWords } from './checks'

/** 回复. The server's receipt stops the clock: `now` of this call, whatever the phone says. */
export const answerCase: Handler<'answerCase'> = async ({ caseId, text, photos }, call) => {
  if (photos.length === 0) return refuse('PHOTO_MISSING')
  const refused = (await checkWords(call, text)) ?? (await checkPhotos(call, photos))
  if (refused) return refused
  const changed = await changeCase(call, caseId, 'manager', ({ case_, document }) => {
    if (case_.state === 'closed' || case_.state === 'verified') return refuse('CASE_CLOSED')
    const earlier = document.events.flatMap((event) => ('photos' in event ? event.photos : []))
    if (photos.some((photo) => earlier.includes(photo))) return refuse('PHOTO_SAME')
    return { ok: true, events: [{ type: 'answered', at: call.now, by: actor(call, 'manager'), text, photos }], tell: [{ whom: 'reporters', kind: 'reportAnswered' }] }
  })
  if (!changed.ok) return changed
  const missed = missedDeadline(changed.case_, call.rules.calendar, call.now)
  return reply({ overdue: missed.ok && missed.dueAt !== null })
}
