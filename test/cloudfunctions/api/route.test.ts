import { route } from '../../../cloudfunctions/api/route'
import { Conflict } from '../../../store/database'
import { openStore } from '../../../store/store'
import { rulesLoader } from '../../../store/rules'
import { townSeed } from '../../../scripts/demo/town'
import { REFUSALS } from '../../../types/api/refusal'
import { aReport, dispatched, MANAGER, RESIDENT, submitted } from '../../support/stories'
import { hash, openTown, personId, type Town } from '../../support/town'

let town: Town
let logged: jest.SpyInstance
beforeEach(() => {
  town = openTown()
  logged = jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  logged.mockRestore()
  town.close()
})

describe('the door of the town', () => {
  test.each([undefined, null, 'text', 7, [], {}, { action: 7 }, { action: 'dropDatabase' }, { action: 'constructor' }, { action: '__proto__' }, { action: 'toString' }, { action: ['whoAmI'] }])('what names no action is refused: %p', async (event) => {
    expect(await town.raw(RESIDENT, event)).toEqual({ ok: false, code: 'UNKNOWN_ACTION', words: REFUSALS.UNKNOWN_ACTION, now: town.now() })
    expect(logged).not.toHaveBeenCalled()
  })

  test('a call without a WeChat identity is refused', async () => {
    expect(await town.call(null, 'whoAmI', {})).toMatchObject({ ok: false, code: 'NOT_IDENTIFIED' })
    expect(await town.call(null, 'reportCase', aReport())).toMatchObject({ ok: false, code: 'NOT_IDENTIFIED' })
    expect(town.all('cases')).toEqual([])
  })

  test('an openid written into the event is not looked at', async () => {
    const forged = { openid: 'office-1', OPENID: 'office-1', userInfo: { openId: 'office-1' }, WX_OPENID: 'office-1' }
    expect(await town.raw('newcomer-1', { ...forged, action: 'readDesk', request: forged })).toMatchObject({ ok: false, code: 'NO_ESTATE' })
    expect(await town.raw(RESIDENT, { ...forged, action: 'readDesk', request: forged })).toMatchObject({ ok: false, code: 'NOT_ALLOWED' })
    expect(await town.raw(RESIDENT, { ...forged, action: 'whoAmI', request: forged })).toMatchObject({ ok: true, value: { person: { id: personId(RESIDENT) } } })
    expect(await town.raw(null, { ...forged, action: 'whoAmI', request: forged })).toMatchObject({ ok: false, code: 'NOT_IDENTIFIED' })
  })

  test('a newcomer sees the estates, chooses one, and is a resident from then on', async () => {
    const { person, estates } = await town.ok('newcomer-1', 'whoAmI', {})
    expect(person).toBeNull()
    expect(estates.map(({ id }) => id)).toEqual(['cuihu', 'guixiang', 'heping', 'jinxiu', 'lvzhou', 'yangguang'])
    expect(await town.code('newcomer-1', 'reportCase', aReport())).toBe('NO_ESTATE')
    expect(await town.code('newcomer-1', 'chooseEstate', { estateId: 'atlantis' })).toBe('ESTATE_UNKNOWN')
    await town.ok('newcomer-1', 'chooseEstate', { estateId: 'jinxiu' })
    await town.ok('newcomer-1', 'chooseEstate', { estateId: 'jinxiu' })
    expect(town.all('people').filter(({ openid }) => openid === 'newcomer-1')).toMatchObject([{ _id: personId('newcomer-1'), estateId: 'jinxiu', grants: [], staff: false }])
    expect(await town.code('newcomer-1', 'reportCase', aReport())).toBe('ok')
  })

  test('choosing an estate takes no role away', async () => {
    await town.ok(MANAGER, 'chooseEstate', { estateId: 'heping' })
    expect((await town.ok(MANAGER, 'whoAmI', {})).person).toMatchObject({ estateId: 'heping', grants: [{ role: 'manager', estateId: 'jinxiu', estateName: '锦绣花园' }] })
  })

  test('a town without any calendar says which year is missing, and nothing is logged', async () => {
    town.close()
    town = openTown({ seed: { ...townSeed('2026-01'), calendars: [] } })
    expect(await town.call(RESIDENT, 'reportCase', aReport())).toEqual({ ok: false, code: 'CALENDAR_MISSING', words: '2026 年的工作日历还没有导入，无法计算时限。请考核办先导入日历', now: town.now() })
    expect(town.all('cases')).toEqual([])
    expect(await town.code(RESIDENT, 'whoAmI', {})).toBe('ok')
    expect(logged).not.toHaveBeenCalled()
  })

  test('a deadline that reaches beyond the calendar is refused with its year, and nothing is kept', async () => {
    town.goTo('2027-12-31 16:00')
    const caseId = await submitted(town, { categoryCode: '0401', place: { spotId: 'jinxiu-b1' } })
    const before = town.dump()
    expect(await town.call('office-1', 'fileCase', { caseId, categoryCode: '0401', dispatch: true })).toMatchObject({ code: 'CALENDAR_MISSING', words: expect.stringContaining('2028') as string })
    expect(town.dump()).toBe(before)
  })

  test('our own mistake is logged once with its id, and shows nothing of the inside', async () => {
    const caseId = await dispatched(town)
    town.engine.update('cases', { filter: { _id: caseId }, operations: { $set: { events: [] } } })
    const envelope = await town.call(MANAGER, 'readCase', { caseId })
    expect(envelope).toEqual({ ok: false, code: 'INTERNAL', words: '系统出了问题，您填写的内容都还在。请稍后再试；如仍不行，请把编号 e-test 告诉考核办', now: town.now(), errorId: 'e-test' })
    expect(logged).toHaveBeenCalledTimes(1)
    expect(logged.mock.calls[0]).toEqual(['[e-test]', expect.objectContaining({ message: 'a case has at least one event' })])
  })

  test('too many at once is said as such, not as a fault', async () => {
    const store = openStore({ get: () => Promise.reject(new Conflict('busy')), set: () => Promise.reject(new Error()), remove: () => Promise.reject(new Error()), find: () => Promise.resolve([]), count: () => Promise.resolve(0), transaction: () => Promise.reject(new Conflict('busy')) })
    const services = { store, loadRules: rulesLoader(store), hash, keyedHash: hash, phoneOf: () => Promise.resolve(null), surveyOf: () => Promise.resolve(null), riskOf: () => Promise.resolve(null), slipLink: '', isTextFit: () => Promise.resolve(true), files: { fetch: () => Promise.resolve(null), write: () => Promise.reject(new Error()), remove: () => Promise.resolve(), links: () => Promise.resolve([]), read: () => Promise.resolve(null) } }
    expect(await route({ event: { action: 'whoAmI' }, openid: RESIDENT, now: 5, errorId: 'e' }, services)).toEqual({ ok: false, code: 'BUSY', words: REFUSALS.BUSY, now: 5 })
    expect(logged).not.toHaveBeenCalled()
  })

  test('a field that no contract names does not leave, even when it stands in the documents', async () => {
    const estate = town.one('estates', 'jinxiu')
    await town.store.set('estates', { ...estate, secret: 'planted', spots: estate.spots.map((spot) => ({ ...spot, secret: 'planted' })) } as typeof estate)
    const person = town.one('people', personId(RESIDENT))
    await town.store.set('people', { ...person, secret: 'planted' } as typeof person)
    const envelope = await town.call(RESIDENT, 'whoAmI', {})
    expect(envelope).toMatchObject({ ok: true, value: { person: { estateName: '锦绣花园' } } })
    expect(JSON.stringify(envelope)).not.toContain('planted')
  })
})
