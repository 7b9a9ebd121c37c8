import { memberOf } from '../../../../../domain/household/members'
import { maskName, maskRoom, UNNAMED } from '../../../../../domain/privacy/mask'
import type { ReplyOf } from '../../../../../types/api'
import type { CaseDocument } from '../../../../../types/documents/cases'
import type { TownCall } from '../../../context'

type Reporters = NonNullable<ReplyOf<'readCase'>['reporters']>

/** The most values a query compares a field with. */
const IN_MAX = 100

/** 报告人 for the office, masked. Who it is stands behind `unmaskReporter`. */
export async function reportersOf({ store, townId }: TownCall, { _id: caseId }: Pick<CaseDocument, '_id'>): Promise<Reporters> {
  const reports = [...(await store.find('reports', { where: { caseId }, limit: IN_MAX }))].sort((a, b) => a.at - b.at || Number(b.first) - Number(a.first))
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
