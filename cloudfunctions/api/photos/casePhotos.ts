import type { PhotoReader } from '../../../domain/privacy/photoCheck'
import type { CaseDocument } from '../../../types/documents/cases'
import type { Call } from '../context'
import { photoSender } from './reader'
import { shownPhotos, type ShownPhoto } from './showPhotos'

/** Every photo of a case that the reader gets to see, by file. The events are those that are shown: redacted. */
export async function casePhotos(call: Pick<Call, 'store' | 'hash' | 'files'>, { events }: Pick<CaseDocument, 'events'>, reader: PhotoReader, myReportId: string | null): Promise<ReadonlyMap<string, ShownPhoto>> {
  const photos = events.flatMap((event) => ('photos' in event ? event.photos.map((fileId) => ({ fileId, reader, sender: photoSender(event, myReportId) })) : []))
  return shownPhotos(call, photos)
}
