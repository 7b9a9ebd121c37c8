import { mayShowPhoto, type PhotoReader, type PhotoSender, type PhotoState } from '../../../domain/privacy/photoCheck'
import type { Call } from '../context'
import { photoStates } from './photoStates'

export type PhotoToShow = { readonly fileId: string; readonly reader: PhotoReader; readonly sender: PhotoSender }
export type ShownPhoto = { readonly fileId: string; readonly link: string; readonly state: PhotoState }

/** What of them the reader gets to see, by file. */
export async function shownPhotos(call: Pick<Call, 'store' | 'hash' | 'files'>, photos: readonly PhotoToShow[]): Promise<ReadonlyMap<string, ShownPhoto>> {
  const shown = await showPhotos(call, photos)
  return new Map(shown.flatMap((photo) => (photo ? [[photo.fileId, photo] as const] : [])))
}

/** For each of them what the reader gets to see: a link, or null. One query and one call for links, however many. */
export async function showPhotos(call: Pick<Call, 'store' | 'hash' | 'files'>, photos: readonly PhotoToShow[]): Promise<readonly (ShownPhoto | null)[]> {
  if (photos.length === 0) return []
  const states = await photoStates(call, photos.map(({ fileId }) => fileId))
  const stateOf = (fileId: string): PhotoState => states.get(fileId) ?? 'waiting'
  const shown = [...new Set(photos.filter(({ fileId, reader, sender }) => mayShowPhoto(stateOf(fileId), reader, sender)).map(({ fileId }) => fileId))]
  const links = shown.length > 0 ? await call.files.links(shown) : []
  const linkOf = new Map(shown.map((fileId, index) => [fileId, links[index] ?? null]))
  return photos.map(({ fileId, reader, sender }) => {
    const link = mayShowPhoto(stateOf(fileId), reader, sender) ? linkOf.get(fileId) : null
    return link ? { fileId, link, state: stateOf(fileId) } : null
  })
}
