import { photosOf, redacted, redactionsOf } from '../../../../domain/case/redacted'
import { dayNumberOf } from '../../../../domain/time/beijing'
import { pathOfFile, photoId } from '../../../../store/files'
import { refuse } from '../../../../types/api/refusal'
import { actor, reply, type Handler, type TownCall } from '../../context'
import { refuseShownBefore } from '../../photos/evidence'
import { photoOfRemark } from '../../photos/photoOfRemark'
import { receivePhotos } from '../../photos/receivePhotos'
import { uploadsUntil } from '../../uploads'
import { changeCase } from '../case/changeCase'
import { isRefusal } from '../case/checks'

/** 遮挡照片, of the case or of a resident's words in it. The original moves to where nobody is led: links that were given before open nothing any more, and discipline supervision can still have it from the storage. */
export const redactPhoto: Handler<'redactPhoto'> = async ({ caseId, photoId: wanted, replacement: upload }, call) => {
  const received = await receivePhotos(call, `${caseId}|${wanted}|redact|${call.personId}`, [upload])
  if (isRefusal(received)) return received
  const [replacement = ''] = received.photos
  const isShown = (await refuseShownBefore(call, { caseId }, received))?.code === 'PHOTO_SAME'
  const remarkPhoto = await photoOfRemark(call, caseId, wanted)
  const moved = isShown ? null : await moveAside(call, caseId, wanted)
  const changed = await changeCase(call, caseId, 'office', async ({ document: { events }, transaction }) => {
    const isDone = events.some((event) => event.type === 'photoRedacted' && event.replacement === replacement && photoId(call.hash, event.photo) === wanted)
    if (isDone) return { ok: true, events: [] }
    const shown = [...redacted(events).flatMap((event) => ('photos' in event ? event.photos : [])), ...(remarkPhoto === null ? [] : [redactionsOf(events)(remarkPhoto)])]
    const photo = shown.find((fileId) => photoId(call.hash, fileId) === wanted)
    if (photo === undefined) return refuse('NOT_FOUND')
    if (isShown || events.flatMap(photosOf).includes(replacement)) return refuse('REDACTION_SAME')
    // Nobody needs to look at the original any more.
    const check = await transaction.get('photoChecks', wanted)
    if (check) await transaction.set('photoChecks', { ...check, fileId: moved?.to ?? check.fileId, state: 'risky', tryAt: null, personId: null, waitsForOffice: false, decided: { by: call.personId, at: call.now, reason: '已遮挡' } })
    // Where it stood is the clock's to clear from now on, should this function not come to it.
    if (moved) await transaction.set('looseFiles', looseFile(wanted, call.now, pathOfFile(moved.from)))
    return { ok: true, events: [{ type: 'photoRedacted', at: call.now, by: actor(call, 'office'), photo, replacement }], received }
  })
  if (!changed.ok) return changed
  if (moved) await clear(call, wanted, moved.from)
  return reply({})
}

const looseFile = (photo: string, removeAt: number, path: string) => ({ _id: `o${photo}`, removeAt, uploads: 0, paths: [path] })

/** Copies the original to its new place, which the clock clears if it is not covered in the end. Null: it is there already, or nowhere. */
async function moveAside({ store, files, keyedHash, townId, now }: TownCall, caseId: string, photo: string): Promise<{ readonly from: string; readonly to: string } | null> {
  const path = (fileId: string) => `covered/${townId}/${keyedHash(fileId).slice(0, 32)}${/\.\w+$/.exec(fileId)?.[0] ?? ''}`
  const from = await store.transaction(async (transaction) => {
    const check = await transaction.get('photoChecks', photo)
    if (!check || !('caseId' in check.of) || check.of.caseId !== caseId || pathOfFile(check.fileId).startsWith('covered/')) return null
    await transaction.set('looseFiles', looseFile(photo, uploadsUntil(dayNumberOf(now) + 1), path(check.fileId)))
    return check.fileId
  })
  const bytes = from === null ? null : await files.fetch(from)
  return from === null || !bytes ? null : { from, to: await files.write(path(from), bytes) }
}

async function clear({ store, files }: TownCall, photo: string, fileId: string): Promise<void> {
  try {
    await files.remove([fileId])
    await store.remove('looseFiles', looseFile(photo, 0, '')._id)
  } catch (error) {
    // It is covered all the same; the clock clears it within a minute.
    console.error(`the covered photo ${photo} could not be removed yet`, error)
  }
}
