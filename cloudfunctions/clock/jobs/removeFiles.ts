import { fileAt, pathsOf, photoId } from '../../../store/files'
import type { LooseFilesDocument } from '../../../types/documents/files'
import { eachDue } from '../eachDue'
import { BATCH, type Job, type Services } from '../job'

/** Folders of uploads hold up to 900 files, and the platform removes 50 in one call. */
const DOCUMENTS_A_BEAT = 20
/** The most values a query compares a field with. */
const IN_MAX = 100

/**
 * 清理文件: uploads of which no more is to be expected, copies of acts that came to nothing, and where a covered photo stood.
 * @returns a full batch where there may be more
 */
export const removeFiles: Job = async (services) => {
  const { store, now } = services
  let removed = 0
  await eachDue((skip) => store.find('looseFiles', { where: { removeAt: { lte: now } }, orderBy: [['removeAt', 'asc']], skip, limit: DOCUMENTS_A_BEAT }), async (loose) => {
    // What the storage is called is known by any file that was taken in; as long as there is none, they stay due.
    const [known] = await store.find('photoChecks', { where: { _id: { gt: '' } }, limit: 1, fields: ['fileId'] })
    if (!known) return
    const fileIds = await unclaimed(services, pathsOf(loose).map((path) => fileAt(path, known.fileId)), loose)
    if (fileIds.length > 0) await services.removeFiles(fileIds)
    await store.remove('looseFiles', loose._id)
    removed += 1
  }, DOCUMENTS_A_BEAT)
  return removed >= DOCUMENTS_A_BEAT ? BATCH : removed
}

/** Without those that an act has taken meanwhile. */
async function unclaimed({ store, hash }: Services, fileIds: readonly string[], { uploads }: LooseFilesDocument): Promise<readonly string[]> {
  if (uploads > 0) return fileIds
  const idOf = (fileId: string): string => photoId(hash, fileId)
  const claimed = new Set<string>()
  for (let from = 0; from < fileIds.length; from += IN_MAX)
    for (const { _id, fileId } of await store.find('photoChecks', { where: { _id: { in: fileIds.slice(from, from + IN_MAX).map(idOf) } }, limit: IN_MAX, fields: ['fileId'] })) if (idOf(fileId) === _id) claimed.add(_id)
  return fileIds.filter((fileId) => !claimed.has(idOf(fileId)))
}
