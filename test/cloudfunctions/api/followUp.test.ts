import { answer, answered, closed, dueOf, INSPECTOR, MANAGER, NEIGHBOUR, newKey, newPhoto, OFFICE, RESIDENT, rest, stateOf, THIRD, verify } from '../../support/stories'
import { at, openTown, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

const DAY = 86_400_000
const unfixed = (caseId: string, by = RESIDENT) => town.call(by, 'followUp', { caseId, fixed: false, text: '还剩一半', photos: [newPhoto()] })
const fixed = (caseId: string, by = RESIDENT) => town.call(by, 'followUp', { caseId, fixed: true })
const join = (caseId: string, by = NEIGHBOUR) => town.ok(by, 'joinCase', { key: newKey(), caseId })
const typesOf = (caseId: string) => town.one('cases', caseId).events.map(({ type }) => type)
const toldTo = async (openid: string) => (await town.ok(openid, 'listNotices', {})).notices.map(({ kind }) => kind)
const waiting = async (kind: string) => (await town.ok(OFFICE, 'readDesk', {})).waiting.find((each) => each.kind === kind)?.count

describe('a reporter who says it is not fixed', () => {
  test('sends it back to work at once, with the whole limit, and everybody concerned is told', async () => {
    const caseId = await answered(town)
    await join(caseId)
    town.goTo('2026-11-02 14:00')
    expect(await unfixed(caseId)).toMatchObject({ ok: true })
    expect({ state: stateOf(town, caseId), dueAt: dueOf(town, caseId) }).toEqual({ state: 'rework', dueAt: at('2026-11-02 16:00') })
    expect(town.one('cases', caseId).events.at(-1)).toMatchObject({ type: 'reworked', by: { role: 'clock' }, reason: '居民反映未解决', calendarVersion: '2024.1,2025.1,2026.1,2027.1', editionId: 'demo-1' })
    await town.beat()
    expect(await toldTo(MANAGER)).toContain('caseRework')
    expect(await toldTo(NEIGHBOUR)).toContain('reportReopened')
    // Who said so knows.
    expect(await toldTo(RESIDENT)).not.toContain('reportReopened')
    expect((await town.ok(MANAGER, 'listCases', { scope: 'estate', open: true })).cases.map(({ id }) => id)).toEqual([caseId])
  })

  test('of what is closed already opens it again', async () => {
    const caseId = await closed(town)
    expect(await unfixed(caseId)).toMatchObject({ ok: true })
    expect(town.one('cases', caseId)).toMatchObject({ state: 'rework', closedAt: null })
    expect((await town.ok(OFFICE, 'readCase', { caseId })).summary.toVerify).toBe(true)
  })

  test('with a photo alone has said enough', async () => {
    const caseId = await answered(town)
    expect(await town.code(RESIDENT, 'followUp', { caseId, fixed: false, text: ' ', photos: [newPhoto()] })).toBe('ok')
  })

  test('costs the estate nothing by the word alone, only a missed limit of the rework', async () => {
    const caseId = await answered(town)
    await unfixed(caseId)
    await rest(town)
    expect(town.all('ledger')).toEqual([])
    town.goTo(dueOf(town, caseId) + 1)
    await rest(town)
    expect(town.all('ledger').map(({ rule }) => rule)).toEqual(['overdue'])
  })

  test('keeps it from being closed from a desk: somebody has to go and see', async () => {
    const caseId = await answered(town)
    await unfixed(caseId)
    await answer(town, caseId)
    expect([await waiting('reopened'), await waiting('toVerify')]).toEqual([1, 0])
    expect((await town.ok(OFFICE, 'listCases', { scope: 'desk', waiting: 'reopened' })).cases).toMatchObject([{ id: caseId, toVerify: true }])
    const byPhotos = { caseId, matches: true, method: 'photos', text: '照片相符', close: true } as const
    expect(await town.code(OFFICE, 'verifyCase', byPhotos)).toBe('ON_SITE_REQUIRED')
    expect(await town.code(INSPECTOR, 'verifyCase', { ...byPhotos, method: 'onSite', close: false })).toBe('ok')
    expect([await waiting('reopened'), await waiting('toVerify')]).toEqual([0, 1])
    expect(await town.code(OFFICE, 'closeCase', { caseId })).toBe('ok')
  })

  test('is not heard against a visit from before: what was seen then is not what is said now', async () => {
    const caseId = await answered(town)
    await verify(town, caseId, false)
    await unfixed(caseId)
    await answer(town, caseId)
    expect(await town.code(OFFICE, 'verifyCase', { caseId, matches: true, method: 'photos', text: '照片相符', close: true })).toBe('ON_SITE_REQUIRED')
  })

  test('a second time leaves it to the office to go and look: nobody is sent back and forth', async () => {
    const caseId = await answered(town)
    await unfixed(caseId)
    await answer(town, caseId)
    const before = (await toldTo(MANAGER)).length
    expect(await unfixed(caseId)).toMatchObject({ ok: true })
    expect({ state: stateOf(town, caseId), told: (await toldTo(MANAGER)).length }).toEqual({ state: 'reopened', told: before })
    expect(await waiting('reopened')).toBe(1)
    expect(await town.code(MANAGER, 'answerCase', { caseId, text: '已处理', photos: [newPhoto()] })).toBe('STATE_CHANGED')
    const { allowed } = await town.ok(OFFICE, 'readCase', { caseId })
    for (const step of ['verifyCase', 'reworkCase']) expect(allowed).toContain(step)
    expect(allowed).not.toContain('closeCase')
  })

  test('and whose word was checked on site does not stop the same answer again; a neighbour still may, and so may the next answer', async () => {
    const caseId = await answered(town)
    await join(caseId)
    await unfixed(caseId)
    await answer(town, caseId)
    await unfixed(caseId)
    await verify(town, caseId)
    const before = town.dump()
    expect(await unfixed(caseId)).toMatchObject({ code: 'FOLLOW_UP_SETTLED', words: expect.stringContaining('现场核查') as string })
    expect(town.dump()).toBe(before)
    expect((await town.ok(RESIDENT, 'readCase', { caseId })).followUp).toMatchObject({ said: 'unfixed', canStill: false })
    expect(await unfixed(caseId, NEIGHBOUR)).toMatchObject({ ok: true })
    expect(stateOf(town, caseId)).toBe('reopened')
  })

  test('outweighs a neighbour who says it is fixed, in whatever order they speak', async () => {
    const caseId = await answered(town)
    await join(caseId)
    await fixed(caseId, NEIGHBOUR)
    await unfixed(caseId)
    expect((await town.ok(OFFICE, 'readCase', { caseId })).summary).toMatchObject({ state: 'rework', toVerify: true })
    expect(await fixed(caseId, NEIGHBOUR)).toMatchObject({ ok: true })
    expect(town.all('caseRemarks').map(({ type }) => type)).toEqual(expect.arrayContaining(['joined', 'confirmedFixed']))
    expect(town.all('caseRemarks').filter(({ type }) => type === 'confirmedFixed')).toHaveLength(1)
    expect(await town.code(THIRD, 'followUp', { caseId, fixed: true })).toBe('NOT_FOUND')
    expect((await town.ok(OFFICE, 'readCase', { caseId })).summary).toMatchObject({ state: 'rework', toVerify: true })
  })

  test('together with a neighbour at the same moment is one rework', async () => {
    const caseId = await answered(town)
    await join(caseId)
    const outcomes = await Promise.all([unfixed(caseId), unfixed(caseId, NEIGHBOUR)])
    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.code)).sort()).toEqual(['STATE_CHANGED', 'ok'])
    expect(typesOf(caseId).filter((type) => type === 'reworked')).toHaveLength(1)
  })

  test.each([[30 * DAY, 'ok'], [30 * DAY + 1, 'FOLLOW_UP_OVER']])('%i ms after the closing: %s', async (after, code) => {
    const caseId = await closed(town)
    town.goTo(town.now() + after)
    const { followUp, allowed } = await town.ok(RESIDENT, 'readCase', { caseId })
    expect([followUp?.canStill, allowed.includes('followUp')]).toEqual([code === 'ok', code === 'ok'])
    const before = town.dump()
    const outcome = await unfixed(caseId)
    expect(outcome.ok ? 'ok' : outcome.code).toBe(code)
    if (!outcome.ok) expect([town.dump(), outcome.words]).toEqual([before, '这一件办完已超过 30 天，这里不再更改。如果问题又出现了，请重新报告，会作为新的问题办理'])
  })
})
