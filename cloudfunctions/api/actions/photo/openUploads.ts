import { UPLOADS_A_DAY, UPLOADS_AT_ONCE } from '../../../../domain/abuse/dailyLimits'
import { dayNumberOf } from '../../../../domain/time/beijing'
import { uploadPathOf } from '../../../../store/files'
import { refuse } from '../../../../types/api/refusal'
import type { UploadKind } from '../../../../types/codes'
import { reply, type Handler, type Outcome } from '../../context'
import { uploadFolder, uploadsUntil } from '../../uploads'

/** Written down before anything is uploaded: the clock removes what stands here, and it cannot look into the storage. */
export const openUploads: Handler<'openUploads'> = ({ kind }, call) => {
  const day = dayNumberOf(call.now)
  const folder = uploadFolder(call, day)
  return call.store.transaction(async (transaction): Promise<Outcome<'openUploads'>> => {
    const before = await transaction.get('looseFiles', folder)
    const opened: Record<UploadKind, number> = { photo: before?.uploads ?? 0, roster: before?.rosters ?? 0 }
    const numbers = Array.from({ length: UPLOADS_AT_ONCE[kind] }, () => (opened[kind] += 1))
    if (opened.photo + opened.roster > UPLOADS_A_DAY) return refuse('UPLOADS_USED', { max: UPLOADS_A_DAY })
    await transaction.set('looseFiles', { ...before, _id: folder, removeAt: uploadsUntil(day), uploads: opened.photo, rosters: opened.roster, paths: [] })
    return reply({ paths: numbers.map((number) => uploadPathOf(folder, kind, number)), until: uploadsUntil(day) })
  })
}
