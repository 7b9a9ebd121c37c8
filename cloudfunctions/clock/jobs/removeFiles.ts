import { fileAt, pathsOf, photoId } from '../../../store/files'
import type { LooseFilesDocument } from '../../../types/documents/files'
import { eachDue } from '../eachDue'
import { once } from '../once'
import type { Job, Services } from '../job'
import { IN_MAX } from '../../../store/database'

/** Folders of uploads hold up to 900 files, and the platform removes 50 in one call. */
const DOCUMENTS_AT_ONCE = 20
/** A file of the clock's own, in which nothing stands that anybody reads. */
const OWN_FILE = { path: 'clock/here.txt', bytes: Buffer.from('linjing') }

/** 清理文件: uploads of which no more is to be expected, copies of acts that came to nothing, and where a covered photo stood. */
export const removeFiles: Job = (services) => {
  const { store, now } = services
  const another = once(() => anyFile(services))
  const due = (limit: number) => store.find('looseFiles', { where: { removeAt: { lte: now } }, orderBy: [['removeAt', 'asc']], limit })
  const remove = async (loose: LooseFilesDocument) => {
    const known = await another('')
    const fileIds = await unclaimed(services, pathsOf(loose).map((path) => fileAt(path, known)), loose)
    if (fileIds.length > 0) await services.removeFiles(fileIds)
    await store.remove('looseFiles', loose._id)
  }
  return eachDue(services, due, remove, DOCUMENTS_AT_ONCE)
}

/** What the storage is called is told only by the id of a file in it: of any photo that was taken in, and where there is none, of one that is written for that. */
async function anyFile({ store, writeFile }: Services): Promise<string> {
  const [taken] = await store.find('photoChecks', { where: { _id: { gt: '' } }, limit: 1, fields: ['fileId'] })
  return taken?.fileId ?? writeFile(OWN_FILE.path, OWN_FILE.bytes)
}

/** Without those that an act has taken meanwhile. */
async function unclaimed({ store, hash }: Services, fileIds: readonly string[], { paths }: LooseFilesDocument): Promise<readonly string[]> {
  // Uploads are taken by nobody: acts take copies.
  if (paths.length === 0) return fileIds
  const idOf = (fileId: string): string => photoId(hash, fileId)
  const claimed = new Set<string>()
  for (let from = 0; from < fileIds.length; from += IN_MAX)
    for (const { _id, fileId } of await store.find('photoChecks', { where: { _id: { in: fileIds.slice(from, from + IN_MAX).map(idOf) } }, limit: IN_MAX, fields: ['fileId'] })) if (idOf(fileId) === _id) claimed.add(_id)
  return fileIds.filter((fileId) => !claimed.has(idOf(fileId)))
}
