import { MEASURES_MAX } from '../../../domain/survey/stage'
import { beginning } from '../../support/killed'
import { BEFORE, judgeAll, photosOf, verdict } from '../../support/photos'
import { AUDITOR, INSPECTOR, MANAGER, newKey, OFFICE, OFFICE_2, OTHER_MANAGER, RESIDENT, rest, STRANGER, submitted } from '../../support/stories'
import { answerAll, counted, openEstate, opened, SURVEY } from '../../support/surveys'
import { linkOf, personId, photo, UNFIT, type Town } from '../../support/town'

let town: Town
const [LAMP, GATE] = [photo('lamp'), photo('gate')]
const MEASURE = { key: 'measure-photos-00001', surveyId: SURVEY, questionId: 'repairs', text: '北门路灯换好了', photos: [LAMP, GATE] }
/** Counted without a signal, so that the estate may tell what it does. */
async function surveyed(it: Town): Promise<void> {
  await opened(it)
  await answerAll(it, 11, 11)
  await counted(it)
}
beforeAll(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined))
afterAll(() => void jest.restoreAllMocks())
beforeEach(async () => {
  town = openEstate(12)
  await surveyed(town)
})
afterEach(() => town.close())

const { check, traceOf } = photosOf(() => town)
const read = (by: string) => town.ok(by, 'readSurvey', { surveyId: SURVEY })
const seen = async (by: string) => (await read(by)).measures.flatMap(({ photos }) => photos)
const add = (changes: Partial<typeof MEASURE> = {}) => town.call(MANAGER, 'addMeasure', { ...MEASURE, ...changes })
const waiting = async () => (await town.ok(OFFICE, 'listPhotosToDecide', {})).photos
const EVERYBODY_ELSE = [RESIDENT, STRANGER, OTHER_MANAGER, INSPECTOR, AUDITOR]

test('a measure that WeChat cannot check is refused until it can: everybody would read it at once', async () => {
  town.onText(() => Promise.reject(new Error('down')))
  expect(await add()).toMatchObject({ ok: false, code: 'TEXT_CHECK_DOWN', words: expect.stringContaining('稍后再试') as string })
  town.onText(async () => true)
  expect(await add()).toMatchObject({ ok: true })
})

test('an estate tells of so many measures that everybody can still read the result', async () => {
  const LONG = '整改'.repeat(500)
  const nine = (measure: number) => Array.from({ length: 9 }, (_, index) => photo(`of-measure-${measure}-${index}${'x'.repeat(200)}`))
  const told: string[] = []
  for (let measure = 0; measure < MEASURES_MAX + 2; measure += 1) {
    const envelope = await add({ key: `measure-again-${String(measure).padStart(6, '0')}`, text: LONG, photos: nine(measure) })
    told.push(envelope.ok ? 'ok' : envelope.code)
    if (measure === MEASURES_MAX - 2) expect((await read(MANAGER)).mayAddMeasure).toBe(true)
  }
  expect(told).toEqual([...Array.from({ length: MEASURES_MAX }, () => 'ok'), 'MEASURES_FULL', 'MEASURES_FULL'])
  expect(await add({ key: 'measure-again-000001', text: LONG })).toMatchObject({ ok: true })
  for (const by of [MANAGER, OFFICE, RESIDENT]) expect([by, Buffer.byteLength(JSON.stringify(await read(by))) < 900_000]).toEqual([by, true])
  expect([(await read(MANAGER)).mayAddMeasure, (await read(MANAGER)).measures.length]).toEqual([false, MEASURES_MAX])
})

describe('a photo of what an estate does about its result', () => {
  test('is seen by who sent it and by the office at once, marked, and by everybody once it has passed', async () => {
    await add()
    for (const by of [MANAGER, OFFICE]) expect(await read(by)).toMatchObject({ measures: [{ photos: [LAMP, GATE].map(linkOf) }], photosUnchecked: [LAMP, GATE].map(linkOf) })
    for (const by of EVERYBODY_ELSE) expect([by, await read(by)]).toMatchObject([by, { measures: [{ text: MEASURE.text, photos: [] }], photosUnchecked: [] }])
    await judgeAll(town)
    for (const by of [MANAGER, OFFICE, ...EVERYBODY_ELSE]) expect([by, await read(by)]).toMatchObject([by, { measures: [{ photos: [LAMP, GATE].map(linkOf) }], photosUnchecked: [] }])
    expect(check(LAMP)).toMatchObject({ state: 'passed', personId: null })
  })

  test('stands with its state before the office and before nobody else', async () => {
    await add()
    await rest(town)
    await town.push(verdict(traceOf(LAMP), 'pass'))
    expect((await read(OFFICE)).photos).toMatchObject([{ link: linkOf(LAMP), state: 'passed' }, { link: linkOf(GATE), state: 'waiting' }])
    for (const by of [MANAGER, ...EVERYBODY_ELSE]) expect([by, (await read(by)).photos]).toEqual([by, null])
    expect(JSON.stringify([await read(OFFICE), await read(MANAGER)])).not.toMatch(/cloud:|trace-/)
  })

  test('that is risky only the office sees, which is told once, and of which survey', async () => {
    await add()
    await rest(town)
    await town.push(verdict(traceOf(LAMP), 'pass'))
    for (let times = 0; times < 2; times += 1) await town.push(verdict(traceOf(GATE), 'risky'))
    for (const by of [MANAGER, ...EVERYBODY_ELSE]) expect([by, await seen(by)]).toEqual([by, [linkOf(LAMP)]])
    expect(await seen(OFFICE)).toEqual([LAMP, GATE].map(linkOf))
    const told = town.all('notices').filter(({ kind }) => kind === 'photoRisky')
    expect(told.map((notice) => [notice.personId, notice.caseId, notice.subject]).sort()).toEqual([OFFICE, OFFICE_2].map((openid) => [personId(openid), null, '锦绣花园满意率调查']).sort())
  })

  test('waits in the office’s list with the estate whose survey it is, is published from there, and can be taken back', async () => {
    await add()
    await rest(town)
    await town.push(verdict(traceOf(LAMP), 'review'))
    await town.push(verdict(traceOf(GATE), 'risky'))
    const photos = await waiting()
    expect(photos.map(({ of }) => of)).toEqual([1, 2].map(() => ({ surveyId: SURVEY, estateName: '锦绣花园' })))
    for (const { photoId, state } of photos) await town.ok(OFFICE, 'decidePhoto', { photoId, publish: state === 'unchecked', reason: '看过了' })
    expect([await waiting(), await seen(RESIDENT)]).toEqual([[], [linkOf(LAMP)]])
    const [lamp] = (await read(OFFICE)).photos!
    await town.ok(OFFICE, 'decidePhoto', { photoId: lamp!.photoId, publish: false, reason: '拍到了孩子' })
    expect([await seen(RESIDENT), await seen(MANAGER)]).toEqual([[], []])
  })

  test('stands in the list beside those of cases', async () => {
    await add({ photos: [LAMP] })
    const caseId = await submitted(town, { by: STRANGER, estateId: 'heping', place: { spotId: 'heping-bins' }, photos: [BEFORE] })
    await judgeAll(town, 'review')
    expect((await waiting()).map(({ of }) => of)).toEqual(expect.arrayContaining([{ surveyId: SURVEY, estateName: '锦绣花园' }, { caseId }]))
    const [lamp] = (await read(OFFICE)).photos!
    expect(await town.code(OFFICE, 'redactPhoto', { caseId, photoId: lamp!.photoId, replacement: photo('covered') })).toBe('NOT_FOUND')
  })

  test('is not shown with the office’s eyes to who manages the estate as well', async () => {
    await town.store.set('people', { ...town.one('people', personId(OFFICE)), grants: [{ role: 'office' }, { role: 'manager', estateId: 'jinxiu' }] })
    await add({ photos: [LAMP] })
    await rest(town)
    expect(await read(OFFICE)).toMatchObject({ measures: [{ photos: [linkOf(LAMP)] }], photos: null })
    await town.push(verdict(traceOf(LAMP), 'risky'))
    expect([await seen(OFFICE), await seen(OFFICE_2)]).toEqual([[], [linkOf(LAMP)]])
  })
})

describe('sending it', () => {
  test('twice under one key is one measure, checked once', async () => {
    const [first, second] = [await add(), await add()]
    expect(first).toEqual(second)
    expect([town.all('surveyMeasures').length, town.all('photoChecks').map(({ of, attempts }) => ({ of, attempts }))]).toEqual([1, [1, 2].map(() => ({ of: { surveyId: SURVEY }, attempts: 0 }))])
    await judgeAll(town)
    await add()
    expect([town.checked.length, town.all('photoChecks').every(({ state }) => state === 'passed')]).toEqual([2, true])
  })

  test('by two taps at once as well', async () => {
    expect(await Promise.all([add(), add()])).toMatchObject([{ ok: true }, { ok: true }])
    expect([town.all('surveyMeasures').length, town.all('photoChecks').length]).toEqual([1, 2])
  })

  test('without a photo works as before', async () => {
    expect(await town.code(MANAGER, 'addMeasure', { key: newKey(), surveyId: SURVEY, questionId: null, text: '每月开恳谈会' })).toBe('ok')
    expect([(await read(RESIDENT)).measures, town.all('photoChecks')]).toMatchObject([[{ photos: [] }], []])
  })

  test.each<[string, string, RegExp, Partial<typeof MEASURE>]>([
    ['a file that is not there', 'PHOTO_INVALID', /^第 2 张/, { photos: [LAMP, 'cloud://nothing/there.jpg'] }],
    ['ten photos', 'BAD_REQUEST', /照片（最多 9 张）/, { photos: Array.from({ length: 10 }, (_, n) => photo(`many-${n}`)) }],
    ['a link in place of an upload', 'BAD_REQUEST', /照片/, { photos: [linkOf(LAMP)] }],
    ['words that are not fit', 'TEXT_REJECTED', /文字/, { text: UNFIT }],
    ['a photo that a resident has sent to a case', 'PHOTO_USED', /^第 2 张/, { photos: [LAMP, BEFORE] }],
  ])('%s is refused in words that help, and leaves nothing', async (_, code, words, changes) => {
    await submitted(town, { photos: [BEFORE] })
    const before = town.dump()
    expect(await add(changes)).toMatchObject({ ok: false, code, words: expect.stringMatching(words) as string })
    expect(town.dump()).toBe(before)
  })

  test('with a photo of an earlier measure is refused: it is judged, and taken back, where it was sent to', async () => {
    await add()
    expect(await add({ key: 'measure-photos-00002' })).toMatchObject({ code: 'PHOTO_USED' })
    expect(town.all('surveyMeasures')).toHaveLength(1)
  })

  test('from a function that is killed at any of its database calls writes the measure with its checks, or nothing', () =>
    beginning(() => openEstate(12), surveyed, (it) => it.call(MANAGER, 'addMeasure', MEASURE), (it) => {
      const [measure] = it.all('surveyMeasures')
      expect([it.all('surveyMeasures').length, measure!.photos.map(it.storage.pictureIn)]).toEqual([1, [LAMP, GATE]])
      expect(it.all('photoChecks').map(({ fileId, state }) => [it.storage.pictureIn(fileId), state]).sort()).toEqual([[LAMP, 'waiting'], [GATE, 'waiting']].sort())
    }))
})
