import { memberOf } from '../../../../domain/household/members'
import { yearOfSurvey } from '../../../../store/surveys'
import { tallyId } from '../../../../store/tallies'
import type { ReplyOf } from '../../../../types/api'
import type { HouseholdDocument } from '../../../../types/documents/households'
import type { EstateDocument } from '../../../../types/documents/town'
import { reply, type Call, type Handler } from '../../context'
import { exportReports, spokenOn } from './exportReports'

/** So many of each stand on a page; a report carries photos and all that was said. */
const [REPORTS, NOTICES] = [20, 200]
const AT_ITS_END = { items: [], next: null } as const

/** 导出我的数据. The own data of every town one ever belonged to. */
export const exportMyData: Handler<'exportMyData', Call> = async ({ cursor }, call) => {
  const { store, personId, now } = call
  const [estates, bound] = await Promise.all([store.findAll('estates', { where: {} }), store.findAll('households', { where: { 'members.personId': personId } })])
  const byId = new Map(estates.map((estate) => [estate._id, estate]))
  const [reports, notices] = await Promise.all([
    cursor?.reports === null ? AT_ITS_END : store.page('reports', { where: { personId }, orderBy: [['at', 'desc']] }, REPORTS, cursor?.reports),
    cursor?.notices === null ? AT_ITS_END : store.page('notices', { where: { personId }, orderBy: [['createdAt', 'desc']] }, NOTICES, cursor?.notices),
  ])
  return reply({
    exportedAt: now,
    ...(cursor === undefined ? await shortParts(call, byId, bound) : NOTHING_SHORT),
    reports: await exportReports(call, reports.items, byId, new Map(bound.map(({ _id, label }) => [_id, label]))),
    notices: notices.items.map(({ createdAt, subject, text, readAt }) => ({ at: createdAt, subject, text, readAt })),
    nextCursor: reports.next === null && notices.next === null ? null : { reports: reports.next, notices: notices.next },
  })
}

type ShortParts = Omit<ReplyOf<'exportMyData'>, 'exportedAt' | 'reports' | 'notices' | 'nextCursor'>
const NOTHING_SHORT: ShortParts = { profile: null, consents: [], households: [], quotas: [], unmaskings: [], days: [], wrongCodesAt: [], spokenOn: [] }

async function shortParts(call: Call, estates: ReadonlyMap<string, EstateDocument>, bound: readonly HouseholdDocument[]): Promise<ShortParts> {
  const { store, person, personId, openid, keyedHash } = call
  const tallyOf = tallyId(keyedHash, openid)
  const own = { where: { personId } }
  const [town, consents, quotas, unmaskings, tally, voices] = await Promise.all([
    person && store.get('towns', person.townId), store.findAll('consents', own), store.findAll('quotas', own), store.findAll('unmaskings', { ...own, orderBy: [['at', 'desc']] }), 
    store.get('tallies', tallyOf), store.findAll('voices', { where: { tallyId: tallyOf }, orderBy: [['at', 'desc']] }),
  ])
  const nameOf = (estateId: string | null): string | null => (estateId === null ? null : (estates.get(estateId)?.name ?? null))
  return {
    profile: person && { openid: person.openid, name: person.name, townName: town?.name ?? '', estateName: nameOf(person.estateId) },
    consents: consents.flatMap(({ kind, said }) => said.map((each) => ({ kind, ...each }))),
    households: bound.flatMap(({ estateId, label, members, spentIn }) => {
      const me = memberOf(members, personId)
      return me ? [{ estateName: nameOf(estateId) ?? '', label, relation: me.relation, since: me.since, by: me.by, surveyYears: spentIn.map(yearOfSurvey) }] : []
    }),
    quotas: quotas.map(({ template, accepted, used }) => ({ template, accepted, used })),
    unmaskings: unmaskings.map(({ at, byName, reason, caseNumber }) => ({ at, who: byName, reason, caseNumber })),
    days: tally && tally.day !== '' ? [{ day: tally.day, ...tally.used }] : [],
    wrongCodesAt: [...(tally?.wrongAt ?? [])],
    spokenOn: await spokenOn(call, voices),
  }
}
