import { standingOf } from '../../../../domain/survey/right'
import { nextLook } from '../../../../domain/survey/stage'
import { noticeDocument } from '../../../../store/notices'
import { managersOf, staffOf } from '../../../../store/people'
import type { Store } from '../../../../store/store'
import type { NoticeKind } from '../../../../types/codes'
import type { HouseholdDocument } from '../../../../types/documents/households'
import type { NoticeDocument } from '../../../../types/documents/notices'
import type { SurveyDocument } from '../../../../types/documents/surveys'
import { measuresUntil, surveyNoticeFacts } from '../../../../store/surveyFact'
import type { Services } from '../../job'

/** So many households in one beat. */
const HOUSEHOLDS = 200
/** So many at once. */
const ABREAST = 10

/** 告知 household by household, by address; a beat that is killed tells the same again, and nobody hears it twice. Reminded are only those who may still answer. */
export async function tellHouseholds({ store, loadRules, now }: Services, survey: SurveyDocument): Promise<void> {
  const { telling, estateId, townId } = survey
  if (!telling) return
  const { calendar } = await loadRules(townId, now)
  const households = await store.find('households', { where: { estateId, order: { gt: telling.after } }, orderBy: [['order', 'asc']], limit: HOUSEHOLDS })
  const estate = await store.get('estates', estateId)
  const notice = (personId: string, kind: NoticeKind, dueAt: number | null) =>
    noticeDocument({ townId, personId, kind, cause: survey._id, caseId: null, facts: surveyNoticeFacts(estate, dueAt), now, inWorkingTime: true }, calendar)
  const notices = households.filter((household) => isTold(household, survey)).flatMap(({ members }) => members.map(({ personId }) => notice(personId, telling.kind, survey.stage === 'open' ? survey.closesAt : null)))
  // The estate hears with the residents that it has a month to tell what it does.
  if (telling.kind === 'surveyResult' && telling.after === '') notices.push(...managersOf(await staffOf(store, townId), estateId).map(({ _id }) => notice(_id, 'surveyFollowUp', measuresUntil(survey))))
  for (let from = 0; from < notices.length; from += ABREAST) await Promise.all(notices.slice(from, from + ABREAST).map((each) => writeOnce(store, each)))
  await store.transaction(async (transaction) => {
    const current = await transaction.get('surveys', survey._id)
    if (current?.telling?.kind !== telling.kind || current.telling.after !== telling.after) return
    const last = households[households.length - 1]
    await transaction.set('surveys', last && households.length === HOUSEHOLDS ? { ...current, telling: { ...telling, after: last.order } } : { ...current, telling: null, nextAt: nextLook(current) })
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
