import { memberOf } from '../../../../../domain/household/members'
import { maskName, maskRoom, UNNAMED } from '../../../../../domain/privacy/mask'
import { firstEvent } from '../../../../../store/caseFacts'
import type { ReplyOf } from '../../../../../types/api'
import type { CaseDocument, ReportDocument } from '../../../../../types/documents/cases'
import type { TownCall } from '../../../context'
import { IN_MAX } from '../../../../../store/database'

type Reporters = NonNullable<ReplyOf<'readCase'>['reporters']>

/** 报告人 for the office, masked; of very many some, the one it began with always. Who it is stands behind `unmaskReporter`. */
export async function reportersOf({ store, townId }: TownCall, document: Pick<CaseDocument, '_id' | 'events'>): Promise<Reporters> {
  const reports = [...(await someReports(store, document))].sort((a, b) => a.at - b.at || Number(b.first) - Number(a.first))
  const personIds = [...new Set(reports.flatMap(({ personId }) => personId ?? []))]
  if (personIds.length === 0) return reports.map(({ _id, at, first }) => gone(_id, at, first))
  const [people, households] = await Promise.all([
    store.find('people', { where: { _id: { in: personIds } }, limit: IN_MAX }),
    store.findAll('households', { where: { 'members.personId': { in: personIds } } }),
  ])
  return reports.map(({ _id: reportId, at, first, personId }) => {
    const person = people.find((each) => each._id === personId)
    if (!person) return gone(reportId, at, first)
    const home = households.find((household) => household.townId === townId && memberOf(household.members, person._id)?.relation === 'lives')
    return { reportId, maskedName: maskName(person.name), maskedRoom: home ? maskRoom(home) : null, at, first, gone: false }
  })
}

const gone = (reportId: string, at: number, first: boolean): Reporters[number] => ({ reportId, maskedName: UNNAMED, maskedRoom: null, at, first, gone: true })

async function someReports(store: TownCall['store'], { _id: caseId, events }: Pick<CaseDocument, '_id' | 'events'>): Promise<readonly ReportDocument[]> {
  const found = await store.find('reports', { where: { caseId }, limit: IN_MAX })
  const begun = firstEvent({ events })
  if (found.length < IN_MAX || begun.type !== 'submitted' || found.some(({ first }) => first)) return found
  const first = await store.get('reports', begun.reportId)
  return first ? [first, ...found.slice(1)] : found
}
