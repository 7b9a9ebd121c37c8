import { countBallots, withMergedModes } from '../../../../domain/survey/result'
import { findSignals, needsReview } from '../../../../domain/survey/signals'
import { lastDaysAt } from '../../../../domain/survey/stage'
import { nextWorkingInstant } from '../../../../domain/time/workingTime'
import { lotsOf } from '../../../../store/lotsOf'
import { noticeDocument } from '../../../../store/notices'
import { surveyFact, surveyNoticeFacts } from '../../../../store/surveyFact'
import { urnIds } from '../../../../store/surveys'
import type { SealedUrnDocument, SurveyDocument } from '../../../../types/documents/surveys'
import type { Services } from '../../job'
import { forgetPaper } from './forgetPaper'
import { sealUrn } from './sealUrn'

/** So many urns are sealed at once. */
const ABREAST = 5

/**
 * 计票: two minutes after the close every function that took an answer in time has ended. The urns are sealed one by one, then counted; what it adds is a fact
 * of the same transaction, unless too much of it is flagged, or the spent rights are not as many as the ballots: then the office looks first.
 */
export async function countSurvey(services: Services, survey: SurveyDocument): Promise<void> {
  const { store, loadRules, staffOf, hasTime, now } = services
  const urns = urnIds(survey)
  for (const [place, lot] of lotsOf(ABREAST, urns).entries()) {
    // The rest is sealed in the next beat, and counted then.
    if (place > 0 && !hasTime()) return
    await Promise.all(lot.map((id) => sealUrn(store, id)))
  }
  await forgetPaper(store, survey._id, now)
  const sealed = await store.findAll('sealedUrns', { where: { _id: { in: urns } }, orderBy: [['_id', 'asc']] })
  const ballots = withMergedModes(sealed.flatMap((urn) => urn.ballots))
  const modeOf = new Map(ballots.map(({ id, mode }) => [id, mode]))
  const spent = await store.count('households', { spentIn: survey._id })
  const result = countBallots({ questionnaire: survey.questionnaire, ballots, households: survey.households ?? 0, spent, countedAt: now })
  const { calendar } = await loadRules(survey.townId, now)
  const toldAt = [survey.opensAt, lastDaysAt(survey.closesAt)].map((at) => nextWorkingInstant(calendar, at)).flatMap((next) => (next.ok ? [next.at] : []))
  const signals = findSignals({ urns: sealed, households: result.households, opensAt: survey.opensAt, toldAt })
  const isHeld = needsReview(signals, result.answered) || spent !== result.answered
  const office = isHeld ? (await staffOf(survey.townId)).filter(({ grants }) => grants.some(({ role }) => role === 'office')) : []
  await store.transaction(async (transaction) => {
    const current = await transaction.get('surveys', survey._id)
    if (current?.stage !== 'open') return
    const merged = (urn: SealedUrnDocument): SealedUrnDocument => ({ ...urn, ballots: urn.ballots.map((ballot) => ({ ...ballot, mode: modeOf.get(ballot.id) ?? ballot.mode })), phones: {} })
    for (const urn of sealed) await transaction.set('sealedUrns', merged(urn))
    const counted: SurveyDocument = { ...current, result, signals, remarksWaiting: sealed.flatMap(({ remarks }) => remarks).length, stage: isHeld ? 'held' : 'final', publicAt: isHeld ? null : now, telling: isHeld ? null : { kind: 'surveyResult', after: '' }, nextAt: isHeld ? null : now }
    await transaction.set('surveys', counted)
    if (!isHeld) await transaction.set('assessments', surveyFact(counted, 'clock', now))
    const facts = surveyNoticeFacts(await transaction.get('estates', survey.estateId))
    for (const { _id: personId } of office) await transaction.set('notices', noticeDocument({ townId: survey.townId, personId, kind: 'surveyHeld', cause: survey._id, caseId: null, facts, now, inWorkingTime: true }, calendar))
  })
}
