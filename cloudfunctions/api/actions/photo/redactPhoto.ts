import { photosOf, redacted } from '../../../../domain/case/redacted'
import { refuse } from '../../../../types/api/refusal'
import { actor, reply, type Handler } from '../../context'
import { photoId } from '../../photos/photoId'
import { changeCase } from '../case/changeCase'
import { checkPhotos } from '../case/checks'

/** 遮挡照片. The original stays in the storage, and no reply carries a link to it any more. */
export const redactPhoto: Handler<'redactPhoto'> = async ({ caseId, photoId: wanted, replacement }, call) => {
  const refused = await checkPhotos(call, [replacement])
  if (refused) return refused
  const changed = await changeCase(call, caseId, 'office', async ({ document: { events }, transaction }) => {
    const isDone = events.some((event) => event.type === 'photoRedacted' && event.replacement === replacement && photoId(call.hash, event.photo) === wanted)
    if (isDone) return { ok: true, events: [] }
    const photo = redacted(events).flatMap((event) => ('photos' in event ? event.photos : [])).find((fileId) => photoId(call.hash, fileId) === wanted)
    if (photo === undefined) return refuse('NOT_FOUND')
    if (events.flatMap(photosOf).includes(replacement)) return refuse('REDACTION_SAME')
    // Nobody needs to look at the original any more.
    const check = await transaction.get('photoChecks', wanted)
    if (check) await transaction.set('photoChecks', { ...check, state: 'risky', tryAt: null, personId: null, waitsForOffice: false, decided: { by: call.personId, at: call.now, reason: '已遮挡' } })
    return { ok: true, events: [{ type: 'photoRedacted', at: call.now, by: actor(call, 'office'), photo, replacement }] }
  })
  return changed.ok ? reply({}) : changed
}
