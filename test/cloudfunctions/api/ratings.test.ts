import { answered, MANAGER, NEIGHBOUR, newPhoto, OFFICE, RESIDENT, verify } from '../../support/stories'
import { openTown, personId, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

const DAY = 86_400_000
const unfixed = (caseId: string) => town.ok(RESIDENT, 'followUp', { caseId, fixed: false, text: '还剩一半', photos: [newPhoto()] })
const typesOf = (caseId: string) => town.one('cases', caseId).events.map(({ type }) => type)

describe('what a reporter reads about the own word', () => {
  test('is when it was asked, what was said, how it was rated, and until when one may speak', async () => {
    const caseId = await answered(town)
    const followUp = async (openid = RESIDENT) => (await town.ok(openid, 'readCase', { caseId })).followUp
    const asked = { askedAt: town.now(), said: null, rating: null, mayRate: true, canStill: true, until: null }
    expect(await followUp()).toEqual(asked)
    await town.ok(RESIDENT, 'followUp', { caseId, fixed: true, rating: 4 })
    expect(await followUp()).toEqual({ ...asked, said: 'fixed', rating: 4 })
    await verify(town, caseId)
    expect(await followUp()).toEqual({ ...asked, said: 'fixed', rating: 4, until: town.now() + 30 * DAY })
    expect([await followUp(NEIGHBOUR), await followUp(MANAGER), await followUp(OFFICE)]).toEqual([null, null, null])
  })

  test('of an answer that no longer stands is still there while it is reworked', async () => {
    const caseId = await answered(town)
    await unfixed(caseId)
    expect((await town.ok(RESIDENT, 'readCase', { caseId })).followUp).toEqual({ askedAt: null, said: 'unfixed', rating: null, mayRate: true, canStill: false, until: null })
  })
})

/** Reports a case of its own in the estate, has it answered, and rates that. */
async function rated(by: string, spot: number, rating: number): Promise<void> {
  await town.ok(by, 'chooseEstate', { estateId: 'jinxiu' })
  const caseId = await answered(town, { by, place: { spotId: `jinxiu-b${spot}` } })
  await town.ok(by, 'followUp', { caseId, fixed: true, rating })
}

describe('a rating', () => {
  test('may come with either word or after it, the last one counts, and stands with the report alone', async () => {
    const caseId = await answered(town)
    const rate = (isFixed: boolean, rating: number) => town.ok(RESIDENT, 'followUp', { caseId, fixed: isFixed, text: '说明', rating })
    await rate(true, 5)
    await rate(true, 3)
    await rate(false, 1)
    const [report] = town.all('reports')
    expect(report).toMatchObject({ personId: personId(RESIDENT), rating: { value: 1, estateId: 'jinxiu', at: town.now() } })
    expect(JSON.stringify(town.all('cases'))).not.toContain('rating')
    expect([typesOf(caseId).slice(-2), town.all('caseRemarks').map(({ type }) => type)]).toEqual([['reportedUnfixed', 'reworked'], ['confirmedFixed']])
  })

  test('with a word that is refused is not kept', async () => {
    const caseId = await answered(town)
    await unfixed(caseId)
    const before = town.dump()
    expect(await town.code(RESIDENT, 'followUp', { caseId, fixed: true, rating: 5 })).toBe('STATE_CHANGED')
    expect(town.dump()).toBe(before)
  })

  test('shows as a mean from five people on: to the office at once, to others when the month is over', async () => {
    const rateOne = async (index: number, rating: number) => rated(`rater-${index}`, index, rating)
    const published = async (openid: string) => (await town.ok(openid, 'readEstateNews', { estateId: 'jinxiu', month: '2026-11' })).rating
    for (const [index, rating] of [5, 4, 3, 5].entries()) await rateOne(index + 1, rating)
    expect(await published(OFFICE)).toBeNull()
    await rateOne(5, 1)
    expect([await published(OFFICE), await published(MANAGER), await published(NEIGHBOUR)]).toEqual([{ sum: 18, count: 5 }, null, null])
    town.goTo('2026-12-01 00:00')
    expect([await published(MANAGER), await published(NEIGHBOUR)]).toEqual([{ sum: 18, count: 5 }, { sum: 18, count: 5 }])
    expect((await town.ok(NEIGHBOUR, 'readEstateNews', { estateId: 'heping', month: '2026-11' })).rating).toBeNull()
  })

  test('while the month runs is no part of what somebody reads who manages the estate, whatever else he is', async () => {
    for (const [index, rating] of [5, 4, 3, 5, 1].entries()) await rated(`rater-${index}`, index + 1, rating)
    const grant = (openid: string, role: 'office' | 'inspector') => town.store.set('people', { ...town.one('people', personId(openid)), grants: [...town.one('people', personId(openid)).grants, role === 'office' ? { role } : { role, level: 'town' }] })
    const published = async (openid: string) => (await town.ok(openid, 'readEstateNews', { estateId: 'jinxiu' })).rating
    await grant(MANAGER, 'office')
    expect(await published(MANAGER)).toBeNull()
    await grant('manager-heping', 'office')
    expect(await published('manager-heping')).toEqual({ sum: 18, count: 5 })
    town.goTo('2026-12-01 00:00')
    expect((await town.ok(MANAGER, 'readEstateNews', { estateId: 'jinxiu', month: '2026-11' })).rating).toEqual({ sum: 18, count: 5 })
  })

  test('of one person weighs once a month in the mean of an estate: the newest one, whatever was deleted in between', async () => {
    for (const [index, rating] of [5, 5, 5, 5].entries()) await rated(`rater-${index}`, index + 1, rating)
    // One voice among five, not three among seven.
    for (const [index, rating] of [1, 1, 2].entries()) {
      await rated('rater-of-many', index + 5, rating)
      town.goTo(town.now() + 60_000)
      await town.ok('rater-of-many', 'deleteMyData', { confirm: true })
    }
    expect((await town.ok(OFFICE, 'readEstateNews', { estateId: 'jinxiu' })).rating).toEqual({ sum: 22, count: 5 })
    expect(JSON.stringify(town.all('reports'))).not.toContain(personId('rater-of-many').slice(1))
  })

  test('of an estate one manages is refused and not offered; the word itself is taken', async () => {
    const caseId = await answered(town, { by: MANAGER })
    const before = town.dump()
    expect(await town.code(MANAGER, 'followUp', { caseId, fixed: true, rating: 5 })).toBe('RATING_OWN')
    expect(town.dump()).toBe(before)
    expect(await town.code(MANAGER, 'followUp', { caseId, fixed: true })).toBe('ok')
    expect((await town.ok(MANAGER, 'readCase', { caseId })).followUp).toMatchObject({ mayRate: false, said: 'fixed' })
  })
})
