import type { ReportDocument } from '../../../../types/documents/cases'
import type { TownCall } from '../../context'

/** The caller's own report in each of the cases. */
export async function myReports(call: TownCall, caseIds: readonly string[]): Promise<ReadonlyMap<string, ReportDocument>> {
  if (caseIds.length === 0) return new Map()
  const reports = await call.store.find('reports', { where: { personId: call.personId, caseId: { in: caseIds } }, limit: 1000 })
  // The first report outweighs a later one of the same person.
  return new Map([...reports].sort((a, b) => Number(a.first) - Number(b.first)).map((report) => [report.caseId, report]))
}
