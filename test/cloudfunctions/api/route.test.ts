import { EFFECTS } from '../../../cloudfunctions/api/access/permitted'
import { JOINT_MAX, route } from '../../../cloudfunctions/api/route'
import { Conflict } from '../../../store/database'
import { openStore } from '../../../store/store'
import { rulesLoader } from '../../../store/rules'
import { townSeed } from '../../../scripts/demo/town'
import { CONTRACTS, JOINT_ACTIONS, type ActionName } from '../../../types/api'
import { REFUSALS, type JointEnvelope } from '../../../types/api/refusal'
import { NOBODYS, requestsAbout } from '../../support/requests'
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
    const store = openStore({ get: () => Promise.reject(new Conflict('busy')), set: () => Promise.reject(new Error()), remove: () => Promise.reject(new Error()), find: () => Promise.resolve([]), count: () => Promise.resolve(0), add: () => Promise.reject(new Error()), update: () => Promise.reject(new Error()), transaction: () => Promise.reject(new Conflict('busy')) })
    const services = { store, loadRules: rulesLoader(store), hash, keyedHash: hash, phoneOf: () => Promise.resolve(null), surveyOf: () => Promise.resolve(null), entriesOf: () => Promise.resolve([]), riskOf: () => Promise.resolve(null), slipLink: '', isTextFit: () => Promise.resolve(true), files: { fetch: () => Promise.resolve(null), write: () => Promise.reject(new Error()), remove: () => Promise.resolve(), links: () => Promise.resolve([]), read: () => Promise.resolve(null) } }
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

describe('calls of one moment', () => {
  const joint = (openid: string | null, calls: unknown) => town.raw(openid, { calls }) as Promise<JointEnvelope>
  const answersOf = async (openid: string | null, calls: unknown) => {
    const envelope = await joint(openid, calls)
    if (!envelope.ok) throw new Error(envelope.code)
    return envelope.value
  }
  const dbCalls = async (work: () => Promise<unknown>) => {
    const before = town.life.calls()
    await work()
    return town.life.calls() - before
  }

  test('are answered as each of them would be alone, in their order', async () => {
    const caseId = await dispatched(town)
    const calls = [{ action: 'readCase', request: { caseId } }, { action: 'whoAmI', request: {} }, { action: 'listCases', request: { scope: 'mine' } }, { action: 'readStandings', request: { period: '2026-11' } }, { action: 'readRulebook' }]
    const alone: unknown[] = []
    for (const event of calls) alone.push(await town.raw(RESIDENT, event))
    expect(await joint(RESIDENT, calls)).toEqual({ ok: true, value: alone, now: town.now() })
  })

  test('a refusal, a wrong request and a fault of ours are each of one call; the fault is logged under its own id', async () => {
    const caseId = await dispatched(town)
    town.engine.update('cases', { filter: { _id: caseId }, operations: { $set: { events: [] } } })
    const answers = await answersOf(RESIDENT, [
      { action: 'readDesk', request: {} }, { action: 'readCase', request: { caseId } }, { action: 'readCase', request: {} }, { action: 'whoAmI', request: {} }, { action: 'readCase', request: { caseId } },
    ])
    expect(answers.map((answer) => (answer!.ok ? 'ok' : `${answer!.code} ${answer!.errorId ?? ''}`.trim()))).toEqual(['NOT_ALLOWED', 'INTERNAL e-test-2', 'BAD_REQUEST', 'ok', 'INTERNAL e-test-5'])
    expect(logged.mock.calls.map(([id]) => id as string)).toEqual(['[e-test-2]', '[e-test-5]'])
  })

  test('who calls is the same for all of them, by the platform’s word alone', async () => {
    const [first, second] = await answersOf(RESIDENT, [{ action: 'whoAmI', request: {}, openid: 'office-1' }, { action: 'readDesk', userInfo: { openId: 'office-1' } }])
    expect([first, second]).toMatchObject([{ ok: true, value: { person: { id: personId(RESIDENT) } } }, { code: 'NOT_ALLOWED' }])
    expect(await answersOf(null, [{ action: 'whoAmI' }])).toMatchObject([{ code: 'NOT_IDENTIFIED' }])
  })

  test('what has changed between two function calls is seen: no right and no rule outlives one', async () => {
    const calls = [{ action: 'readDesk' }, { action: 'listNotices' }]
    expect((await answersOf('office-1', calls)).every((answer) => answer?.ok)).toBe(true)
    await town.store.set('people', { ...town.one('people', personId('office-1')), grants: [], staff: false })
    expect(await answersOf('office-1', calls)).toMatchObject([{ code: 'NOT_ALLOWED' }, { ok: true }])
  })

  test('are only such as the table says to read', () => {
    expect(JOINT_ACTIONS.filter((action) => EFFECTS[action] !== 'reads')).toEqual([])
  })

  test('nothing that writes travels with others, a ballot least of all: it is refused, and nothing is touched', async () => {
    const before = town.dump()
    const writing = (Object.keys(CONTRACTS) as ActionName[]).filter((action) => !(JOINT_ACTIONS as readonly string[]).includes(action))
    expect(writing).toContain('castBallot')
    for (const action of writing) expect([action, await answersOf(RESIDENT, [{ action, request: {} }, { action: 'whoAmI' }])]).toMatchObject([action, [{ code: 'UNKNOWN_ACTION' }, { ok: true }]])
    expect(town.dump()).toBe(before)
  })

  test.each(['resident-jinxiu-1', 'manager-jinxiu', 'inspector-town', 'office-1', 'auditor-1'])('what travels together only reads: asked by %s, it leaves the town as it was', async (openid) => {
    const caseId = await dispatched(town)
    const requests = requestsAbout({ ...NOBODYS, caseId })
    const before = town.dump()
    for (const action of JOINT_ACTIONS) await town.raw(openid, { action, request: requests[action] })
    expect(town.dump()).toBe(before)
  })

  const nested = (depth: number): object => (depth === 0 ? { action: 'whoAmI' } : { calls: [nested(depth - 1)] })
  test.each([
    ['a thousand calls', Array(1000).fill({ action: 'whoAmI' })], ['one too many', Array(JOINT_MAX + 1).fill({ action: 'whoAmI' })], ['none', []], ['a text', 'whoAmI'], ['a number', 7], ['null', null],
    ['an object that says it is long', { length: 2, 0: { action: 'whoAmI' } }],
  ])('%s in place of calls is refused before the database is asked', async (_, calls) => {
    expect(await dbCalls(async () => expect(await joint(RESIDENT, calls)).toMatchObject({ ok: false, code: 'BAD_REQUEST' }))).toBe(0)
  })
  test.each([[null], ['whoAmI'], [7], [[]], [{}], [{ action: ['whoAmI'] }], [{ action: '__proto__' }], [{ action: 'constructor' }], [nested(1)], [nested(50)]])('%j among the calls is refused by itself, before the database is asked', async (event) => {
    expect(await dbCalls(async () => expect(await answersOf(RESIDENT, [event, event])).toMatchObject([{ code: 'UNKNOWN_ACTION' }, { code: 'UNKNOWN_ACTION' }]))).toBe(0)
  })
  test('an action beside the calls is the call', async () => {
    expect(await town.raw(RESIDENT, { action: 'whoAmI', calls: [{ action: 'readDesk' }] })).toMatchObject({ ok: true, value: { person: {} } })
  })

  test('an answer that has no room beside the others is left out, and those that have it come', async () => {
    const notice = town.all('notices')[0] ?? { _id: 'n', townId: 'demo', personId: personId(RESIDENT), kind: 'caseNew', template: 'caseTask', caseId: null, subject: '', place: '', dueAt: null, createdAt: 1, state: 'sent', tryAt: 0, attempts: 0, lastError: null, readAt: null }
    town.engine.insert('notices', Array.from({ length: 15 }, (_, n) => ({ ...notice, _id: `long-${n}`, personId: personId(RESIDENT), createdAt: n, text: '字'.repeat(10_000) })))
    const list = { action: 'listNotices', request: {} }
    const answers = await answersOf(RESIDENT, [list, { action: 'whoAmI' }, list, { action: 'readQuotas' }])
    expect(answers.map((answer) => answer?.ok ?? null)).toEqual([true, true, null, true])
  })
})
