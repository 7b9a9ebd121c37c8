import { judgeAll } from '../../support/photos'
import { answer, answered, closed, dispatched, MANAGER, NEIGHBOUR, newKey, newPhoto, OFFICE, RESIDENT, STRANGER, submitted, THIRD } from '../../support/stories'
import { linkOf, openTown, photo, UNFIT, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

const remark = (caseId: string, by = RESIDENT, changes: { key?: string; text?: string; photos?: string[] } = {}) => town.call(by, 'addRemark', { key: newKey(), caseId, text: '又多了一袋', ...changes })
const codeOf = async (...told: Parameters<typeof remark>) => {
  const outcome = await remark(...told)
  return outcome.ok ? 'ok' : outcome.code
}
const remarksOf = (caseId: string) => town.all('caseRemarks').filter((remark) => remark.caseId === caseId && remark.type === 'remarked')
const toldManager = async () => (await town.ok(MANAGER, 'listNotices', {})).notices.filter(({ kind }) => kind === 'caseRemarked')

describe('words and photos added to an open case', () => {
  test('are read by those who handle it and by its reporters, not by the neighbourhood', async () => {
    const caseId = await dispatched(town)
    await town.ok(NEIGHBOUR, 'joinCase', { key: newKey(), caseId })
    await remark(caseId, RESIDENT, { photos: [photo('more')] })
    await judgeAll(town)
    const read = async (openid: string) => (await town.ok(openid, 'readCase', { caseId })).timeline.filter(({ type }) => type === 'remarked')
    const said = { role: 'resident', who: null, text: '又多了一袋', photos: [linkOf(photo('more'))] }
    for (const openid of [MANAGER, OFFICE, NEIGHBOUR]) expect(await read(openid)).toMatchObject([{ ...said, mine: false }])
    expect(await read(RESIDENT)).toMatchObject([{ ...said, mine: true }])
    expect(await read(THIRD)).toEqual([])
  })

  test('come from who reported or joined, and from nobody else', async () => {
    const caseId = await dispatched(town)
    await town.ok(NEIGHBOUR, 'joinCase', { key: newKey(), caseId })
    expect([await codeOf(caseId), await codeOf(caseId, NEIGHBOUR), await codeOf(caseId, THIRD), await codeOf(caseId, STRANGER), await codeOf(caseId, MANAGER)]).toEqual(['ok', 'ok', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'])
  })

  test('are taken from the report to the closing and change nothing about it', async () => {
    const waits = await submitted(town)
    expect([await codeOf(waits), town.one('cases', waits).state]).toEqual(['ok', 'submitted'])
    const done = await answered(town, { place: { spotId: 'jinxiu-b1' } })
    expect([await codeOf(done), town.one('cases', done).state]).toEqual(['ok', 'answered'])
    expect(await codeOf(await closed(town, { place: { spotId: 'jinxiu-b2' } }))).toBe('STATE_CHANGED')
    await town.ok(OFFICE, 'refuseCase', { caseId: waits, reason: '不符合' })
    expect(await codeOf(waits)).toBe('STATE_CHANGED')
  })

  test('sent twice, or twice at once, are said once', async () => {
    const caseId = await dispatched(town)
    const key = newKey()
    await Promise.all([remark(caseId, RESIDENT, { key }), remark(caseId, RESIDENT, { key })])
    const before = town.dump()
    expect(await codeOf(caseId, RESIDENT, { key })).toBe('ok')
    expect([town.dump(), remarksOf(caseId).length]).toEqual([before, 1])
  })

  test('are ten of one person and case; how many are left is told', async () => {
    const caseId = await dispatched(town)
    await town.ok(NEIGHBOUR, 'joinCase', { key: newKey(), caseId })
    const left = async (openid = RESIDENT) => {
      const { remarksLeft, allowed } = await town.ok(openid, 'readCase', { caseId })
      return [remarksLeft, allowed.includes('addRemark')]
    }
    expect(await left()).toEqual([10, true])
    for (let index = 0; index < 9; index += 1) expect(await codeOf(caseId)).toBe('ok')
    expect(await left()).toEqual([1, true])
    expect(await codeOf(caseId)).toBe('ok')
    expect([await left(), await left(NEIGHBOUR), await left(THIRD)]).toEqual([[0, false], [10, true], [0, false]])
    const before = town.dump()
    expect(await remark(caseId)).toMatchObject({ code: 'REMARKS_USED', words: '这一件您已经补充了 10 次，情况已经清楚。如果是另一个问题，请重新报告' })
    expect(town.dump()).toBe(before)
  })

  test.each([
    ['nothing', { text: '' }, 'NOTHING_SAID'],
    ['blanks only', { text: ' \n　' }, 'NOTHING_SAID'],
    ['words that are not fit', { text: UNFIT }, 'TEXT_REJECTED'],
    ['a photo that is none', { photos: ['cloud://nothing/there.jpg'] }, 'PHOTO_INVALID'],
    ['a photo alone', { text: '', photos: [photo('alone')] }, 'ok'],
  ])('that are %s: %p', async (_, changes, code) => {
    const caseId = await dispatched(town)
    const before = town.dump()
    expect(await codeOf(caseId, RESIDENT, changes)).toBe(code)
    if (code !== 'ok') expect(town.dump()).toBe(before)
  })
})

describe('the manager', () => {
  test('is told of remarks once a day and case, however many there are', async () => {
    const caseId = await dispatched(town, { categoryCode: '0101' })
    for (let index = 0; index < 3; index += 1) await remark(caseId)
    expect(await toldManager()).toMatchObject([{ text: '居民补充了情况，请看一看', caseId }])
    await town.ok(MANAGER, 'markRead', { noticeIds: (await toldManager()).map(({ id }) => id) })
    await remark(caseId)
    expect(await toldManager()).toMatchObject([{ read: true }])
    town.goTo('2026-11-03 08:00')
    await remark(caseId)
    expect(await toldManager()).toHaveLength(2)
  })

  test('is not told while the case is not in hand', async () => {
    const caseId = await submitted(town)
    await remark(caseId)
    await town.ok(OFFICE, 'fileCase', { caseId, categoryCode: '0201', dispatch: true })
    await answer(town, caseId)
    await remark(caseId, RESIDENT, { photos: [newPhoto()] })
    expect(await toldManager()).toEqual([])
  })
})
