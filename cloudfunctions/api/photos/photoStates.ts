import type { PhotoState } from '../../../domain/privacy/photoCheck'
import type { PhotoCheckDocument } from '../../../types/documents/privacy'
import type { Call } from '../context'
import { photoId } from '../../../store/files'
import { IN_MAX } from '../../../store/database'

/** How each photo's check stands. One nobody has written down has not passed. */
export async function photoStates({ store, hash }: Pick<Call, 'store' | 'hash'>, fileIds: readonly string[]): Promise<ReadonlyMap<string, PhotoState>> {
  const ids = [...new Set(fileIds.map((fileId) => photoId(hash, fileId)))]
  const found: Pick<PhotoCheckDocument, '_id' | 'state'>[] = []
  for (let from = 0; from < ids.length; from += IN_MAX) found.push(...(await store.find('photoChecks', { where: { _id: { in: ids.slice(from, from + IN_MAX) } }, limit: IN_MAX, fields: ['state'] })))
  const known = new Map(found.map(({ _id, state }) => [_id, state]))
  return new Map(fileIds.map((fileId) => [fileId, known.get(photoId(hash, fileId)) ?? 'waiting']))
}
