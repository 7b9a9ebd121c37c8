import { FORGETTING_HOURS, LOOK_AGAIN_DAYS, RETENTION, type RetentionKey } from '../../../domain/privacy/retention'
import { DAY_MS, dayNumberOf, HOUR_MS, startOfDayNumber } from '../../../domain/time/beijing'
import type { CollectionName, Collections } from '../../../store/collections'
import type { Query } from '../../../store/database'
import { SILENT } from '../heartbeat'
import type { StoreTransaction } from '../../../store/store'
import type { CaseDocument } from '../../../types/documents/cases'
import { eachDue } from '../eachDue'
import { NOTHING, together, type Job, type Outcome } from '../job'

type Rule<Name extends CollectionName> = {
  readonly name: Name
  readonly due: (now: number) => Query['where']
  /** What is left of the document; null: nothing. */
  readonly rest: (document: Collections[Name], now: number, transaction: StoreTransaction) => Promise<Collections[Name] | null> | Collections[Name] | null
}

/** The instant before which this kind of thing is too old. */
const before = (key: { [Key in RetentionKey]: (typeof RETENTION)[Key]['days'] extends number ? Key : never }[RetentionKey], now: number): number => now - RETENTION[key].days * DAY_MS

const forget =
  <Name extends CollectionName>({ name, due, rest }: Rule<Name>): Job =>
  (services) =>
    eachDue(services, (limit) => services.store.find(name, { where: due(services.now), limit, fields: ['_id'] }), async ({ _id }) =>
      services.store.transaction(async (transaction) => {
        const document = await transaction.get(name, _id)
        if (!document) return
        const left = await rest(document, services.now, transaction)
        if (left) await transaction.set(name, left)
        else await transaction.remove(name, _id)
      }),
    )

const nothing = () => null
const RULES: readonly Job[] = [
  forget({ name: 'reports', due: (now) => ({ forgetAt: { lte: now } }), rest: async (report, now, transaction) => {
    const endedAt = endOf(await transaction.get('cases', report.caseId))
    if (endedAt === null) return { ...report, forgetAt: now + LOOK_AGAIN_DAYS * DAY_MS }
    const isOld = endedAt <= before('reporter', now)
    return isOld ? { ...report, personId: null, forHouseholdId: null, forgetAt: null } : { ...report, forgetAt: endedAt + RETENTION.reporter.days * DAY_MS }
  } }),
  forget({ name: 'notices', due: (now) => ({ readAt: { lte: before('readNotices', now) } }), rest: nothing }),
  forget({ name: 'notices', due: (now) => ({ createdAt: { lte: before('notices', now) } }), rest: nothing }),
  forget({ name: 'unmaskings', due: (now) => ({ at: { lte: before('unmaskings', now) } }), rest: nothing }),
  forget({ name: 'householdCodes', due: (now) => ({ expiresAt: { lte: before('invitations', now) } }), rest: nothing }),
  forget({ name: 'phoneProofs', due: (now) => ({ expiresAt: { lte: before('phoneProofs', now) } }), rest: nothing }),
  forget({ name: 'tallies', due: (now) => ({ forgetAt: { lte: now } }), rest: nothing }),
  forget({ name: 'voices', due: (now) => ({ forgetAt: { lte: now } }), rest: async (voice, now, transaction) => {
    const endedAt = endOf(await transaction.get('cases', voice.caseId))
    if (endedAt === null) return { ...voice, forgetAt: now + LOOK_AGAIN_DAYS * DAY_MS }
    return endedAt <= before('voices', now) ? null : { ...voice, forgetAt: endedAt + RETENTION.voices.days * DAY_MS }
  } }),
  forget({ name: 'rosterPages', due: (now) => ({ at: { lte: before('rosters', now) } }), rest: nothing }),
  forget({ name: 'rosterImports', due: (now) => ({ at: { lte: before('rosters', now) } }), rest: nothing }),
]

/** When a case was over; null: it is not. One that is gone keeps nobody. */
function endOf(document: CaseDocument | null): number | null {
  if (!document) return 0
  if (document.closedAt !== null) return document.closedAt
  return document.state === 'refused' || document.state === 'withdrawn' ? (document.events[document.events.length - 1]?.at ?? null) : null
}

const isNight = (now: number): boolean => {
  const ofDay = now - startOfDayNumber(dayNumberOf(now))
  return ofDay >= FORGETTING_HOURS.from * HOUR_MS && ofDay < FORGETTING_HOURS.until * HOUR_MS
}

/** Tells when everything old was gone last; a night that is not over yet has not written it. */
const MARK = 'forgetting'

/**
 * 到期删除, by the table that the privacy page shows: once a night. Where the time was up, or the beat was killed, it goes on in the next one; a rule that fails does not hold up
 * the others, and is tried again.
 */
export const forgetOld: Job = async (services) => {
  const { store, now } = services
  if (!isNight(now)) return NOTHING
  const mark = await store.get('heartbeats', MARK)
  if (mark && dayNumberOf(mark.at) === dayNumberOf(now)) return NOTHING
  const outcomes: Outcome[] = []
  const failures: unknown[] = []
  for (const rule of RULES) {
    if (outcomes.some(({ more }) => more)) break
    await rule(services).then((outcome) => outcomes.push(outcome), (error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${RULES.length} rules failed`)
  const outcome = together(outcomes)
  if (!outcome.more && outcome.failed.length + outcome.stuck.length === 0) await store.set('heartbeats', { ...SILENT, _id: MARK, at: now, endedAt: now })
  return outcome
}
