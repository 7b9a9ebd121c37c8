import { caseFromEvents } from '../../../../domain/case/caseState'
import { memberOf } from '../../../../domain/household/members'
import { noticeFactsIn } from '../../../../store/caseFacts'
import { keepTally, tallyId, tallyIn } from '../../../../store/tallies'
import { UNMASK_REASON_MIN } from '../../../../domain/privacy/mask'
import { saysSomething } from '../../../../domain/text/saysSomething'
import { householdsOf } from '../../../../store/households'
import { noticeDocument } from '../../../../store/notices'
import { refuse } from '../../../../types/api/refusal'
import type { HouseholdDocument } from '../../../../types/documents/households'
import { reply, type Handler, type Outcome } from '../../context'
import { isOfficeOf } from '../../photos/reader'
import { estatesOf } from '../estates'

/** 查看报告人身份. The record and the word to the person stand in the same transaction as the look: there is no look without them. */
export const unmaskReporter: Handler<'unmaskReporter'> = async ({ key, caseId, reportId, reason }, call) => {
  const { store, townId, now, rules } = call
  if ([...reason].length < UNMASK_REASON_MIN || !saysSomething(reason)) return refuse('REASON_SHORT', { min: UNMASK_REASON_MIN })
  const report = await store.get('reports', reportId)
  if (report?.townId !== townId || report.caseId !== caseId) return refuse('NOT_FOUND')
  const { personId, forHouseholdId } = report
  if (personId === null) return refuse('REPORTER_GONE')
  const [homes, forWhom, estates] = await Promise.all([householdsOf(store, townId, personId), forHouseholdId === null ? null : store.get('households', forHouseholdId), estatesOf(call)])
  const _id = `u${call.hash(`${call.personId}|${reportId}|${key}`).slice(0, 24)}`

  return store.transaction(async (transaction): Promise<Outcome<'unmaskReporter'>> => {
    const document = await transaction.get('cases', caseId)
    if (!document) return refuse('NOT_FOUND')
    if (!isOfficeOf(call.person, document)) return refuse('OWN_ESTATE')
    const person = await transaction.get('people', personId)
    // The person may have asked for deletion meanwhile.
    if (!person || person.erasingAt !== undefined) return refuse('REPORTER_GONE')
    if (!(await transaction.get('unmaskings', _id))) {
      // A deletion of this very moment comes first or finds the look.
      await keepTally(transaction, await tallyIn(transaction, tallyId(call.keyedHash, person.openid)), now)
      await transaction.set('unmaskings', { _id, townId, caseId, caseNumber: document.number, reportId, personId, by: call.personId, byName: call.person.name, at: now, reason })
      const case_ = caseFromEvents(document.events)
      const facts = { ...(await noticeFactsIn(transaction, document, case_, rules.editionOf(case_.editionId))), reason }
      await transaction.set('notices', noticeDocument({ townId, personId, kind: 'reporterUnmasked', cause: _id, caseId, facts, now, inWorkingTime: false }, null))
    }
    const place = ({ estateId, label }: HouseholdDocument) => ({ estateName: estates.get(estateId)?.name ?? '', label })
    return reply({
      name: person.name,
      households: homes.flatMap((home) => {
        const member = memberOf(home.members, personId)
        return member ? [{ ...place(home), relation: member.relation }] : []
      }),
      forHousehold: forWhom && place(forWhom),
    })
  })
}
