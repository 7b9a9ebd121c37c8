import { EFFECTS } from '../../cloudfunctions/api/access/permitted'
import { examinedMax, type Query } from '../../local-cloud/engine/queries'
import type { ActionName, Actions } from '../../types/api'
import { casesIn, crowdedCase, crowdedPhotos } from './largeTown/cases'
import { FINAL_SURVEY, OPEN_SURVEY } from './largeTown/households'
import { type largeTown, OFFICE_MANAGER } from './largeTown/largeTown'
import { prepare, workingRequest } from './everyAction'
import { FIRST, HOUSEHOLD } from './planted'
import { AUDITOR, INSPECTOR, MANAGER, NEIGHBOUR, OFFICE, RESIDENT, STRANGER } from './stories'

type Large = Awaited<ReturnType<typeof largeTown>>
export type ReadAction = { [Name in ActionName]: (typeof EFFECTS)[Name] extends 'reads' ? Name : never }[ActionName]
export const READ_ACTIONS = (Object.keys(EFFECTS) as ActionName[]).filter((action): action is ReadAction => EFFECTS[action] === 'reads')

/** Everybody asks everything: who may not is refused, and that costs no query worth the name. */
export const VIEWERS = ['newcomer-1', STRANGER, RESIDENT, FIRST, MANAGER, INSPECTOR, OFFICE, OFFICE_MANAGER, AUDITOR] as const

/** Every way in which each list and page is asked for. An action without a line does not compile. */
export const asksOf = ({ cases, households, caseId }: Large): { readonly [Name in ReadAction]: readonly Actions[Name]['request'][] } => {
  const crowded = crowdedCase(cases)
  const far = households.find(({ estateId }) => estateId === 'heping')!
  const survey = [{ surveyId: FINAL_SURVEY }, { surveyId: OPEN_SURVEY }]
  const news = [{ estateId: 'jinxiu' }, { estateId: 'jinxiu', month: '2026-10' }, { estateId: 'jinxiu', month: '2025-03' }, { estateId: 'lvzhou', month: '2026-10' }]
  return {
    whoAmI: [{}], readRulebook: [{}, { at: 'jinxiu' }],
    findSameProblems: ['0201', '0215', null].flatMap((categoryCode) =>
      [{ spotId: 'jinxiu-bins' }, { detail: '分类亭后面' }, { location: { latitude: 31.502, longitude: 120.302 } }].map((place) => ({ estateId: 'jinxiu', categoryCode, place })),
    ),
    listCases: [
      { scope: 'mine' }, { scope: 'neighbours' },
      ...[true, false].map((open) => ({ scope: 'estate', open }) as const), ...[true, false].map((open) => ({ scope: 'estate', open, estateId: 'heping' }) as const),
      ...(['toFile', 'toDispatch', 'toDecide', 'toVerify', 'reopened', 'findings'] as const).map((waiting) => ({ scope: 'desk', waiting }) as const),
      { scope: 'all' }, { scope: 'all', estateId: 'jinxiu' }, { scope: 'all', estateId: 'lvzhou' }, { scope: 'all', origin: 'inspected' }, { scope: 'all', origin: 'inspected', estateId: 'lvzhou' }, { scope: 'all', origin: 'reported' },
    ],
    readCase: [{ caseId }, { caseId: crowded._id }, { caseId: casesIn(cases, 'closed')._id }, { caseId: casesIn(cases, 'dispatched')._id }, ...crowdedPhotos(cases).map((photoId) => ({ caseId: crowded._id, photoId }))],
    readMyReports: [{}],
    readEstateNews: news, listEstateCases: news.flatMap((each) => [{ ...each, list: 'fixed' as const }, { ...each, list: 'open' as const }]),
    readStandings: [{}, { at: 'jinxiu', period: '2026' }, { period: '2026-10' }],
    readScore: [{ estateId: 'jinxiu' }, { estateId: 'jinxiu', period: '2026' }, { estateId: 'lvzhou', period: '2026-10' }],
    readRewards: [{}, { at: 'jinxiu', year: 2026 }],
    listNotices: [{}], readQuotas: [{}],
    readHousehold: [{ householdId: HOUSEHOLD }],
    listHouseholds: [{ estateId: 'jinxiu' }, { estateId: 'lvzhou' }, { estateId: 'jinxiu', building: '12' }, { estateId: 'jinxiu', room: '101' }, { estateId: 'jinxiu', building: '12', room: '101' }, { estateId: 'heping', building: far.building, room: far.room }],
    listHouseholdActs: [{}], listSlipRuns: [{ estateId: 'jinxiu' }], readDesk: [{}], verifyLedger: [{}],
    exportMyData: [{}], listUnmaskings: [{}, { scope: 'all' }], listPhotosToDecide: [{}],
    readSurveys: [{ year: 2025 }, { year: 2026 }, { at: 'jinxiu' }], readSurvey: survey, readSurveyBundle: [{ surveyId: FINAL_SURVEY }], readSurveyDesk: survey, listSurveyRemarks: [{ surveyId: FINAL_SURVEY }],
    listSurveyRemarksToRead: survey.flatMap((each) => [{ ...each, waiting: true }, { ...each, waiting: false }]),
    listDoors: survey.flatMap((each) => [{ ...each, building: '' }, { ...each, building: '12' }, { ...each, building: '12', open: true }]), readPaperBatches: survey,
  }
}

/** A page far down, for those whose lists are long; a list that ends before is read to its end. */
const PAGES = 100
const FAR: readonly string[] = [RESIDENT, MANAGER, OFFICE]
export type Looked = { readonly queries: readonly Query[]; /** Whether each way of asking was answered to somebody. */ readonly answered: readonly boolean[]; readonly lastPage: number }
type Answer = { readonly ok: boolean; readonly code?: string; readonly value?: { readonly nextCursor?: unknown } }

/** Asks in every way, page by page, as everybody; and tells every query it took. */
export async function lookAll(large: Large, action: ReadAction, queries: Query[]): Promise<Looked> {
  queries.length = 0
  const answered: boolean[] = []
  let lastPage = 0
  for (const request of asksOf(large)[action]) {
    let isAnswered = false
    for (const openid of VIEWERS) {
      const pages = FAR.includes(openid) || !isAnswered ? PAGES : 2
      let cursor: unknown
      for (let page = 1; page <= pages && cursor !== null; page += 1) {
        const answer = (await large.town.raw(openid, { action, request: { ...request, ...(page > 1 && { cursor }) } })) as Answer
        if (answer.code === 'INTERNAL' || answer.code === 'BAD_REQUEST') throw new Error(`${action} ${JSON.stringify(request)} by ${openid}: ${answer.code}`)
        isAnswered ||= answer.ok
        cursor = answer.value?.nextCursor ?? null
        lastPage = Math.max(lastPage, page)
      }
    }
    answered.push(isAnswered)
  }
  return { queries: [...queries], answered, lastPage }
}

export const WRITE_ACTIONS = (Object.keys(EFFECTS) as ActionName[]).filter((action) => EFFECTS[action] !== 'reads')
const DOERS = ['newcomer-1', NEIGHBOUR, FIRST, MANAGER, INSPECTOR, OFFICE] as const

/** What the clock asks on the next morning, and in the night in which what is old is forgotten. */
export const lookByClock = (large: Large, at: string, queries: Query[]): Promise<readonly Query[]> => {
  const begun = large.town.now()
  return undone(large.town, async () => {
    large.town.goTo(at)
    queries.length = 0
    await large.town.beat()
    return [...queries]
  }).finally(() => large.town.goTo(begun))
}

/** Does it about the planted case, by the first who may, and then undoes it: what the action needs, and the crowd around it, stand as before for the next one. */
export async function lookOnce(large: Large, action: ActionName, queries: Query[]): Promise<Pick<Looked, 'queries' | 'answered'>> {
  const { town } = large
  const begun = town.now()
  return undone(town, async () => {
    await prepare(action, large)
    queries.length = 0
    for (const openid of DOERS) {
      const answer = (await town.raw(openid, { action, request: workingRequest(action, openid, large) })) as Answer
      if (answer.ok) return { queries: [...queries], answered: [true] }
    }
    return { queries: [...queries], answered: [false] }
  }).finally(() => town.goTo(begun))
}

/** What is written meanwhile is one transaction of the disk that is taken back at the end. */
async function undone<T>({ engine: { sql } }: Large['town'], work: () => Promise<T>): Promise<T> {
  const { atomically } = sql
  sql.execute('BEGIN')
  Object.assign(sql, { atomically: <R>(inner: () => R): R => inner() })
  try {
    return await work()
  } finally {
    Object.assign(sql, { atomically })
    sql.execute('ROLLBACK')
  }
}

/** The queries that looked at too much, each once, at its worst: collection, operation and paths, what it looked at and gave. */
export function tooMuch(looked: readonly Query[]): readonly string[] {
  const worst = new Map<string, Query>()
  for (const query of looked) {
    const name = `${query.operation} ${query.collection} (${query.paths.join(', ')})`
    const known = worst.get(name)
    if (query.examined > examinedMax(query.returned) && (!known || query.examined - query.returned > known.examined - known.returned)) worst.set(name, query)
  }
  return [...worst].map(([name, { examined, returned }]) => `${name} looked at ${examined} and gave ${returned}`).sort()
}
