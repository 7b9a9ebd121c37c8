import { secretFrom } from '../../domain/survey/secret'
import { standardQuestionnaire } from '../../domain/survey/questionnaire'
import type { Actions } from '../../types/api'
import type { HouseholdDocument } from '../../types/documents/households'
import { demoHash } from '../../scripts/demo/hashes'
import { householdDocument } from '../../store/households'
import { townSeed } from '../../scripts/demo/town'
import { surveyAt } from './requests'
import { OFFICE, OFFICE_2, rest } from './stories'
import { at, hash, openTown, personId, TOWN_ID, type Town } from './town'

export const OPENS = at('2026-11-05 00:00')
export const CLOSES = at('2026-11-20 00:00')
/** While it is open, after the households have been told. */
export const MIDST = at('2026-11-06 10:00')
/** A minute after the count is due. */
export const COUNTED = CLOSES + 3 * 60_000
export const SURVEY = surveyAt('jinxiu')

export const secretOf = (name: string): string => secretFrom(hash(`secret ${name}`))
export const ALL_GOOD = standardQuestionnaire.questions.map(() => 5)
/** Eight digits as eight answers. */
export const answersFrom = (digits: string): number[] => [...digits].map(Number)

/** People of a big estate: each bound to one household of it, and no other one there. */
export const voterOf = (n: number): string => `voter-${n}`
export const homeOf = (n: number): string => homes[n]!._id
const homes: HouseholdDocument[] = []
const householdN = (n: number): HouseholdDocument => ({
  ...householdDocument(demoHash, { townId: TOWN_ID, estateId: 'jinxiu', address: { building: String(1 + Math.floor(n / 40)), unit: '1', room: String(100 + (n % 40)) }, status: 'occupied', phoneHashes: [], at: 0, by: personId(OFFICE) }),
  members: [{ personId: personId(voterOf(n)), since: 0, by: 'code', relation: 'lives', invitedBy: null }],
})

/** The demo town whose 锦绣花园 has so many households, all lived in, each with its voter. */
export function openEstate(households: number): Town {
  homes.splice(0, homes.length, ...Array.from({ length: households }, (_, n) => householdN(n)))
  const seed = townSeed('2026-01')
  return openTown({ seed: { ...seed, households: [...seed.households!.filter(({ estateId }) => estateId !== 'jinxiu'), ...homes] } })
}

/** Published by the office, opened by the clock, and every household told. */
export async function opened(town: Town, estateId = 'jinxiu', request: Partial<Actions['saveSurvey']['request']> = {}): Promise<string> {
  const { surveyId, questionnaire } = await town.ok(OFFICE, 'saveSurvey', { estateId, year: 2026, opensAt: OPENS, closesAt: CLOSES, ...request })
  await town.ok(OFFICE_2, 'publishSurvey', { surveyId, version: questionnaire.version })
  town.goTo(OPENS)
  await beats(town)
  town.goTo(MIDST)
  return surveyId
}

type Cast = Actions['castBallot']['request']
export const aBallot = (name: string, householdId: string, changes: Partial<Cast> = {}): Cast => ({ surveyId: SURVEY, householdId, secret: secretOf(name), revision: 1, answers: ALL_GOOD, remark: '', milliseconds: 60_000, ...changes })
/** The voter of a household of `openEstate` answers. */
export const votes = (town: Town, n: number, changes: Partial<Cast> = {}) => town.ok(voterOf(n), 'castBallot', aBallot(voterOf(n), homeOf(n), changes))

/** A survey takes one step in a beat. */
export async function beats(town: Town, count = 4): Promise<void> {
  for (let n = 0; n < count; n += 1) await rest(town)
}
/** Closed, counted and told. */
export async function counted(town: Town): Promise<void> {
  town.goTo(COUNTED)
  await beats(town)
}
/** An ordinary answering: no two say quite the same, and a few at a time. The first `satisfied` of them are satisfied with the whole. */
export async function answerAll(town: Town, answered: number, satisfied: number): Promise<void> {
  for (let n = 0; n < answered; n += 1) {
    if (n % 4 === 0) town.goTo(town.now() + 11 * 60_000)
    const others = [0, 1, 2, 3, 4, 5, 6].map((place) => Math.floor(n / 3 ** (place % 4)) % 3 + 2)
    await votes(town, n, { answers: [n < satisfied ? 4 + (n % 2) : 1 + (n % 3), ...others] })
  }
}
export const survey = (town: Town) => town.one('surveys', SURVEY)
export const urnsOf = (town: Town) => [...town.all('urns'), ...town.all('sealedUrns')].filter(({ surveyId }) => surveyId === SURVEY)
export const ballotsOf = (town: Town) => urnsOf(town).flatMap(({ ballots }) => ballots)
export const spentOf = (town: Town) => town.all('households').filter(({ spentIn }) => spentIn.includes(SURVEY))
/** The one thing that must never be otherwise. */
export const expectBalance = (town: Town, count: number): void => expect({ ballots: ballotsOf(town).length, spent: spentOf(town).length }).toEqual({ ballots: count, spent: count })
