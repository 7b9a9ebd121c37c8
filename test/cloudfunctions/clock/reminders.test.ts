import { answer, dispatched, MANAGER, newPhoto, OFFICE, rest, THREE_DAYS } from '../../support/stories'
import { at, openTown, personId, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

const MINUTE = 60_000
const clock = (instant: number) => new Date(instant + 8 * 60 * MINUTE).toISOString().slice(5, 16).replace('T', ' ')
const told = () =>
  town.all('notices').filter(({ personId: whose, kind }) => whose === personId(MANAGER) && kind !== 'caseNew').sort((a, b) => a.createdAt - b.createdAt || (a.kind < b.kind ? -1 : 1)).map(({ kind, createdAt }) => `${clock(createdAt)} ${kind}`)
const live = async (until: string, step = MINUTE) => {
  for (let now = town.now(); now <= at(until); now += step) {
    town.goTo(now)
    await rest(town)
  }
}
const accept = async (times: number) => {
  for (let taken = 0; taken < times; taken += 1) await town.ok(MANAGER, 'addQuota', { accepted: ['caseTask', 'caseDeadline'] })
}

describe('reminders to the manager', () => {
  test('come once at half and once at a fifth of the time left, then the word that it is overdue', async () => {
    await accept(9)
    await dispatched(town)
    await live('2026-11-02 11:10')
    expect(told()).toEqual(['11-02 10:00 caseHalf', '11-02 10:36 caseFifth', '11-02 11:01 caseOverdue'])
    expect(town.sent.filter(({ template }) => template === 'caseDeadline')).toHaveLength(3)
    expect((await town.ok(MANAGER, 'listNotices', {})).notices.find(({ kind }) => kind === 'caseHalf')?.text).toContain('还剩 1 小时')
  })

  test('of three working days come in working time, whatever the hour of the dispatch', async () => {
    town.goTo('2026-11-07 22:00') // a Saturday night
    await dispatched(town, { categoryCode: THREE_DAYS })
    await live('2026-11-11 18:00', 5 * MINUTE)
    // Monday to Wednesday are 21 working hours: 10 h 30 min are left on Tuesday at 14:00, 4 h 12 min on Wednesday at 11:18; looked at every five minutes.
    expect(told()).toEqual(['11-10 14:00 caseHalf', '11-11 11:20 caseFifth', '11-11 17:35 caseOverdue'])
    for (const { tryAt, kind } of town.all('notices').filter((notice) => notice.kind === 'caseHalf' || notice.kind === 'caseFifth')) {
      const hour = clock(tryAt).slice(6)
      expect([kind, (hour >= '08:30' && hour < '11:30') || (hour >= '13:30' && hour < '17:30')]).toEqual([kind, true])
    }
  })

  test('of a rework come though the handling before it was late and the clock has slept over both', async () => {
    const caseId = await dispatched(town)
    town.goTo('2026-11-02 11:05')
    await answer(town, caseId)
    town.goTo('2026-11-02 11:10')
    await town.ok(OFFICE, 'verifyCase', { caseId, matches: false, method: 'onSite', text: '没有清理干净', photos: [newPhoto()] })
    town.goTo('2026-11-02 14:20')
    await rest(town)
    expect(told()).toEqual(expect.arrayContaining(['11-02 14:20 caseHalf', '11-02 14:20 caseOverdue']))
  })

  test('that a sleeping clock has missed are told as the newer one only', async () => {
    await dispatched(town)
    town.goTo('2026-11-02 10:40')
    await rest(town)
    expect(told()).toEqual(['11-02 10:40 caseFifth'])
  })

  test('that the deadline has overtaken are not told at all', async () => {
    await dispatched(town)
    town.goTo('2026-11-02 14:00')
    await rest(town)
    expect(told()).toEqual(['11-02 14:00 caseOverdue'])
  })

  test('stop with the answer', async () => {
    const caseId = await dispatched(town)
    town.goTo('2026-11-02 10:10')
    await rest(town)
    await answer(town, caseId)
    await live('2026-11-02 11:10')
    expect(told()).toEqual(['11-02 10:10 caseHalf'])
  })

  test('begin anew with more time', async () => {
    const caseId = await dispatched(town)
    town.goTo('2026-11-02 10:10')
    await rest(town)
    await town.ok(MANAGER, 'requestTime', { kind: 'extension', caseId, reason: '配件' })
    await town.ok(OFFICE, 'decideRequest', { caseId, approve: true, reason: '同意' })
    await live('2026-11-02 15:10')
    // Four working hours from 09:00: half at 11:00, a fifth (48 minutes) at 14:12, due at 15:00.
    expect(told().filter((line) => !line.includes('requestDecided'))).toEqual(['11-02 10:10 caseHalf', '11-02 11:00 caseHalf', '11-02 14:12 caseFifth', '11-02 15:01 caseOverdue'])
  })

  test('are silent while the case is suspended or returned', async () => {
    const [suspended, returned] = [await dispatched(town), await dispatched(town, { place: { spotId: 'jinxiu-b1' } })]
    await town.ok(MANAGER, 'requestTime', { kind: 'suspension', caseId: suspended, reason: '配件', until: at('2026-11-20 08:30') })
    await town.ok(OFFICE, 'decideRequest', { caseId: suspended, approve: true, reason: '同意' })
    await town.ok(MANAGER, 'returnCase', { caseId: returned, reason: '不属于' })
    await live('2026-11-03 12:00', 10 * MINUTE)
    expect(told().filter((line) => !line.includes('requestDecided'))).toEqual([])
  })

  test('of several cases at once are one message, and each its own line in the inbox', async () => {
    for (const spot of ['b1', 'b2', 'b3']) await dispatched(town, { place: { spotId: `jinxiu-${spot}` } })
    await accept(9)
    town.goTo('2026-11-02 10:00')
    await rest(town)
    expect(town.sent.filter(({ template }) => template === 'caseDeadline').map(({ words }) => words)).toEqual([expect.stringMatching(/^清扫保洁不干净 等 3 件\|.*\|2026-11-02 11:00\|时限过半3$/)])
    expect(told()).toHaveLength(3)
    expect(town.one('quotas', `${personId(MANAGER)}:caseDeadline`)).toMatchObject({ accepted: 9, used: 1 })
  })
})
