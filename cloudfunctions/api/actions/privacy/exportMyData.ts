import { memberOf } from '../../../../domain/household/members'
import { yearOfSurvey } from '../../../../store/surveys'
import { reply, type Call, type Handler } from '../../context'
import { exportReports } from './exportReports'

/** 导出我的数据. The own data of every town one ever belonged to. */
export const exportMyData: Handler<'exportMyData', Call> = async (_, call) => {
  const { store, person, personId, now } = call
  const own = { where: { personId } }
  const [estates, towns, consents, bound, notices, quotas, unmaskings, tries] = await Promise.all([
    store.findAll('estates', { where: {} }), store.findAll('towns', { where: {} }),
    store.findAll('consents', own), store.findAll('households', { where: { 'members.personId': personId } }), store.findAll('notices', { ...own, orderBy: [['createdAt', 'desc']] }),
    store.findAll('quotas', own), store.findAll('unmaskings', { ...own, orderBy: [['at', 'desc']] }), store.get('bindingTries', personId),
  ])
  const byId = new Map(estates.map((estate) => [estate._id, estate]))
  const nameOf = (estateId: string | null): string | null => (estateId === null ? null : (byId.get(estateId)?.name ?? null))
  return reply({
    exportedAt: now,
    profile: person && { openid: person.openid, name: person.name, townName: towns.find(({ _id }) => _id === person.townId)?.name ?? '', estateName: nameOf(person.estateId) },
    consents: consents.flatMap(({ kind, said }) => said.map((each) => ({ kind, ...each }))),
    households: bound.flatMap(({ estateId, label, members, spentIn }) => {
      const me = memberOf(members, personId)
      return me ? [{ estateName: nameOf(estateId) ?? '', label, relation: me.relation, since: me.since, by: me.by, surveyYears: spentIn.map(yearOfSurvey) }] : []
    }),
    reports: await exportReports(call, byId, new Map(bound.map(({ _id, label }) => [_id, label]))),
    notices: notices.map(({ createdAt, subject, text, readAt }) => ({ at: createdAt, subject, text, readAt })),
    quotas: quotas.map(({ template, accepted, used }) => ({ template, accepted, used })),
    unmaskings: unmaskings.map(({ at, byName, reason, caseNumber }) => ({ at, who: byName, reason, caseNumber })),
    days: person?.acts ? [person.acts] : [],
    wrongCodesAt: [...(tries?.wrongAt ?? [])],
  })
}
