import { standingOf } from '../../../../domain/survey/right'
import { nextLook } from '../../../../domain/survey/stage'
import { noticeDocument } from '../../../../store/notices'
import { managersOf } from '../../../../store/people'
import type { Store } from '../../../../store/store'
import type { NoticeKind } from '../../../../types/codes'
import type { HouseholdDocument } from '../../../../types/documents/households'
import type { NoticeDocument } from '../../../../types/documents/notices'
import type { SurveyDocument } from '../../../../types/documents/surveys'
import { measuresUntil, surveyNoticeFacts } from '../../../../store/surveyFact'
import type { Services } from '../../job'

/** So many households in one beat. */
const HOUSEHOLDS = 200
/** So many of them at once. */
const ABREAST = 10

/** 告知 household by household, by address; a beat that is killed tells the same again, and nobody hears it twice. Reminded are only those who may still answer. */
export async function tellHouseholds({ store, loadRules, staffOf, estateOf, hasTime, now }: Services, survey: SurveyDocument): Promise<void> {
  const { telling, estateId, townId } = survey
  if (!telling) return
  const { calendar } = await loadRules(townId, now)
  const households = await store.find('households', { where: { estateId, order: { gt: telling.after } }, orderBy: [['order', 'asc']], limit: HOUSEHOLDS })
  const estate = await estateOf(estateId)
  const notice = (personId: string, kind: NoticeKind, dueAt: number | null) =>
    noticeDocument({ townId, personId, kind, cause: survey._id, caseId: null, facts: surveyNoticeFacts(estate, dueAt), now, inWorkingTime: true }, calendar)
  const noticesOf = (household: HouseholdDocument) => (isTold(household, survey) ? household.members.map(({ personId }) => notice(personId, telling.kind, survey.stage === 'open' ? survey.closesAt : null)) : [])
  // The estate hears with the residents that it has a month to tell what it does.
  const isFirst = telling.kind === 'surveyResult' && telling.after === ''
  const ofEstate = isFirst ? managersOf(await staffOf(townId), estateId).map(({ _id }) => notice(_id, 'surveyFollowUp', measuresUntil(survey))) : []
  await Promise.all(ofEstate.map((each) => writeOnce(store, each)))
  let told = 0
  while (told < households.length && (told === 0 || hasTime())) {
    const lot = households.slice(told, told + ABREAST)
    await Promise.all(lot.flatMap(noticesOf).map((each) => writeOnce(store, each)))
    told += lot.length
  }
  await store.transaction(async (transaction) => {
    const current = await transaction.get('surveys', survey._id)
    if (current?.telling?.kind !== telling.kind || current.telling.after !== telling.after) return
    const last = households[told - 1]
    await transaction.set('surveys', last && (told < households.length || households.length === HOUSEHOLDS) ? { ...current, telling: { ...telling, after: last.order } } : { ...current, telling: null, nextAt: nextLook(current) })
  })
}

const isTold = (household: HouseholdDocument, { _id: id, denominator, opensAt, stage }: SurveyDocument): boolean => {
  const standing = standingOf(household, { id, denominator, opensAt })
  return stage === 'open' ? standing === 'open' : standing !== 'notAsked'
}

/** One that is out already must not wait again. */
const writeOnce = (store: Store, notice: NoticeDocument): Promise<void> =>
  store.transaction(async (transaction) => {
    if (!(await transaction.get('notices', notice._id))) await transaction.set('notices', notice)
  })
