import { examinedMax, type Query } from '../../../local-cloud/engine/queries'
import { toManagers } from '../../../store/notices'
import { FAR_ESTATE, FAR_SPOT, FAR_TOWN, twoTowns } from '../../support/secondTown'
import { moreLike } from '../../support/moreCases'
import { slowBeat } from '../../support/slowBeat'
import { aReport, dispatched, MANAGER, NEIGHBOUR, OFFICE, rest, TWO_HOURS } from '../../support/stories'
import { at, openTown, personId, TOWN_ID, type Town } from '../../support/town'

let logged: jest.SpyInstance
beforeEach(() => {
  logged = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  jest.spyOn(console, 'warn').mockImplementation(() => undefined)
})
afterEach(() => jest.restoreAllMocks())

const LATE = '2026-11-02 14:30'
const change = (town: Town, name: 'cases' | 'towns' | 'people', _id: string, to: object) => town.engine.update(name, { filter: { _id }, operations: { $set: to } })
/** A case of which nothing can be made any more. */
const spoil = (town: Town, caseId: string) => change(town, 'cases', caseId, { events: [] })
const overdueTold = (town: Town) => town.all('notices').filter(({ kind }) => kind === 'caseOverdue')
const accept = async (town: Town) => {
  for (let n = 0; n < 3; n += 1) await town.ok(MANAGER, 'addQuota', { accepted: ['caseTask', 'caseDeadline', 'caseProgress'] })
}
const clockOf = async (town: Town) => (await town.ok(OFFICE, 'readDesk', {})).clock

describe('what is due and cannot be done', () => {
  test('comes after all else: 150 cases of a town without a calendar keep no other town waiting for two minutes', async () => {
    const town = openTown({ seed: twoTowns() })
    await dispatched(town)
    const { caseId } = await town.ok('far-resident', 'reportCase', aReport({ estateId: FAR_ESTATE, place: { spotId: FAR_SPOT } }))
    await town.ok('far-office', 'fileCase', { caseId, categoryCode: TWO_HOURS, dispatch: true })
    await rest(town)
    await moreLike(town, caseId, 150, { everyMs: -1000 })
    town.engine.remove('calendars', { filter: { townId: FAR_TOWN }, multi: true })
    change(town, 'towns', FAR_TOWN, { calendarVersion: 'none' })
    town.goTo(LATE)
    for (let beats = 0; beats < 6; beats += 1) await slowBeat(town, 17, 38_500)
    expect(town.all('ledger').map(({ townId }) => townId)).toEqual([TOWN_ID])
    expect(await clockOf(town)).toMatchObject({ state: 'well' })
    expect(new Set(town.one('heartbeats', 'clock').stuck.map(({ townId }) => townId))).toEqual(new Set([FAR_TOWN]))
    town.close()
  })

  test('holds up no deadline of the same minute', async () => {
    const booked = async (isSpoilt: boolean): Promise<number> => {
      const town = openTown()
      const [first] = await moreLike(town, await dispatched(town), 60)
      if (isSpoilt) spoil(town, first!)
      town.goTo(LATE)
      await slowBeat(town, 25)
      const count = town.all('ledger').length
      town.close()
      return count
    }
    expect(await booked(true)).toBeGreaterThanOrEqual((await booked(false)) - 1)
  })

  test('keeps nobody else from being told: an announcement of a town that is gone', async () => {
    const town = openTown()
    const model = await dispatched(town)
    await rest(town)
    for (const caseId of [model, ...(await moreLike(town, model, 30))]) change(town, 'cases', caseId, { remindAt: null })
    await town.store.set('announcements', toManagers({ townId: 'gone', caseId: 'x', kind: 'scoreEntry', estateId: 'jinxiu', cause: 'x', at: town.now(), inWorkingTime: true, facts: { subject: '', place: '', dueAt: null } }))
    town.goTo(LATE)
    await slowBeat(town, 25)
    expect(overdueTold(town)).toHaveLength(town.all('ledger').length)
    expect(overdueTold(town).length).toBeGreaterThan(20)
    town.close()
  })

  test('is tried once in a beat, and again in the next one; what has been mended is done then', async () => {
    const town = openTown()
    const caseId = await dispatched(town)
    const [document] = town.all('cases')
    spoil(town, caseId)
    town.goTo(LATE)
    await town.beat()
    expect(logged.mock.calls.filter(([words]) => words === '[clock bookCases]')).toHaveLength(1)
    expect(town.one('heartbeats', 'clock').stuck).toEqual(expect.arrayContaining([{ job: 'bookCases', id: caseId, townId: TOWN_ID }]))
    await town.store.set('cases', document!)
    await town.beat()
    expect(town.all('ledger')).toHaveLength(1)
    expect(town.one('heartbeats', 'clock').stuck).toEqual([])
    town.close()
  })

  test('makes the clock look at no more than it gives, though hundreds of it lie before the rest', async () => {
    const queries: Query[] = []
    const town = openTown({ onQuery: (query) => void queries.push(query) })
    for (const caseId of await moreLike(town, await dispatched(town), 260)) spoil(town, caseId)
    town.goTo(LATE)
    queries.length = 0
    await town.beat()
    expect(queries.filter(({ examined, returned }) => examined > examinedMax(returned)).map(({ collection, paths, examined, returned }) => `${collection} ${paths.join()} ${examined} ${returned}`)).toEqual([])
    town.close()
  })
})

describe('what is urgent', () => {
  test('is told first, however much else waits to be told', async () => {
    const town = openTown()
    const caseId = await dispatched(town)
    await rest(town)
    for (let n = 0; n < 400; n += 1) await town.store.set('announcements', toManagers({ townId: TOWN_ID, caseId, kind: 'scoreEntry', estateId: 'jinxiu', cause: `s${n}`, at: town.now(), inWorkingTime: true, facts: { subject: '', place: '', dueAt: null } }))
    town.goTo('2026-11-02 11:01')
    await slowBeat(town, 50)
    expect(overdueTold(town)).toHaveLength(1)
    town.close()
  })
})

describe('a beat that is lost in the same job each minute', () => {
  test.each(['a photo', 'a message'])('over %s leaves all other jobs their turn', async (what) => {
    const town = openTown()
    await accept(town)
    await dispatched(town)
    change(town, 'people', personId(NEIGHBOUR), { erasingAt: town.now() })
    town.goTo('2026-11-02 11:01')
    for (let minute = 0; minute < 8; minute += 1) {
      if (what === 'a photo') town.onCheck(async () => (town.life.endAt(1, 'before'), 'trace'))
      else town.onSend(async (openid) => void (openid === MANAGER && town.life.endAt(1, 'before')))
      await town.beat().catch(() => undefined)
      town.life.bear()
      town.goTo(town.now() + 60_000)
    }
    expect(town.all('people').some(({ _id }) => _id === personId(NEIGHBOUR))).toBe(false)
    expect(town.all('notices').some(({ kind }) => kind === 'reportFiled')).toBe(true)
    town.close()
  })
})

describe('what the desk says of the clock', () => {
  test('is not that all is well while deadlines wait to be booked, though a case that cannot be is named', async () => {
    const town = openTown()
    const model = await dispatched(town)
    await rest(town)
    const caseIds = await moreLike(town, model, 200)
    for (const caseId of [model, ...caseIds]) change(town, 'cases', caseId, { remindAt: null })
    spoil(town, caseIds[0]!)
    town.goTo(LATE)
    await slowBeat(town, 50)
    expect(await clockOf(town)).toMatchObject({ state: 'behind', jobs: expect.arrayContaining(['bookCases']) as string[] })
    town.close()
  })

  test('is that booking fails as a whole, though a case that cannot be booked is named', async () => {
    const town = openTown()
    const caseId = await dispatched(town)
    await rest(town)
    change(town, 'cases', caseId, { remindAt: null, events: [] })
    town.goTo(LATE)
    await town.beat()
    expect((await clockOf(town)).state).toBe('well')
    const { find } = town.store
    Object.assign(town.store, { find: (name: never, query: { where: object }) => ('bookAt' in query.where && !('_id' in query.where) ? Promise.reject(new Error('the index is gone')) : find(name, query as never)) })
    await town.beat()
    expect(await clockOf(town)).toMatchObject({ state: 'failing', jobs: ['bookCases'] })
    town.close()
  })

  test('of the oldest message is since when it could have gone out, whether it is being tried or has been in vain', async () => {
    const town = openTown()
    await accept(town)
    await dispatched(town)
    town.engine.remove('announcements', { filter: {}, multi: true })
    const since = town.now()
    town.onSend(() => Promise.reject(Object.assign(new Error('down'), { errCode: -1 })))
    for (let minute = 0; minute < 80; minute += 1) {
      await town.beat()
      town.goTo(town.now() + 60_000)
    }
    expect((await clockOf(town)).backlog).toEqual({ count: expect.any(Number) as number, oldestAt: since })
    town.onSend(async () => town.life.endAt(1, 'before'))
    await town.beat().catch(() => undefined)
    town.life.bear()
    expect((await clockOf(town)).backlog?.oldestAt).toBe(since)
    town.close()
  })

  test('is that nothing has come to its end yet, where the very first beats are lost', async () => {
    const town = openTown()
    for (let minute = 0; minute < 3; minute += 1) {
      town.life.endAt(4, 'before')
      await town.beat().catch(() => undefined)
      town.life.bear()
      town.goTo(town.now() + 60_000)
    }
    expect(await clockOf(town)).toMatchObject({ state: 'cutShort', endedAt: null })
    town.close()
  })

  test('is not that beats are cut short while the first one after a silence runs', async () => {
    const town = openTown()
    await town.beat()
    town.goTo(town.now() + 3_600_000)
    let state = ''
    town.life.meanwhile(6, async () => void (state = (await clockOf(town)).state))
    await town.beat()
    expect(state).toBe('well')
    for (let minute = 0; minute < 5; minute += 1) {
      town.goTo(town.now() + 60_000)
      town.life.endAt(8, 'before')
      await town.beat().catch(() => undefined)
      town.life.bear()
    }
    expect((await clockOf(town)).state).toBe('cutShort')
    expect(at('2026-11-02 09:00')).toBeLessThan(town.now())
    town.close()
  })
})
