import { DAY_MS, MINUTE_MS } from '../../../domain/time/beijing'
import { NOBODYS, requestsAbout } from '../../support/requests'
import { moreLike } from '../../support/moreCases'
import { slowBeat } from '../../support/slowBeat'
import { answer, AUDITOR, dispatched, INSPECTOR, MANAGER, newKey, newPhoto, OFFICE, OFFICE_2, RESIDENT, rest, submitted, THREE_DAYS } from '../../support/stories'
import { openTown, personId, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

describe("a person's messages", () => {
  test('are counted until they are read, newest first, page by page', async () => {
    for (let index = 1; index <= 23; index += 1) {
      town.goTo(town.now() + DAY_MS)
      await submitted(town, { place: { detail: `第 ${index} 处` } }).then((caseId) => town.ok(OFFICE, 'refuseCase', { caseId, reason: `理由 ${index}` }))
      await town.beat()
    }
    const first = await town.ok(RESIDENT, 'listNotices', {})
    expect([first.notices.length, first.unread, first.notices[0]?.text]).toEqual([20, 23, '您反映的问题没有受理：理由 23'])
    const rest_ = await town.ok(RESIDENT, 'listNotices', { cursor: first.nextCursor! })
    expect([rest_.notices.length, rest_.nextCursor]).toEqual([3, null])
    await town.ok(RESIDENT, 'markRead', { noticeIds: [...first.notices, first.notices[0]!].map(({ id }) => id) })
    expect([(await town.ok(RESIDENT, 'listNotices', {})).unread, (await town.ok(RESIDENT, 'whoAmI', {})).unread]).toEqual([3, 3])
  })

  test('that one beat told a manager are read to the last, each once', async () => {
    const model = await dispatched(town)
    await rest(town)
    await moreLike(town, model, 720)
    town.goTo('2026-11-02 14:30')
    await rest(town)
    const told = town.all('notices').filter((notice) => notice.personId === personId(MANAGER))
    const ids: string[] = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: { notices: readonly { id: string }[]; nextCursor: string | null } = await town.ok(MANAGER, 'listNotices', { cursor })
      ids.push(...page.notices.map(({ id }) => id))
      cursor = page.nextCursor
    }
    expect(told.filter(({ createdAt }) => createdAt === town.now()).length).toBeGreaterThan(700)
    expect([...ids].sort()).toEqual(told.map(({ _id }) => _id).sort())
  })

  test('read twice keep the instant of the first reading', async () => {
    await dispatched(town)
    const noticeIds = (await town.ok(RESIDENT, 'listNotices', {})).notices.map(({ id }) => id)
    await town.ok(RESIDENT, 'markRead', { noticeIds })
    const before = town.dump()
    town.goTo(town.now() + 1000)
    await town.ok(RESIDENT, 'markRead', { noticeIds })
    expect(town.dump()).toBe(before)
  })

  test('that WeChat may deliver are counted by what the person accepted, also by taps at once', async () => {
    expect(await town.ok(MANAGER, 'readQuotas', {})).toEqual({ left: { caseTask: 0, caseDeadline: 0, caseProgress: 0 } })
    await town.ok(MANAGER, 'addQuota', { accepted: ['caseTask', 'caseDeadline'] })
    expect(await town.ok(MANAGER, 'readQuotas', {})).toEqual({ left: { caseTask: 1, caseDeadline: 1, caseProgress: 0 } })
    await Promise.all([1, 2, 3].map(() => town.ok(MANAGER, 'addQuota', { accepted: ['caseTask'] })))
    expect(await town.ok(MANAGER, 'readQuotas', {})).toEqual({ left: { caseTask: 4, caseDeadline: 1, caseProgress: 0 } })
  })
})

describe('the desk of the office', () => {
  const waiting = async () => Object.fromEntries((await town.ok(OFFICE, 'readDesk', {})).waiting.filter(({ count }) => count > 0).map(({ kind, count }) => [kind, count]))

  test('counts what waits, by kind, and every count opens its list', async () => {
    const spot = (name: string) => ({ place: { spotId: `jinxiu-${name}` }, categoryCode: THREE_DAYS })
    await submitted(town, spot('b1'))
    await town.ok(OFFICE, 'fileCase', { caseId: await submitted(town, spot('b2')), categoryCode: THREE_DAYS, dispatch: false })
    const [asked, returned, done, reopened] = [await dispatched(town, spot('b3')), await dispatched(town, spot('b4')), await dispatched(town, spot('b5')), await dispatched(town, spot('b6'))]
    await town.ok(MANAGER, 'requestTime', { kind: 'extension', caseId: asked, reason: '配件' })
    await town.ok(MANAGER, 'returnCase', { caseId: returned, reason: '不属于' })
    await town.ok(OFFICE, 'proposeFinding', { caseId: returned, finding: 'shirked', reason: '推诿' })
    await answer(town, done)
    await answer(town, reopened)
    await town.ok(RESIDENT, 'followUp', { caseId: reopened, fixed: false, text: '没修好', photos: [newPhoto()] })
    // What went back to work by itself waits for nobody until it is answered again; then it is looked at on site.
    expect(await waiting()).not.toHaveProperty('reopened')
    await answer(town, reopened)
    const counted = await waiting()
    expect(counted).toEqual({ toFile: 1, toDispatch: 1, toDecide: 2, toVerify: 1, reopened: 1, findings: 1 })
    for (const [kind, count] of Object.entries(counted)) expect((await town.ok(AUDITOR, 'listCases', { scope: 'desk', waiting: kind as 'toFile' })).cases).toHaveLength(count)
  })

  const clock = async () => (await town.ok(OFFICE, 'readDesk', {})).clock

  test('tells whether the clock is alive: three minutes without a beat are not', async () => {
    expect(await clock()).toEqual({ state: 'stopped', beganAt: null, endedAt: null, jobs: [], backlog: null })
    const beaten = town.now()
    await town.beat()
    town.goTo(beaten + 180_000)
    expect(await clock()).toMatchObject({ state: 'well', beganAt: beaten, endedAt: beaten })
    town.goTo(beaten + 180_001)
    expect(await clock()).toMatchObject({ state: 'stopped', beganAt: beaten })
  })

  test('tells a clock whose beats are all cut short from one that stands still', async () => {
    const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    const start = town.now()
    await town.beat()
    for (const minutes of [1, 2, 3, 4]) {
      town.goTo(start + minutes * MINUTE_MS)
      town.life.endAt(8, 'before')
      await town.beat().catch(() => undefined)
      town.life.bear()
      expect(await clock()).toMatchObject({ state: minutes < 4 ? 'well' : 'cutShort', beganAt: town.now(), endedAt: start })
    }
    logged.mockRestore()
  })

  test('tells which work of the clock is behind, which fails, and nothing of it once it is done', async () => {
    const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    await submitted(town)
    for (let n = 0; n < 30; n += 1) await town.ok(INSPECTOR, 'enterPropertyCheck', { ...requestsAbout(NOBODYS).enterPropertyCheck, key: newKey() })
    await slowBeat(town, 300)
    expect(await clock()).toMatchObject({ state: 'behind', jobs: ['bookAssessments'] })
    const original = town.engine.find.bind(town.engine)
    const broken = jest.spyOn(town.engine, 'find').mockImplementation((collection, query, transaction) => {
      if (collection === 'surveys') throw new Error('damaged')
      return original(collection, query, transaction)
    })
    await town.beat()
    broken.mockRestore()
    expect(await clock()).toMatchObject({ state: 'failing', jobs: ['runSurveys'] })
    await rest(town)
    expect(await clock()).toMatchObject({ state: 'well', jobs: [] })
    logged.mockRestore()
  })

  test('a case that cannot be booked is told by its cause, and not as a fault of the clock', async () => {
    const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    const caseId = await dispatched(town)
    town.engine.update('cases', { filter: { _id: caseId }, operations: { $set: { events: [], bookAt: 1 } } })
    await town.beat()
    expect(town.one('heartbeats', 'clock')).toMatchObject({ failed: [], stuck: [{ job: 'bookCases', id: caseId }] })
    const desk = await town.ok(OFFICE, 'readDesk', {})
    expect([desk.unbookable.map(({ cause }) => cause), desk.clock.state]).toEqual([['broken'], 'well'])
    logged.mockRestore()
  })

  test('tells how many messages wait and how long the oldest does, once it is two minutes', async () => {
    await dispatched(town)
    const written = town.now()
    expect((await clock()).backlog).toBeNull()
    town.goTo(written + 2 * MINUTE_MS)
    expect((await clock()).backlog).toEqual({ count: 1, oldestAt: written })
    await rest(town)
    expect((await clock()).backlog).toBeNull()
  })

  test('names an estate whose only manager is gone, and the office is told of each case that nobody receives', async () => {
    const unmanaged = async () => (await town.ok(OFFICE, 'readDesk', {})).unmanaged
    expect(await unmanaged()).toEqual([])
    const manager = town.one('people', personId(MANAGER))
    await town.store.set('people', { ...manager, grants: [], staff: false })
    expect(await unmanaged()).toEqual([{ estateId: 'jinxiu', name: '锦绣花园' }])
    await dispatched(town)
    const told = town.all('notices').filter(({ kind }) => kind === 'noManager')
    expect(told.map(({ personId: whom }) => whom)).toEqual(expect.arrayContaining([personId(OFFICE), personId(OFFICE_2)]))
    expect(told[0]?.text).toMatch(/前办结，该小区没有物业项目负责人/)
    expect(town.all('notices').some(({ kind }) => kind === 'caseNew')).toBe(false)
    await town.store.set('people', manager)
    expect(await unmanaged()).toEqual([])
  })

  test('names the managers whom no message reaches any more', async () => {
    const names = async () => (await town.ok(OFFICE, 'readDesk', {})).unreachable
    expect(await names()).toHaveLength(6)
    for (const estate of ['heping', 'cuihu', 'yangguang', 'lvzhou', 'guixiang']) await town.ok(`manager-${estate}`, 'addQuota', { accepted: ['caseTask', 'caseDeadline'] })
    await town.ok(MANAGER, 'addQuota', { accepted: ['caseTask', 'caseProgress'] })
    expect(await names()).toEqual([{ personId: personId(MANAGER), name: '陈国平', estateName: '锦绣花园' }])
    await dispatched(town, { estateId: 'heping', by: 'resident-heping-1', place: { spotId: 'heping-b1' } })
    await rest(town)
    expect((await names()).map(({ estateName }) => estateName)).toEqual(expect.arrayContaining(['和平苑', '锦绣花园']))
  })
})

describe('lists', () => {
  test('of the neighbours show what is filed and not what is only submitted or refused', async () => {
    const seen = await dispatched(town)
    await submitted(town, { place: { spotId: 'jinxiu-b1' } })
    await town.ok(OFFICE, 'refuseCase', { caseId: await submitted(town, { place: { spotId: 'jinxiu-b2' } }), reason: '不符合' })
    expect((await town.ok('resident-jinxiu-2', 'listCases', { scope: 'neighbours' })).cases.map(({ id }) => id)).toEqual([seen])
    expect((await town.ok('resident-heping-1', 'listCases', { scope: 'neighbours' })).cases).toEqual([])
    expect(await town.code(OFFICE, 'listCases', { scope: 'neighbours' })).toBe('NO_ESTATE')
  })

  test('of a manager: what is still to be handled by the time left, and the rest', async () => {
    const slow = await dispatched(town, { categoryCode: THREE_DAYS, place: { spotId: 'jinxiu-b1' } })
    const quick = await dispatched(town)
    const done = await dispatched(town, { place: { spotId: 'jinxiu-b2' } })
    await answer(town, done)
    const list = async (open: boolean) => (await town.ok(MANAGER, 'listCases', { scope: 'estate', open })).cases.map(({ id }) => id)
    expect([await list(true), await list(false)]).toEqual([[quick, slow], [done]])
  })

  test('of the town go on page by page to the last', async () => {
    for (let index = 0; index < 23; index += 1) {
      town.goTo(town.now() + DAY_MS)
      await submitted(town, { place: { detail: `第 ${index} 处` } })
    }
    const first = await town.ok(AUDITOR, 'listCases', { scope: 'all' })
    const second = await town.ok(AUDITOR, 'listCases', { scope: 'all', cursor: first.nextCursor! })
    expect(new Set([...first.cases, ...second.cases].map(({ id }) => id)).size).toBe(23)
    expect(second.nextCursor).toBeNull()
    const mine = await town.ok(RESIDENT, 'listCases', { scope: 'mine' })
    const more = await town.ok(RESIDENT, 'listCases', { scope: 'mine', cursor: mine.nextCursor! })
    expect([mine.cases.length, more.cases.length, more.nextCursor]).toEqual([20, 3, null])
  })

  test("among one's own cases one that was reported again stands once in the whole list, at its newest report, and one reported again meanwhile is not lost", async () => {
    const ids: string[] = []
    for (let index = 0; index < 23; index += 1) {
      town.goTo(town.now() + DAY_MS)
      ids.unshift(await submitted(town, { place: { detail: `第 ${index} 处` } }))
    }
    const [first, second] = [ids[22]!, ids[21]!]
    const again = async (caseId: string, n: number) => {
      town.goTo(town.now() + 1000)
      await town.store.set('reports', { ...town.all('reports').find((report) => report.caseId === caseId)!, _id: `again-${n}`, at: town.now(), first: false })
    }
    await again(first, 1)
    await again(first, 2)
    const page = await town.ok(RESIDENT, 'listCases', { scope: 'mine' })
    await again(second, 3)
    const rest_ = await town.ok(RESIDENT, 'listCases', { scope: 'mine', cursor: page.nextCursor! })
    expect([...page.cases, ...rest_.cases].map(({ id }) => id)).toEqual([first, ...ids.slice(0, 22)])
  })
})
