import { redacted } from '../../../../domain/case/redacted'
import { firstEvent, placeText } from '../../../../store/caseFacts'
import type { ReplyOf } from '../../../../types/api'
import type { CaseDocument, ReportDocument } from '../../../../types/documents/cases'
import type { EstateDocument } from '../../../../types/documents/town'
import type { Call } from '../../context'
import { casePhotos } from '../../photos/casePhotos'

type Exported = ReplyOf<'exportMyData'>['reports'][number]
/** A page of the caller's reports with what the caller said in them. */
export async function exportReports(call: Call, reports: readonly ReportDocument[], estates: ReadonlyMap<string, EstateDocument>, householdLabels: ReadonlyMap<string, string>): Promise<Exported[]> {
  const caseIds = [...new Set(reports.map(({ caseId }) => caseId))]
  const found = caseIds.length > 0 ? await call.store.find('cases', { where: { _id: { in: caseIds } }, limit: caseIds.length }) : []
  const cases = new Map(found.map((document) => [document._id, document]))
  const exported: Exported[] = []
  for (const report of reports) {
    const document = cases.get(report.caseId)
    if (document) exported.push({ ...about(document, report, estates), forHousehold: householdLabels.get(report.forHouseholdId ?? '') ?? null, said: await saidIn(call, document, report) })
  }
  return exported
}

function about(document: CaseDocument, { at, first, rating }: ReportDocument, estates: ReadonlyMap<string, EstateDocument>): Omit<Exported, 'said' | 'forHousehold'> {
  const { _id, number, state, estateId, categoryCode, closedAt } = document
  const [estate, begun] = [estates.get(estateId) ?? null, firstEvent(document)]
  return {
    caseId: _id, caseNumber: number, state, estateName: estate?.name ?? '', categoryCode, placeText: placeText(begun.place, estates.get(begun.estateId) ?? null, estate),
    reportedAt: at, closedAt, first, rating: rating && { value: rating.value, at: rating.at },
  }
}

async function saidIn(call: Call, document: CaseDocument, { _id }: ReportDocument): Promise<Exported['said']> {
  const mine = redacted(document.events).filter((event) => 'reportId' in event && event.reportId === _id)
  const photos = await casePhotos(call, { events: mine }, 'reporter', _id)
  return mine.flatMap((event) => ('text' in event ? [{ at: event.at, type: event.type, text: event.text, photos: event.photos.flatMap((fileId) => photos.get(fileId)?.link ?? []) }] : []))
}
