import { redacted, redactionsOf } from '../../../../domain/case/redacted'
import { firstEvent, placeText } from '../../../../store/caseFacts'
import type { ReplyOf } from '../../../../types/api'
import type { CaseDocument, ReportDocument } from '../../../../types/documents/cases'
import type { VoiceDocument } from '../../../../types/documents/privacy'
import type { EstateDocument } from '../../../../types/documents/town'
import type { Call } from '../../context'
import { shownPhotos } from '../../photos/showPhotos'
import { IN_MAX } from '../../../../store/database'

type Exported = ReplyOf<'exportMyData'>['reports'][number]

/** A page of the caller's reports with what the caller said in them. */
export async function exportReports(call: Call, reports: readonly ReportDocument[], estates: ReadonlyMap<string, EstateDocument>, householdLabels: ReadonlyMap<string, string>): Promise<Exported[]> {
  const cases = await casesOf(call, reports)
  const exported: Exported[] = []
  for (const report of reports) {
    const document = cases.get(report.caseId)
    if (document) exported.push({ ...about(document, report, estates), forHousehold: householdLabels.get(report.forHouseholdId ?? '') ?? null, said: await saidIn(call, document, report) })
  }
  return exported
}

/** 反映过的案卷, of which only hashes are kept: what they hold back from a second try. */
export async function spokenOn(call: Call, voices: readonly VoiceDocument[]): Promise<{ caseNumber: string | null; at: number }[]> {
  const cases = await casesOf(call, voices)
  return voices.flatMap(({ caseId, at }) => {
    const document = cases.get(caseId)
    return document ? [{ caseNumber: document.number, at }] : []
  })
}

async function casesOf({ store }: Call, about: readonly { readonly caseId: string }[]): Promise<ReadonlyMap<string, CaseDocument>> {
  const cases = new Map<string, CaseDocument>()
  const caseIds = [...new Set(about.map(({ caseId }) => caseId))]
  for (let from = 0; from < caseIds.length; from += IN_MAX)
    for (const document of await store.find('cases', { where: { _id: { in: caseIds.slice(from, from + IN_MAX) } }, limit: IN_MAX })) cases.set(document._id, document)
  return cases
}

function about(document: CaseDocument, { at, first, rating }: ReportDocument, estates: ReadonlyMap<string, EstateDocument>): Omit<Exported, 'said' | 'forHousehold'> {
  const { _id, number, state, estateId, categoryCode, closedAt } = document
  const [estate, begun] = [estates.get(estateId) ?? null, firstEvent(document)]
  return {
    caseId: _id, caseNumber: number, state, estateName: estate?.name ?? '', categoryCode, placeText: placeText(begun.place, estates.get(begun.estateId) ?? null, estate),
    reportedAt: at, closedAt, first, rating: rating && { value: rating.value, at: rating.at },
  }
}

/** In the case itself and beside it, in the order it was said. */
async function saidIn(call: Call, document: CaseDocument, { _id }: ReportDocument): Promise<Exported['said']> {
  const remarks = await call.store.findAll('caseRemarks', { where: { reportId: _id }, orderBy: [['number', 'asc']] })
  const shown = redactionsOf(document.events)
  const mine = [
    ...redacted(document.events).flatMap((event, index) => ('reportId' in event && event.reportId === _id && 'text' in event ? [{ ...event, order: index, number: 0 }] : [])),
    ...remarks.map((remark) => ({ ...remark, photos: remark.photos.map(shown), order: remark.after - 0.5 })),
  ].sort((a, b) => a.order - b.order || a.number - b.number)
  const photos = await shownPhotos(call, mine.flatMap((said) => said.photos.map((fileId) => ({ fileId, reader: 'reporter' as const, sender: 'me' as const }))))
  return mine.map(({ at, type, text, photos: sent }) => ({ at, type, text, photos: sent.flatMap((fileId) => photos.get(fileId)?.link ?? []) }))
}
