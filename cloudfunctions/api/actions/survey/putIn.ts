import { dayWords } from '../../../../domain/notice/dayWords'
import { dateOf } from '../../../../domain/time/beijing'
import { writtenOut } from '../../../../domain/time/chineseTime'
import { answersFault, patternOf } from '../../../../domain/survey/answers'
import { standingOf } from '../../../../domain/survey/right'
import { ballotId, isSecret, receiptOf, remarkId } from '../../../../domain/survey/secret'
import { QUICK_MS } from '../../../../domain/survey/signals'
import { ballotOf, burstOf, revised, urnOf, type Ballot, type Mode, type Remark } from '../../../../domain/survey/urn'
import type { AddingStoreTransaction } from '../../../../store/store'
import { urnId } from '../../../../store/surveys'
import { refuse, type Refusal } from '../../../../types/api/refusal'
import type { HouseholdDocument } from '../../../../types/documents/households'
import type { SurveyDocument } from '../../../../types/documents/surveys'
import { allOrNothing } from '../../allOrNothing'
import type { Call } from '../../context'

export type Casting = { readonly surveyId: string; readonly householdId: string; readonly secret: string; readonly revision: number; readonly answers: readonly number[]; readonly remark: string; readonly milliseconds: number }
type PutIn = { readonly ok: true; readonly receipt: string; readonly revision: number }
/** Who may speak for the household, looked at in the transaction. */
type MayVote = (household: HouseholdDocument) => Refusal | null

/**
 * 投票: the household's right is spent and the ballot is in the urn, in one transaction, or neither. The two documents have nothing in common: the household
 * learns no instant, way or person, and the urn keeps its ballots sorted by ids of chance, so that no order, version or backup puts one beside the other.
 * Three database operations: the household read and written, the urn added to. The same sent again finds its own ballot by the phone's secret.
 */
export async function putIn(call: Call, casting: Casting, mode: Mode, mayVote: MayVote): Promise<PutIn | Refusal> {
  const { surveyId, householdId, secret, answers, remark, revision } = casting
  const survey = await call.surveyOf(surveyId)
  if (!survey || survey.stage === 'draft') return refuse('NOT_FOUND')
  if (survey.stage === 'scheduled' || call.now < survey.opensAt) return refuse('SURVEY_NOT_OPEN', { from: writtenOut(dateOf(survey.opensAt)) })
  const fault = answersFault(survey.questionnaire, answers)
  if (fault) return refuse('ANSWERS_WRONG', { fault })
  if (!isSecret(secret)) return refuse('BAD_REQUEST', { field: '改答码' })
  const ballot: Ballot = { id: ballotId(call.keyedHash, casting, secret), revision, answers: patternOf(answers), mode, isQuick: casting.milliseconds < QUICK_MS }
  const words: Remark | null = remark === '' ? null : { id: remarkId(call.keyedHash, casting, secret), text: remark }
  const urn = urnId(surveyId, urnOf(call.hash(`urn|${surveyId}|${householdId}`), survey.urns))
  const risk = mode === 'phone' && revision === 1 ? await call.riskOf(call.openid) : null
  const counts = countsOf(call, survey, mode, risk)
  return allOrNothing(call.store, async (transaction): Promise<PutIn | Refusal> => {
    const household = await transaction.get('households', householdId)
    if (household?.estateId !== survey.estateId || household.townId !== survey.townId) return refuse('SURVEY_OTHER_ESTATE')
    const denied = mayVote(household)
    if (denied) return denied
    const standing = standingOf(household, { id: surveyId, denominator: survey.denominator, opensAt: survey.opensAt })
    if (standing === 'answered') return again(call, transaction, { survey, urn, ballot, words, remarkId: remarkId(call.keyedHash, casting, secret) })
    if (call.now >= survey.closesAt || survey.stage !== 'open') return closed(survey)
    if (standing !== 'open') return refuse(standing === 'paper' ? 'BALLOT_ON_PAPER' : 'NOT_ASKED')
    await transaction.set('households', { ...household, spentIn: [...household.spentIn, surveyId] })
    const isIn = await transaction.addTo('urns', urn, { items: { ballots: { item: ballot, sortedBy: 'id' }, ...(words && { remarks: { item: words, sortedBy: 'id' } }) }, counts })
    // It has been sealed meanwhile: the right is not spent either.
    return isIn ? { ok: true, receipt: receiptOf(call.keyedHash, ballot.id), revision } : closed(survey)
  })
}

export const closed = ({ closesAt }: Pick<SurveyDocument, 'closesAt'>): Refusal => refuse('SURVEY_CLOSED', { until: dayWords(closesAt) })

/** Counts that stand beside no ballot and no household: how many at a time, from one phone, with a risk rank. */
const countsOf = ({ keyedHash, personId, now }: Call, { _id, opensAt }: SurveyDocument, mode: Mode, risk: number | null): Readonly<Record<string, number>> => ({
  [`bursts.${mode}:${burstOf(opensAt, now)}`]: 1, [`phones.${mode}:${keyedHash(`voter|${_id}|${personId}`).slice(0, 16)}`]: 1, ...(risk !== null && { [`risks.${risk}`]: 1 }),
})

type Again = { readonly survey: SurveyDocument; readonly urn: string; readonly ballot: Ballot; readonly words: Remark | null; readonly remarkId: string }

/** The right is spent: this very ballot sent again, the same household's other answers, or somebody else of the household. */
async function again({ now, keyedHash }: Call, transaction: AddingStoreTransaction, { survey, urn: _id, ballot, words, remarkId: wordsId }: Again): Promise<PutIn | Refusal> {
  const urn = await transaction.get('urns', _id)
  const known = ballotOf(urn ?? (await transaction.get('sealedUrns', _id)) ?? { ballots: [] }, ballot.id)
  if (!known) return refuse('BALLOT_SPENT')
  if (ballot.revision <= known.revision) return { ok: true, receipt: receiptOf(keyedHash, known.id), revision: known.revision }
  if (!urn || now >= survey.closesAt) return closed(survey)
  // Who answers again has read the questions before.
  await transaction.set('urns', revised(urn, { ...ballot, mode: known.mode, isQuick: known.isQuick && ballot.isQuick }, wordsId, words))
  return { ok: true, receipt: receiptOf(keyedHash, known.id), revision: ballot.revision }
}
