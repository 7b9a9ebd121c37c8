import type { ActionName } from '../../../types/api'
import { NOBODYS, requestsAbout, surveyAt } from '../../support/requests'
import { FAR_ESTATE, twoTowns } from '../../support/secondTown'
import { dispatched, OFFICE, RESIDENT } from '../../support/stories'
import { opened } from '../../support/surveys'
import { openTown, personId, type Town } from '../../support/town'

const NEWCOMER = 'newcomer-1'
const AT = { at: 'jinxiu' } as const
/** What a shared page asks for. */
const PUBLISHED = {
  readRulebook: AT, readStandings: { period: '2026-11', ...AT }, readScore: { estateId: 'jinxiu', period: '2026-11' }, readRewards: { year: 2026, ...AT }, readEstateNews: { estateId: 'jinxiu', month: '2026-11' }, listEstateCases: { estateId: 'jinxiu', month: '2026-11', list: 'open' },
  readSurveys: { year: 2026, ...AT }, readSurvey: { surveyId: surveyAt('jinxiu') },
} as const satisfies { readonly [Name in ActionName]?: object }

let town: Town
beforeEach(() => (town = openTown({ seed: twoTowns() })))
afterEach(() => town.close())

test.each(Object.keys(PUBLISHED) as (keyof typeof PUBLISHED)[])('who belongs to no town yet reads %s of the estate that a link names, and stands nowhere for it', async (action) => {
  await opened(town)
  await dispatched(town)
  const before = town.dump()
  const envelope = await town.raw(NEWCOMER, { action, request: PUBLISHED[action] })
  expect(envelope).toMatchObject({ ok: true })
  expect(town.dump()).toBe(before)
  expect(town.all('people').some(({ _id }) => _id === personId(NEWCOMER))).toBe(false)
})

test('a visitor sees what is published and opens no case of it', async () => {
  const caseId = await dispatched(town)
  const { cases } = await town.ok(NEWCOMER, 'listEstateCases', { estateId: 'jinxiu', list: 'open' })
  expect(cases.map((line) => line.caseId)).toEqual([null])
  expect(await town.code(NEWCOMER, 'readCase', { caseId })).toBe('NO_ESTATE')
})

test('a survey that is only planned is nobody’s to see but the office’s', async () => {
  await town.ok(OFFICE, 'saveSurvey', requestsAbout(NOBODYS).saveSurvey)
  expect(await town.code(NEWCOMER, 'readSurvey', { surveyId: surveyAt('jinxiu') })).toBe('NOT_FOUND')
  expect((await town.ok(NEWCOMER, 'readSurveys', { year: 2026, ...AT })).surveys).toEqual([])
})

test('where a link names nothing that there is, an estate is to be chosen', async () => {
  expect([await town.code(NEWCOMER, 'readStandings', { period: '2026-11' }), await town.code(NEWCOMER, 'readStandings', { period: '2026-11', at: 'nowhere' }), await town.code(NEWCOMER, 'readSurvey', { surveyId: 'none' })]).toEqual(['NO_ESTATE', 'NO_ESTATE', 'NO_ESTATE'])
})

test('who belongs to a town is never a visitor of another one, whatever the link names', async () => {
  const own = await town.ok(RESIDENT, 'readStandings', { period: '2026-11' })
  expect(await town.ok(RESIDENT, 'readStandings', { period: '2026-11', at: FAR_ESTATE })).toEqual(own)
  expect(await town.code(RESIDENT, 'readEstateNews', { estateId: FAR_ESTATE })).toBe('ESTATE_UNKNOWN')
  expect(JSON.stringify(await town.call('far-resident', 'readStandings', { period: '2026-11', ...AT }))).not.toMatch(/jinxiu|锦绣/)
})

test('a visitor reads one town at a time: the link’s, and nothing of another one stands beside it', async () => {
  const far = JSON.stringify(await town.call(NEWCOMER, 'readStandings', { period: '2026-11', at: FAR_ESTATE }))
  expect(far).not.toMatch(/jinxiu|锦绣/)
  expect(JSON.stringify(await town.ok(NEWCOMER, 'readStandings', { period: '2026-11', ...AT }))).not.toContain(FAR_ESTATE)
})
