import { happens } from '../../domain/support'
import { CASE_BYTES_MAX, COUNTED_OF_MONTH_MAX, FOLLOWERS_MAX, REMARKS_OF_CASE_MAX, REQUESTS_MAX, UNFIXED_MAX } from '../../../domain/case/limits'
import type { CaseDocument } from '../../../types/documents/cases'
import { judgeAll, photosOf } from '../../support/photos'
import { answer, answered, dispatched, MANAGER, NEIGHBOUR, newKey, newPhoto, OFFICE, RESIDENT, rest, stateOf, THIRD, verify } from '../../support/stories'
import { linkOf, openTown, photo, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

const DAY = 86_400_000
const { check } = photosOf(() => town)
const LONG = '垃圾'.repeat(500)
const change = (caseId: string, part: Partial<CaseDocument>) => town.store.set('cases', { ...town.one('cases', caseId), ...part })
const bytesOf = (caseId: string): number => Buffer.byteLength(JSON.stringify(town.one('cases', caseId)))
const bigPhotos = () => Array.from({ length: 9 }, () => `${newPhoto()}${'x'.repeat(400)}.jpg`)
const join = (caseId: string, by = NEIGHBOUR) => town.code(by, 'joinCase', { key: newKey(), caseId })
const remark = (caseId: string, by = RESIDENT) => town.code(by, 'addRemark', { key: newKey(), caseId, text: '又多了一袋' })
const story = async (openid: string, caseId: string) => {
  const pages: string[][] = []
  let cursor: string | null | undefined
  for (; cursor !== null; ) {
    const { timeline, nextCursor }: { timeline: { type: string; text: string }[]; nextCursor: string | null } = await town.ok(openid, 'readCase', { caseId, cursor })
    pages.push(timeline.map(({ type, text }) => `${type} ${text}`.trim()))
    cursor = nextCursor
  }
  return pages
}

describe('a case that one hostile account fills', () => {
  test('by joining, speaking and deleting its data a hundred times over is read, answered and closed as before', async () => {
    const caseId = await dispatched(town)
    await answer(town, caseId)
    for (let turn = 0; turn < 55; turn += 1) {
      town.goTo(town.now() + DAY)
      const hostile = `hostile-${turn}`
      await town.ok(hostile, 'chooseEstate', { estateId: 'jinxiu' })
      await town.ok(hostile, 'joinCase', { key: newKey(), caseId, text: LONG, photos: bigPhotos() })
      await town.ok(hostile, 'addRemark', { key: newKey(), caseId, text: LONG, photos: bigPhotos() })
      if (turn % 5 === 0) await town.ok(hostile, 'followUp', { caseId, fixed: true, text: LONG, photos: bigPhotos() })
      await town.ok(hostile, 'deleteMyData', { confirm: true })
    }
    expect(town.all('caseRemarks')).toHaveLength(121)
    expect(bytesOf(caseId)).toBeLessThan(8 * 1024)
    for (const openid of [RESIDENT, MANAGER, OFFICE, NEIGHBOUR]) expect(Buffer.byteLength(JSON.stringify(await town.ok(openid, 'readCase', { caseId })))).toBeLessThan(256 * 1024)
    await verify(town, caseId)
    expect(stateOf(town, caseId)).toBe('closed')
  }, 120_000)
})

describe('what a case takes', () => {
  test.each([[FOLLOWERS_MAX - 1, 'ok'], [FOLLOWERS_MAX, 'FOLLOWERS_FULL'], [FOLLOWERS_MAX + 1, 'FOLLOWERS_FULL']] as const)('with %i followers one more is %s, and offered only where it is taken', async (followers, code) => {
    const caseId = await dispatched(town)
    await change(caseId, { followers })
    expect((await town.ok(NEIGHBOUR, 'readCase', { caseId })).allowed.includes('joinCase')).toBe(code === 'ok')
    const before = town.dump()
    expect(await join(caseId)).toBe(code)
    if (code !== 'ok') expect(town.dump()).toBe(before)
    expect(town.one('cases', caseId).followers).toBe(code === 'ok' ? followers + 1 : followers)
  })

  test.each([[REMARKS_OF_CASE_MAX - 1, 'ok', 1], [REMARKS_OF_CASE_MAX, 'REMARKS_FULL', 0], [REMARKS_OF_CASE_MAX + 1, 'REMARKS_FULL', 0]] as const)('with %i remarks of all its people one more is %s, and %i are said to be left', async (remarks, code, left) => {
    const caseId = await dispatched(town)
    await change(caseId, { remarks })
    expect((await town.ok(RESIDENT, 'readCase', { caseId })).remarksLeft).toBe(left)
    const before = town.dump()
    expect(await remark(caseId)).toBe(code)
    if (code !== 'ok') expect(town.dump()).toBe(before)
  })

  test.each([[UNFIXED_MAX - 1, 'ok'], [UNFIXED_MAX, 'UNFIXED_FULL'], [UNFIXED_MAX + 1, 'UNFIXED_FULL']] as const)('sent back %i times is sent back once more: %s', async (times, code) => {
    const caseId = await answered(town)
    const { events } = town.one('cases', caseId)
    const rounds = Array.from({ length: times }, () => [happens('reportedUnfixed', town.now()), happens('reworked', town.now(), { role: 'clock', editionId: 'demo-1' }), happens('answered', town.now(), { photos: [newPhoto()] })]).flat()
    await change(caseId, { events: [...events, ...rounds] })
    expect(await town.code(RESIDENT, 'followUp', { caseId, fixed: false, text: '没修好' })).toBe(code)
  })

  test.each([[REQUESTS_MAX - 1, 'ok'], [REQUESTS_MAX, 'REQUESTS_USED'], [REQUESTS_MAX + 1, 'REQUESTS_USED']] as const)('asked %i times for more time takes one more asking: %s', async (times, code) => {
    const caseId = await dispatched(town)
    const asked = Array.from({ length: times }, () => [happens('requested', town.now()), happens('requestRefused', town.now())]).flat()
    await change(caseId, { events: [...town.one('cases', caseId).events, ...asked] })
    expect((await town.ok(MANAGER, 'readCase', { caseId })).allowed.includes('requestTime')).toBe(code === 'ok')
    expect(await town.code(MANAGER, 'requestTime', { kind: 'extension', caseId, reason: '配件' })).toBe(code)
  })

  test.each([[COUNTED_OF_MONTH_MAX - 1, true], [COUNTED_OF_MONTH_MAX, false], [COUNTED_OF_MONTH_MAX + 1, false]] as const)('with %i counted reports this month a further one counts: %s; it is joined in any case', async (counted, counts) => {
    const caseId = await dispatched(town)
    const { events } = town.one('cases', caseId)
    town.goTo('2026-11-02 11:01')
    // The report it began with is one of them.
    const joined = Array.from({ length: counted - 1 }, (_, index) => happens('joined', town.now(), { reportId: `r${index}`, counted: true }))
    await change(caseId, { events: [...events, ...joined] })
    expect(await town.ok(NEIGHBOUR, 'joinCase', { key: newKey(), caseId })).toEqual({ caseId, counted: counts })
    expect(town.one('cases', caseId).followers).toBe(1)
    town.goTo('2026-12-01 09:00')
    expect(await town.ok(THIRD, 'joinCase', { key: newKey(), caseId })).toEqual({ caseId, counted: true })
  })

  test('grown to its bound in bytes is nothing it can do without, and everything that brings it to its end', async () => {
    const caseId = await dispatched(town, { categoryCode: '0101' })
    const { events } = town.one('cases', caseId)
    const rounds = Array.from({ length: 100 }, () => [happens('answered', town.now(), { text: LONG, photos: [newPhoto()] }), happens('verificationFailed', town.now(), { text: LONG, limit: { amount: 3, unit: 'day' }, editionId: 'demo-1' })]).flat()
    await change(caseId, { events: [...events, ...rounds] })
    expect(bytesOf(caseId)).toBeGreaterThan(CASE_BYTES_MAX)
    const before = town.dump()
    expect([await town.code(MANAGER, 'requestTime', { kind: 'extension', caseId, reason: '配件' }), await town.code(OFFICE, 'proposeFinding', { caseId, finding: 'shirked', reason: '推诿' })]).toEqual(['CASE_FULL', 'CASE_FULL'])
    expect(town.dump()).toBe(before)
    expect([await join(caseId), await remark(caseId)]).toEqual(['ok', 'ok'])
    await answer(town, caseId)
    await verify(town, caseId)
    expect(stateOf(town, caseId)).toBe('closed')
    town.goTo('2026-11-10 09:00')
    expect((await town.beat()).failed).toEqual([])
  })
})

describe('what residents say in a case', () => {
  const said = async () => {
    const caseId = await dispatched(town)
    for (let index = 1; index <= 8; index += 1) await town.ok(RESIDENT, 'addRemark', { key: newKey(), caseId, text: `补充 ${index}` })
    for (const [index, openid] of [NEIGHBOUR, THIRD, ...Array.from({ length: 13 }, (_, each) => `joiner-${each}`)].entries()) {
      await town.ok(openid, 'chooseEstate', { estateId: 'jinxiu' })
      await town.ok(openid, 'joinCase', { key: newKey(), caseId, text: `附议 ${index + 1}`, photos: [photo(`joined-${index + 1}`)] })
    }
    return caseId
  }

  test('is read in pages, the newest with the case, each word once and in its place', async () => {
    const pages = await story(OFFICE, await said())
    expect(pages[0]).toEqual(['submitted 分类亭旁垃圾散落', 'filed', 'dispatched', ...Array.from({ length: 10 }, (_, index) => `joined 附议 ${index + 6}`)])
    expect(pages.slice(1)).toEqual([
      [...[4, 5, 6, 7, 8].map((index) => `remarked 补充 ${index}`), ...[1, 2, 3, 4, 5].map((index) => `joined 附议 ${index}`)],
      [1, 2, 3].map((index) => `remarked 补充 ${index}`),
    ])
  })

  test('is the same pages when somebody goes on talking meanwhile', async () => {
    const caseId = await said()
    const { nextCursor } = await town.ok(OFFICE, 'readCase', { caseId })
    const before = (await town.ok(OFFICE, 'readCase', { caseId, cursor: nextCursor! })).timeline
    await town.ok(NEIGHBOUR, 'addRemark', { key: newKey(), caseId, text: '还在' })
    expect((await town.ok(OFFICE, 'readCase', { caseId, cursor: nextCursor! })).timeline).toEqual(before)
  })

  test('as a remark is no part of any page of a neighbour who did not report', async () => {
    const caseId = await said()
    await town.ok('looker', 'chooseEstate', { estateId: 'jinxiu' })
    const pages = await story('looker', caseId)
    expect(pages.map(({ length }) => length)).toEqual([13, 5])
    expect(pages.flat().filter((words) => words.startsWith('remarked'))).toEqual([])
  })

  test('with a photo is redacted on whichever page it stands, and asked for by its name', async () => {
    const caseId = await said()
    await judgeAll(town)
    const original = photo('joined-1')
    const { _id: photoId } = check(original)
    expect((await town.ok(OFFICE, 'readCase', { caseId })).photos?.some((each) => each.photoId === photoId)).toBe(false)
    expect((await town.ok(OFFICE, 'readCase', { caseId, photoId })).photos).toContainEqual({ photoId, link: linkOf(original), state: 'passed' })
    expect((await town.ok(MANAGER, 'readCase', { caseId, photoId })).photos).toBeNull()
    const replacement = newPhoto()
    await town.ok(OFFICE, 'redactPhoto', { caseId, photoId, replacement })
    await judgeAll(town)
    const { nextCursor } = await town.ok(RESIDENT, 'readCase', { caseId })
    for (const openid of [OFFICE, MANAGER, RESIDENT, NEIGHBOUR]) {
      const page = JSON.stringify(await town.ok(openid, 'readCase', { caseId, cursor: nextCursor! }))
      expect([openid, page.includes(linkOf(original)), page.includes(linkOf(replacement))]).toEqual([openid, false, true])
    }
    expect((await town.ok(OFFICE, 'readCase', { caseId, photoId })).photos?.map(({ link }) => link)).not.toContain(linkOf(original))
    expect(JSON.stringify(await town.ok(NEIGHBOUR, 'exportMyData', {}))).not.toContain(linkOf(original))
    // The replacement itself can be redacted again, and a photo that came with words is not "after".
    const second = check(replacement)._id
    expect(await town.code(OFFICE, 'redactPhoto', { caseId, photoId: second, replacement: newPhoto() })).toBe('ok')
    expect(await town.code(OFFICE, 'redactPhoto', { caseId, photoId: check(photo('joined-2'))._id, replacement: photo('joined-3') })).toBe('REDACTION_SAME')
    expect(await town.code(MANAGER, 'answerCase', { caseId, text: '已清扫', photos: [photo('joined-4')] })).toBe('PHOTO_SAME')
  })

  test('about an answer counts for the person, and the case keeps only what sent it back', async () => {
    const caseId = await answered(town)
    for (const openid of [NEIGHBOUR, THIRD]) await town.ok(openid, 'joinCase', { key: newKey(), caseId })
    await town.ok(NEIGHBOUR, 'followUp', { caseId, fixed: true, text: '好了' })
    await town.ok(RESIDENT, 'followUp', { caseId, fixed: false, text: '没修好', photos: [newPhoto()] })
    await answer(town, caseId)
    await town.ok(RESIDENT, 'followUp', { caseId, fixed: false, text: '还是没修好' })
    await town.ok(THIRD, 'followUp', { caseId, fixed: false, text: '我看也没有' })
    expect(town.one('cases', caseId).events.filter(({ type }) => type === 'reportedUnfixed')).toMatchObject([{ text: '没修好' }, { text: '还是没修好' }])
    expect(town.all('caseRemarks').filter(({ type }) => type !== 'joined').map(({ type, text }) => `${type} ${text}`).sort()).toEqual(['confirmedFixed 好了', 'reportedUnfixed 我看也没有'])
    expect((await town.ok(THIRD, 'readCase', { caseId })).followUp).toMatchObject({ said: 'unfixed' })
    expect((await story(OFFICE, caseId)).flat().filter((words) => words.startsWith('reportedUnfixed'))).toEqual(['reportedUnfixed 没修好', 'reportedUnfixed 还是没修好', 'reportedUnfixed 我看也没有'])
    await rest(town)
  })
})
