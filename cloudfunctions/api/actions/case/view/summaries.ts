import { caseFromEvents } from '../../../../../domain/case/caseState'
import { missedDeadline } from '../../../../../domain/case/handling'
import { firstEvent, placeText } from '../../../../../store/caseFacts'
import type { CaseSummary } from '../../../../../types/api/common'
import type { CaseDocument } from '../../../../../types/documents/cases'
import { estatesOf } from '../../estates'
import type { TownCall } from '../../../context'
import { myReports } from '../myReports'

/** Cases as they stand in lists: one query for the caller's reports and one call for all first photos, however many cases. */
export async function summaries(call: TownCall, documents: readonly CaseDocument[]): Promise<CaseSummary[]> {
  if (documents.length === 0) return []
  const [estates, mine, photos] = await Promise.all([
    estatesOf(call),
    myReports(call, documents.map(({ _id }) => _id)),
    firstPhotos(call, documents),
  ])
  return documents.map((document, index) => {
    const case_ = caseFromEvents(document.events)
    const estate = estates.get(document.estateId) ?? null
    const missed = missedDeadline(case_, call.rules.calendar, call.now)
    const report = mine.get(document._id)
    return {
      id: document._id, number: document.number, origin: case_.origin, level: case_.level, state: case_.state, estateId: document.estateId, estateName: estate?.name ?? '',
      categoryCode: case_.categoryCode, placeText: placeText(case_.place, estates.get(firstEvent(document).estateId) ?? null, estate), text: firstEvent(document).text, photo: photos[index] ?? null, createdAt: document.createdAt,
      dueAt: document.dueAt, overdue: missed.ok && missed.dueAt !== null, reportCount: case_.reports.length, mine: report ? (report.first ? 'first' : 'joined') : null,
      proposedFindings: document.proposedFindings, hasRequest: document.hasRequest,
    }
  })
}

async function firstPhotos(call: TownCall, documents: readonly CaseDocument[]): Promise<readonly (string | null)[]> {
  const ids = documents.map((document) => firstEvent(document).photos[0] ?? null)
  const known = ids.filter((id): id is string => id !== null)
  const links = known.length > 0 ? await call.files.links(known) : []
  const byId = new Map(known.map((id, index) => [id, links[index] ?? null]))
  return ids.map((id) => (id === null ? null : (byId.get(id) ?? null)))
}
