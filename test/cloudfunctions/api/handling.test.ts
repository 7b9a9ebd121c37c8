import { caseFromEvents } from '../../../domain/case/caseState'
import { answer, dispatched, dueOf, MANAGER, newPhoto, OFFICE, OFFICE_2, OTHER_MANAGER, RESIDENT, rest, stateOf, submitted, THREE_DAYS } from '../../support/stories'
import { at, openTown, personId, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

const ask = (caseId: string) => town.call(MANAGER, 'requestTime', { kind: 'extension', caseId, reason: '配件需要订购', photos: [newPhoto()] })
const decide = (caseId: string, approve: boolean) => town.ok(OFFICE, 'decideRequest', { caseId, approve, reason: '已核实' })
const entries = () => town.all('ledger').map(({ _id, estateId }) => [_id.replace(/c[0-9a-f]{24}/, 'C'), estateId])

describe('an answer', () => {
  test('sent again because nobody heard that it had come is the same, though the clock has put it down as late and a neighbour has joined', async () => {
    const caseId = await dispatched(town)
    town.goTo(dueOf(town, caseId) + 60_000)
    const sent = { caseId, text: '已清扫', photos: [newPhoto()] }
    await town.ok(MANAGER, 'answerCase', sent)
    await rest(town)
    await town.ok('resident-jinxiu-2', 'joinCase', { key: 'key-of-a-neighbour-1', caseId, text: '' })
    expect(await town.call(MANAGER, 'answerCase', sent)).toMatchObject({ ok: true, value: { overdue: true } })
    expect(town.one('cases', caseId).events.filter(({ type }) => type === 'answered')).toHaveLength(1)
  })
})

describe('more time', () => {
  test('asked for a millisecond before the deadline is heard, at the deadline it is not: nothing is left that could be waited with', async () => {
    const caseId = await dispatched(town)
    town.goTo(dueOf(town, caseId))
    expect(await ask(caseId)).toMatchObject({ code: 'ALREADY_OVERDUE' })
    town.goTo(dueOf(town, caseId) - 1)
    expect(await ask(caseId)).toMatchObject({ ok: true })
  })

  test('is granted twice, each time as much again, and not a third time', async () => {
    const caseId = await dispatched(town)
    for (const dueAt of ['2026-11-02 15:00', '2026-11-02 17:00']) {
      expect(await ask(caseId)).toMatchObject({ ok: true })
      await decide(caseId, true)
      expect(dueOf(town, caseId)).toBe(at(dueAt))
    }
    expect(await ask(caseId)).toMatchObject({ code: 'EXTENSIONS_USED', words: '延期次数已用完（最多 2 次）' })
  })

  test('that is refused leaves the deadline where it was, and one may ask again', async () => {
    const caseId = await dispatched(town)
    await ask(caseId)
    expect(await ask(caseId)).toMatchObject({ code: 'STATE_CHANGED' })
    await decide(caseId, false)
    expect(dueOf(town, caseId)).toBe(at('2026-11-02 11:00'))
    expect(await ask(caseId)).toMatchObject({ ok: true })
    expect((await town.ok(MANAGER, 'listNotices', {})).notices.map(({ text }) => text)).toContain('11月2日（周一）11:00前办结，延期、挂账申请已有结果：不同意，已核实')
  })

  test('asked for in time and granted after the deadline costs the estate nothing', async () => {
    const caseId = await dispatched(town)
    town.goTo('2026-11-02 10:50')
    await ask(caseId)
    town.goTo('2026-11-02 11:20')
    await rest(town)
    await decide(caseId, true)
    await rest(town)
    expect(town.all('ledger')).toEqual([])
    // Ten minutes were left when it asked, and two hours are granted: from the decision on, so that waiting for it took nothing.
    expect(dueOf(town, caseId)).toBe(at('2026-11-02 15:30'))
  })

  test('asked for in time and refused after the deadline leaves the estate what it had left when it asked', async () => {
    const caseId = await dispatched(town)
    town.goTo('2026-11-02 10:50')
    await ask(caseId)
    town.goTo('2026-11-02 13:30')
    await decide(caseId, false)
    await rest(town)
    expect([town.all('ledger'), dueOf(town, caseId)]).toEqual([[], at('2026-11-02 13:40')])
    town.goTo('2026-11-02 13:41')
    await rest(town)
    expect(town.all('ledger')).toMatchObject([{ rule: 'overdue', factAt: at('2026-11-02 13:40') }])
  })

  test('is not decided by the one who asked for it', async () => {
    const caseId = await dispatched(town)
    const office = town.all('people').find(({ openid }) => openid === OFFICE)!
    await town.store.set('people', { ...office, grants: [...office.grants, { role: 'manager', estateId: 'jinxiu' }] })
    await town.ok(OFFICE, 'requestTime', { kind: 'extension', caseId, reason: '自己申请' })
    expect(await town.code(OFFICE, 'decideRequest', { caseId, approve: true, reason: '自己同意' })).toBe('OWN_ESTATE')
    // Also once the estate is another one's.
    await town.store.set('people', office)
    expect(await town.code(OFFICE, 'decideRequest', { caseId, approve: true, reason: '自己同意' })).toBe('OWN_ACT')
    expect(await town.code(OFFICE_2, 'decideRequest', { caseId, approve: true, reason: '同意' })).toBe('ok')
  })
})

describe('a suspension', () => {
  const suspend = async (until: string) => {
    const caseId = await dispatched(town)
    town.goTo('2026-11-02 09:30')
    await town.ok(MANAGER, 'requestTime', { kind: 'suspension', caseId, reason: '等待配件', until: at(until) })
    town.goTo('2026-11-02 10:00')
    await decide(caseId, true)
    return caseId
  }

  test('counts from the asking, ends on its day by the clock, and takes out working minutes only', async () => {
    const caseId = await suspend('2026-11-04 08:30')
    expect(stateOf(town, caseId)).toBe('suspended')
    town.goTo('2026-11-03 12:00')
    await rest(town)
    expect(stateOf(town, caseId)).toBe('suspended')
    town.goTo('2026-11-04 08:30')
    await rest(town)
    // Half an hour was used on Monday; ninety minutes are left from Wednesday 08:30.
    expect({ state: stateOf(town, caseId), dueAt: dueOf(town, caseId) }).toEqual({ state: 'dispatched', dueAt: at('2026-11-04 10:00') })
    expect(town.one('cases', caseId).events.at(-1)).toMatchObject({ type: 'resumed', at: at('2026-11-04 08:30'), by: { role: 'clock' } })
  })

  test('that ended while the clock slept is resumed as of its own day', async () => {
    const caseId = await suspend('2026-11-04 08:30')
    town.goTo('2026-11-05 09:00')
    await rest(town)
    expect(town.one('cases', caseId).events.find(({ type }) => type === 'resumed')?.at).toBe(at('2026-11-04 08:30'))
    expect(town.all('ledger')).toMatchObject([{ _id: `case:${caseId}:overdue`, factAt: at('2026-11-04 10:00') }])
  })

  test('is ended by the office before its day, and the rest of the limit runs from then', async () => {
    const caseId = await suspend('2026-11-20 08:30')
    town.goTo('2026-11-03 14:00')
    await town.ok(OFFICE, 'resumeCase', { caseId, reason: '配件已到' })
    expect(dueOf(town, caseId)).toBe(at('2026-11-03 15:30'))
    expect(await town.code(OFFICE, 'resumeCase', { caseId, reason: '再来一次' })).toBe('STATE_CHANGED')
  })

  test('is answered without waiting for its end', async () => {
    const caseId = await suspend('2026-11-20 08:30')
    town.goTo('2026-11-03 14:00')
    expect(await answer(town, caseId)).toEqual({ overdue: false })
    expect(stateOf(town, caseId)).toBe('answered')
  })
})

describe('a case that came to the wrong estate', () => {
  const returned = async () => {
    const caseId = await dispatched(town)
    town.goTo('2026-11-02 10:00')
    await town.ok(MANAGER, 'returnCase', { caseId, reason: '属于和平苑', photos: [newPhoto()] })
    return caseId
  }

  test('stands still while the office thinks, however long', async () => {
    const caseId = await returned()
    town.goTo('2026-11-03 10:00')
    await rest(town)
    expect({ state: stateOf(town, caseId), dueAt: town.one('cases', caseId).dueAt, ledger: town.all('ledger') }).toEqual({ state: 'returned', dueAt: null, ledger: [] })
    expect((await town.ok(MANAGER, 'readCase', { caseId })).deadline).toMatchObject({ suspended: true, explanation: ['已申请退回，等待考核办决定，期间不计时'] })
  })

  test('stays where it is when the return is not accepted, with what was left of the limit', async () => {
    const caseId = await returned()
    town.goTo('2026-11-03 08:30')
    await town.ok(OFFICE, 'rejectReturn', { caseId, reason: '属于本小区' })
    expect({ state: stateOf(town, caseId), dueAt: dueOf(town, caseId) }).toEqual({ state: 'dispatched', dueAt: at('2026-11-03 09:30') })
    expect((await town.ok(MANAGER, 'listNotices', {})).notices[0]?.text).toBe('11月3日（周二）09:30前办结，退回未获同意，继续由本小区办理：属于本小区')
  })

  test('goes to the other estate with the whole limit, and out of sight of the first', async () => {
    const caseId = await returned()
    town.goTo('2026-11-03 08:30')
    expect(await town.ok(OFFICE, 'redirectCase', { caseId, estateId: 'heping', reason: '属于和平苑' })).toEqual({ dueAt: at('2026-11-03 10:30') })
    expect(await town.code(MANAGER, 'readCase', { caseId })).toBe('NOT_FOUND')
    expect((await town.ok(MANAGER, 'listCases', { scope: 'estate', open: true })).cases).toEqual([])
    expect(await town.code(MANAGER, 'answerCase', { caseId, text: '已处理', photos: [newPhoto()] })).toBe('NOT_FOUND')
    const seen = await town.ok(OTHER_MANAGER, 'readCase', { caseId })
    expect(seen.allowed).toContain('answerCase')
    // The spot is one of the estate it was reported in.
    expect(seen.summary.placeText).toBe('锦绣花园 垃圾分类亭')
    expect((await town.ok(OTHER_MANAGER, 'listNotices', {})).notices.map(({ kind }) => kind)).toEqual(['caseNew'])
    expect(await town.code(RESIDENT, 'readCase', { caseId })).toBe('ok')
  })

  test('that the other estate misses is the cost of the other estate alone', async () => {
    const caseId = await returned()
    await town.ok(OFFICE, 'redirectCase', { caseId, estateId: 'heping', reason: '属于和平苑' })
    town.goTo('2026-11-03 17:00')
    await rest(town)
    expect(entries()).toEqual([['case:C@heping:overdue', 'heping']])
  })

  test('and comes back to it goes on with what that estate had left, in the same words for everybody', async () => {
    const caseId = await returned()
    await town.ok(OFFICE, 'redirectCase', { caseId, estateId: 'heping', reason: '属于和平苑' })
    town.goTo('2026-11-02 11:00')
    expect(await town.ok(OFFICE, 'redirectCase', { caseId, estateId: 'jinxiu', reason: '查明属于锦绣花园' })).toEqual({ dueAt: at('2026-11-02 14:00') })
    for (const openid of [MANAGER, OFFICE, RESIDENT])
      expect((await town.ok(openid, 'readCase', { caseId })).deadline?.explanation).toContain('暂停：2026-11-02（周一） 10:00 至 2026-11-02（周一） 11:00，扣除工作时间60分钟；原因：改派到其他小区期间')
    town.goTo('2026-11-02 14:01')
    await rest(town)
    expect(entries()).toEqual([['case:C:overdue', 'jinxiu']])
  })

  test.each([[0, 'ok'], [1, 'ok'], [2, 'RETURNS_USED']] as const)('and was returned %i times before, by whichever estate, may be returned once more: %s', async (times, code) => {
    const caseId = await dispatched(town)
    const [managers, estates] = [[MANAGER, OTHER_MANAGER, MANAGER], ['heping', 'jinxiu']]
    for (let index = 0; index < times; index += 1) {
      await town.ok(managers[index]!, 'returnCase', { caseId, reason: '不属于本小区' })
      await town.ok(OFFICE, 'redirectCase', { caseId, estateId: estates[index]!, reason: '改派' })
    }
    const before = town.dump()
    expect((await town.ok(managers[times]!, 'readCase', { caseId })).allowed.includes('returnCase')).toBe(code === 'ok')
    const outcome = await town.call(managers[times]!, 'returnCase', { caseId, reason: '不属于本小区' })
    expect(outcome.ok ? 'ok' : outcome.code).toBe(code)
    if (!outcome.ok) expect([outcome.words, town.dump()]).toEqual(['这件案卷已经退回过 2 次，不能再退回。请先办理；确实不属于本小区的，请打电话与考核办商量改派', before])
  })

  test('is not returned once it is overdue, and the office may still send it on: what was missed stays with the first estate, whether the clock came round before or after', async () => {
    for (const isBooked of [true, false]) {
      town.close()
      town = openTown()
      const caseId = await dispatched(town)
      town.goTo('2026-11-02 11:01')
      if (isBooked) await rest(town)
      expect(await town.code(MANAGER, 'returnCase', { caseId, reason: '属于和平苑' })).toBe('ALREADY_OVERDUE')
      expect((await town.ok(OFFICE, 'readCase', { caseId })).allowed).toContain('redirectCase')
      await town.ok(OFFICE, 'redirectCase', { caseId, estateId: 'heping', reason: '属于和平苑' })
      await answer(town, caseId, OTHER_MANAGER)
      await rest(town)
      expect(town.all('ledger')).toMatchObject([{ _id: `case:${caseId}:overdue`, estateId: 'jinxiu', factAt: at('2026-11-02 11:00') }])
      expect(town.all('notices').filter(({ kind }) => kind === 'caseOverdue').map(({ personId: whom }) => whom)).toEqual([personId(MANAGER)])
    }
  })

  test('and was answered late and found wrong before it was sent on costs the first estate its own delay, and the second nothing', async () => {
    const caseId = await dispatched(town)
    town.goTo('2026-11-02 11:05')
    await answer(town, caseId)
    town.goTo('2026-11-02 14:00')
    await town.ok(OFFICE, 'verifyCase', { caseId, matches: false, method: 'onSite', text: '没有清理', photos: [newPhoto()] })
    await town.ok(OFFICE, 'redirectCase', { caseId, estateId: 'heping', reason: '属于和平苑' })
    town.goTo('2026-11-02 14:10')
    await answer(town, caseId, OTHER_MANAGER)
    await rest(town)
    expect(entries()).toEqual([['case:C:overdue', 'jinxiu']])
  })
})

describe('the story of a case', () => {
  test('dates a missed deadline by the deadline, however late the clock came round', async () => {
    const caseId = await dispatched(town)
    town.goTo('2026-11-03 15:00')
    await rest(town)
    const { timeline } = await town.ok(MANAGER, 'readCase', { caseId })
    expect(timeline.find(({ type }) => type === 'overdueRecorded')?.at).toBe(at('2026-11-02 11:00'))
  })

  test('goes on when a suspension is over, though the clock sleeps: more time may be asked for', async () => {
    const caseId = await dispatched(town)
    await town.ok(MANAGER, 'requestTime', { kind: 'suspension', caseId, reason: '等待配件', until: at('2026-11-02 13:30') })
    await decide(caseId, true)
    town.goTo('2026-11-02 13:45')
    expect((await town.ok(MANAGER, 'readCase', { caseId })).allowed).toContain('requestTime')
    expect(await ask(caseId)).toMatchObject({ ok: true })
    expect(stateOf(town, caseId)).toBe('dispatched')
  })
})

describe('what a person is offered on a case', () => {
  test('is what the person may really do: every step offered works, every other is refused', async () => {
    const steps: Readonly<Record<string, readonly [string, readonly string[]][]>> = {
      submitted: [[RESIDENT, ['addRemark', 'withdrawCase']], [OFFICE, ['fileCase', 'refuseCase']]],
      dispatched: [[RESIDENT, ['addRemark']], [MANAGER, ['answerCase', 'requestTime', 'returnCase']], [OFFICE, ['proposeFinding', 'redirectCase']]],
      answered: [[RESIDENT, ['addRemark', 'followUp']], [MANAGER, []], [OFFICE, ['proposeFinding', 'verifyCase']], ['inspector-town', ['proposeFinding', 'verifyCase']]],
    }
    const caseId = await submitted(town)
    const offered = async (state: string) => {
      for (const [openid, expected] of steps[state]!) expect([state, openid, (await town.ok(openid, 'readCase', { caseId })).allowed.filter((step) => step !== 'joinCase').sort()]).toEqual([state, openid, expected])
    }
    await offered('submitted')
    await town.ok(OFFICE, 'fileCase', { caseId, categoryCode: THREE_DAYS, dispatch: false })
    expect((await town.ok(OFFICE, 'readCase', { caseId })).allowed).toContain('dispatchCase')
    expect(await town.ok(OFFICE, 'dispatchCase', { caseId })).toEqual({ dueAt: at('2026-11-05 17:30') })
    await offered('dispatched')
    await answer(town, caseId)
    await offered('answered')
  })
})

describe('a case that two estates only said was done', () => {
  const fails = (caseId: string, by: string, text: string) => town.ok(by, 'verifyCase', { caseId, matches: false, method: 'onSite', text })
  const findings = (caseId: string) => caseFromEvents(town.one('cases', caseId).events).findings.map(({ kind, estateId, status }) => [kind, estateId, status])

  test('is proposed as a failed verification of each, and nobody decides on the own proposal beside another one', async () => {
    const caseId = await dispatched(town)
    await answer(town, caseId)
    await fails(caseId, OFFICE, '桶边还有垃圾')
    await town.ok(OFFICE, 'redirectCase', { caseId, estateId: 'heping', reason: '属于和平苑' })
    await answer(town, caseId, OTHER_MANAGER)
    await fails(caseId, OFFICE_2, '又有垃圾')
    expect(findings(caseId)).toEqual([['failedVerification', 'jinxiu', 'proposed'], ['failedVerification', 'heping', 'proposed']])
    const confirm = (by: string) => town.code(by, 'decideFinding', { caseId, finding: 'failedVerification', confirm: true, reason: '属实' })
    expect(await confirm(OFFICE)).toBe('ok')
    expect(findings(caseId)).toEqual([['failedVerification', 'jinxiu', 'proposed'], ['failedVerification', 'heping', 'confirmed']])
    expect([await confirm(OFFICE), await confirm(OFFICE_2)]).toEqual(['OWN_ACT', 'ok'])
  })

  test('is told to the manager of the second in an inbox that opens, however long the names of what is booked', async () => {
    const caseId = await dispatched(town)
    await town.ok(OFFICE, 'redirectCase', { caseId, estateId: 'guixiang', reason: '属于桂香园' })
    await answer(town, caseId, 'manager-guixiang')
    await fails(caseId, OFFICE, '桶边还有垃圾')
    await town.ok(OFFICE_2, 'decideFinding', { caseId, finding: 'failedVerification', confirm: true, reason: '属实' })
    town.goTo('2026-11-02 09:05')
    await rest(town)
    const { notices } = await town.ok('manager-guixiang', 'listNotices', {})
    expect(notices.map(({ kind }) => kind)).toContain('scoreEntry')
    expect(await town.code('manager-guixiang', 'markRead', { noticeIds: notices.map(({ id }) => id) })).toBe('ok')
  })

  test('may be proposed as shirked by each of them, once', async () => {
    const caseId = await dispatched(town)
    const propose = () => town.code(OFFICE, 'proposeFinding', { caseId, finding: 'shirked', reason: '推诿' })
    expect([await propose(), await propose()]).toEqual(['ok', 'FINDING_EXISTS'])
    await town.ok(OFFICE, 'redirectCase', { caseId, estateId: 'heping', reason: '属于和平苑' })
    expect([await propose(), await propose()]).toEqual(['ok', 'FINDING_EXISTS'])
    await town.ok(OFFICE_2, 'decideFinding', { caseId, finding: 'shirked', confirm: true, reason: '属实' })
    town.goTo('2026-11-02 09:05')
    await rest(town)
    expect(entries()).toEqual([['case:C:shirked', 'jinxiu'], ['case:C@heping:shirked', 'heping']])
  })
})
