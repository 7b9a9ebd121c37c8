import { caseFromEvents } from '../../../../../domain/case/caseState'
import { wasLate } from '../../../../../domain/case/handling'
import { redacted } from '../../../../../domain/case/redacted'
import { firstEvent, placeText, reportCount } from '../../../../../store/caseFacts'
import type { CaseSummary } from '../../../../../types/api/common'
import type { CaseDocument, ReportDocument } from '../../../../../types/documents/cases'
import { viewOf } from '../../../access/scope'
import { photoReader, photoSender } from '../../../photos/reader'
import { showPhotos } from '../../../photos/showPhotos'
import { estatesOf } from '../../estates'
import type { TownCall } from '../../../context'
import { myReports } from '../myReports'
import { mayReadWords, shownWords } from './shownWords'

/** Cases as they stand in lists: one query for the caller's reports and one call for all first photos, however many cases. */
export async function summaries(call: TownCall, documents: readonly CaseDocument[]): Promise<CaseSummary[]> {
  if (documents.length === 0) return []
  const [estates, mine] = await Promise.all([estatesOf(call), myReports(call, documents.map(({ _id }) => _id))])
  const photos = await firstPhotos(call, documents, mine)
  return documents.map((document, index) => {
    const case_ = caseFromEvents(document.events)
    const estate = estates.get(document.estateId) ?? null
    const report = mine.get(document._id)
    const first = firstEvent(document)
    const mayRead = mayReadWords(document.events, 1, first, viewOf(call.person, document, report !== undefined), report?._id ?? null)
    const place = mayRead ? case_.place : { ...case_.place, detail: undefined }
    return {
      id: document._id, number: document.number, origin: case_.origin, level: case_.level, state: case_.state, estateId: document.estateId, estateName: estate?.name ?? '',
      categoryCode: case_.categoryCode, placeText: placeText(place, estates.get(first.estateId) ?? null, estate), text: shownWords(first.text, mayRead), photo: photos[index] ?? null, createdAt: document.createdAt,
      dueAt: document.dueAt, overdue: wasLate(case_, case_.estateId, call.rules.calendarOf, call.now), reportCount: reportCount(document), mine: report ? (report.first ? 'first' : 'joined') : null,
      proposedFindings: document.proposedFindings, hasRequest: document.hasRequest, toVerify: case_.contradicted,
    }
  })
}

async function firstPhotos(call: TownCall, documents: readonly CaseDocument[], mine: ReadonlyMap<string, ReportDocument>): Promise<readonly (string | null)[]> {
  const photos = documents.map((document) => {
    const first = firstEvent({ events: redacted(document.events) })
    const [fileId] = first.photos
    const report = mine.get(document._id)
    return fileId === undefined ? null : { fileId, reader: photoReader(call.person, document, viewOf(call.person, document, report !== undefined)), sender: photoSender(first, report?._id ?? null) }
  })
  const shown = await showPhotos(call, photos.filter((photo) => photo !== null))
  let next = 0
  return photos.map((photo) => (photo === null ? null : (shown[next++]?.link ?? null)))
}
