import { slowBeat } from '../../support/slowBeat'
import { dispatched, HAZARD, MANAGER, NEIGHBOUR, newKey, RESIDENT, rest } from '../../support/stories'
import { at, openTown, personId, TOWN_ID, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

const accept = async (openid = MANAGER, times = 3) => {
  for (let taken = 0; taken < times; taken += 1) await town.ok(openid, 'addQuota', { accepted: ['caseTask', 'caseDeadline', 'caseProgress'] })
}
const fail = (errCode: number) => Promise.reject(Object.assign(new Error(`refused with ${errCode}`), { errCode, errMsg: `openapi.subscribeMessage.send:fail ${errCode}` }))
const notice = (openid = MANAGER) => town.all('notices').find(({ personId: whose }) => whose === personId(openid))!
const quota = (template = 'caseTask') => town.one('quotas', `${personId(MANAGER)}:${template}`)

describe('the outbox', () => {
  test('sends a message once, within its limits, opening its case, and counts it', async () => {
    await accept()
    const caseId = await dispatched(town)
    for (let beats = 0; beats < 3; beats += 1) await town.beat()
    expect(town.sent.filter(({ openid }) => openid === MANAGER)).toEqual([{ openid: MANAGER, template: 'caseTask', page: `pages/case/index?id=${caseId}`, words: expect.stringContaining('清扫保洁不干净|锦绣花园 垃圾分类亭') as string }])
    for (const words of town.sent.flatMap((message) => message.words.split('|'))) expect([...words].length).toBeLessThanOrEqual(20)
    expect(notice()).toMatchObject({ state: 'sent', lastError: null })
    expect(quota()).toMatchObject({ accepted: 3, used: 1 })
  })

  test('without an accepted message keeps it in the inbox and tells that nobody was reached', async () => {
    await dispatched(town)
    await rest(town)
    expect(town.sent).toEqual([])
    expect((await town.ok(MANAGER, 'listNotices', {})).notices).toMatchObject([{ kind: 'caseNew', told: 'unreachable', read: false }])
  })

  test('believes WeChat when it says that no message is left (43101): the count is emptied and the next one not even tried', async () => {
    await accept()
    let tries = 0
    town.onSend((openid) => (openid === MANAGER ? ((tries += 1), fail(43101)) : Promise.resolve()))
    await dispatched(town)
    await rest(town)
    expect(notice()).toMatchObject({ state: 'unreachable', lastError: expect.stringContaining('43101') as string })
    expect(quota()).toMatchObject({ accepted: 3, used: 3 })
    await dispatched(town, { place: { spotId: 'jinxiu-b1' } })
    await rest(town)
    expect(tries).toBe(1)
  })

  test('tries again after 1, 5, 15, 60 and 240 minutes when WeChat fails otherwise, and then lays the letter aside where the office can see it', async () => {
    await accept()
    const tries: number[] = []
    town.onSend(() => (tries.push(town.now()), fail(-1)))
    await dispatched(town, { categoryCode: '0401' })
    town.engine.remove('announcements', { filter: { kind: 'reportFiled' } })
    const start = town.now()
    for (let minute = 0; minute <= 400; minute += 1) {
      town.goTo(start + minute * 60_000)
      await town.beat()
    }
    expect(tries.map((instant) => (instant - start) / 60_000)).toEqual([0, 1, 6, 21, 81, 321])
    expect(notice()).toMatchObject({ state: 'dead', attempts: 6 })
    expect(quota()).toMatchObject({ used: 0 })
    expect((await town.ok(MANAGER, 'listNotices', {})).notices).toMatchObject([{ told: 'dead' }])
  })

  test('gets a message through at a later try', async () => {
    await accept()
    town.onSend(() => fail(-1))
    await dispatched(town)
    await rest(town)
    town.onSend(null)
    town.goTo(town.now() + 60_000)
    await rest(town)
    expect(notice()).toMatchObject({ state: 'sent', attempts: 1, lastError: null })
  })

  test('lets the failure of one person hold up nobody else', async () => {
    await accept()
    await accept(RESIDENT)
    town.onSend((openid) => (openid === MANAGER ? fail(-1) : Promise.resolve()))
    await dispatched(town)
    expect(await town.beat()).toMatchObject({ failed: [] })
    expect(town.sent.map(({ openid }) => openid)).toEqual([RESIDENT])
  })

  test('keeps as read what was read while it was being sent', async () => {
    await accept()
    await dispatched(town)
    const id = notice()._id
    town.onSend(async (openid) => void (openid === MANAGER && (await town.ok(MANAGER, 'markRead', { noticeIds: [id] }))))
    await rest(town)
    expect(town.one('notices', id)).toMatchObject({ state: 'sent', readAt: town.now() })
  })

  test('keeps as sent what another instance has sent meanwhile, whatever comes of the own try', async () => {
    await accept()
    await dispatched(town)
    const id = notice()._id
    town.onSend(async (openid) => {
      if (openid !== MANAGER) return
      await town.store.set('notices', { ...town.one('notices', id), state: 'sent' })
      await fail(43101)
    })
    await rest(town)
    expect(town.one('notices', id)).toMatchObject({ state: 'sent', lastError: null })
  })

  test('keeps nothing for a person who is gone', async () => {
    await accept()
    await dispatched(town)
    town.engine.remove('people', { filter: { _id: personId(MANAGER) } })
    await rest(town)
    expect(town.all('notices').filter((each) => each.personId === personId(MANAGER))).toEqual([])
  })

  test('folds what one person is told at one time into one message, and keeps every line in the inbox', async () => {
    await accept()
    for (const spot of ['b1', 'b2']) await dispatched(town, { place: { spotId: `jinxiu-${spot}` } })
    await rest(town)
    expect(town.sent.filter(({ openid }) => openid === MANAGER).map(({ words }) => words)).toEqual([expect.stringMatching(/^清扫保洁不干净 等 2 件\|.*\|2026-11-02 11:00\|新案卷2$/)])
    expect((await town.ok(MANAGER, 'listNotices', {})).notices.map(({ told }) => told)).toEqual(['sent', 'sent'])
  })

  test('names the danger among them, though something harmless came later, and leads to all of them', async () => {
    await accept()
    const quiet = await dispatched(town)
    await rest(town)
    const danger = await dispatched(town, { categoryCode: HAZARD, by: NEIGHBOUR, place: { spotId: 'jinxiu-b1' } })
    town.goTo(town.now() + 5_000)
    await town.ok(RESIDENT, 'addRemark', { key: newKey(), caseId: quiet, text: '再补充一句', photos: [] })
    town.sent.length = 0
    await rest(town)
    const [message] = town.sent.filter(({ openid }) => openid === MANAGER)
    expect([message?.words.split('|')[0], message?.words.split('|')[3], message?.page]).toEqual([expect.stringMatching(/^井盖缺损|^消防设施缺损|^占用消防通道/), '有危险1，新案卷1，其他1', 'pages/inbox/index'])
    expect(town.one('cases', danger).state).toBe('dispatched')
  })

  test('folds all that waits for one person, however much it is, and spends one accepted message on it', async () => {
    await accept()
    const [first] = (await dispatched(town), town.all('notices'))
    town.engine.insert('notices', Array.from({ length: 260 }, (_, n) => ({ ...first!, _id: `more-${n}`, tryAt: town.now() - n })))
    await rest(town)
    expect(town.sent.filter(({ openid }) => openid === MANAGER).map(({ words }) => words)).toEqual([expect.stringMatching(/等 261 件.*新案卷261$/)])
    expect(town.all('notices').filter(({ template, state }) => template === 'caseTask' && state !== 'sent')).toEqual([])
    expect(quota()).toMatchObject({ used: 1 })
  })

  test('sends a deadline, and the new case that is a danger, before everything else that waits', async () => {
    await accept()
    await dispatched(town, { categoryCode: HAZARD, place: { spotId: 'jinxiu-gate-n' } })
    town.engine.update('notices', { filter: {}, operations: { $set: { tryAt: town.now() } }, multi: true })
    const [danger] = town.all('notices')
    expect(danger).toMatchObject({ kind: 'caseNew', urgency: 'urgent' })
    const others = Array.from({ length: 60 }, (_, n) => `resident-${n}`)
    town.engine.insert('people', others.map((openid) => ({ _id: personId(openid), townId: TOWN_ID, openid, name: '', grants: [], staff: false, estateId: null })))
    town.engine.insert('quotas', others.map((openid) => ({ _id: `${personId(openid)}:caseProgress`, townId: TOWN_ID, personId: personId(openid), template: 'caseProgress', accepted: 1, used: 0 })))
    town.engine.insert('notices', others.map((openid, n) => ({ ...danger!, _id: `progress-${n}`, personId: personId(openid), kind: 'reportClosed', template: 'caseProgress', urgency: 'progress', tryAt: town.now() - 60_000 })))
    const first = await slowBeat(town, 200)
    expect(town.sent[0]).toMatchObject({ openid: MANAGER, template: 'caseTask' })
    expect(first.behind).toEqual(['sendNotices'])
    await rest(town)
    expect(new Set(town.sent.map(({ openid }) => openid))).toEqual(new Set([MANAGER, ...others]))
    expect(town.sent).toHaveLength(61)
  })
})

describe('the hour of a message', () => {
  test('staff are told in working time: what is dispatched at night goes out at 08:30', async () => {
    await accept()
    town.goTo('2026-11-02 21:00')
    await dispatched(town)
    await rest(town)
    expect(town.sent.filter(({ openid }) => openid === MANAGER)).toEqual([])
    town.goTo('2026-11-03 08:29')
    await rest(town)
    expect(town.sent.filter(({ openid }) => openid === MANAGER)).toEqual([])
    town.goTo('2026-11-03 08:30')
    await rest(town)
    expect(town.sent.filter(({ openid }) => openid === MANAGER)).toHaveLength(1)
  })

  test('residents are told at once, also at night', async () => {
    await accept(RESIDENT)
    town.goTo('2026-11-02 21:00')
    await dispatched(town)
    await rest(town)
    expect(town.sent.map(({ openid }) => openid)).toEqual([RESIDENT])
  })

  test('a hazard that is overdue is told at once after closing time; anything else waits for the morning', async () => {
    await accept(MANAGER, 9)
    town.goTo('2026-11-02 13:30')
    await dispatched(town, { categoryCode: HAZARD, place: { spotId: 'jinxiu-gate-n' } })
    town.goTo('2026-11-02 15:30')
    await dispatched(town)
    await rest(town)
    town.goTo('2026-11-02 17:20')
    await rest(town)
    const before = town.sent.length
    town.goTo('2026-11-02 17:31')
    await rest(town)
    expect(town.sent.slice(before).map(({ openid, words }) => [openid, words.split('|')[0]])).toEqual([[MANAGER, '占用消防通道']])
    const overdue = town.all('notices').filter(({ kind }) => kind === 'caseOverdue')
    expect(overdue.map(({ subject, state }) => [subject, state]).sort()).toEqual([['占用消防通道', 'sent'], ['清扫保洁不干净', 'waiting']])
    expect(overdue.find(({ state }) => state === 'waiting')).toMatchObject({ tryAt: at('2026-11-03 08:30') })
    town.goTo('2026-11-03 08:30')
    await rest(town)
    expect(town.sent.slice(before + 1)).toHaveLength(1)
  })
})
