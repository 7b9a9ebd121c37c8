import { UPLOADS_A_DAY } from '../../../domain/abuse/dailyLimits'
import type { Envelope } from '../../../types/api/refusal'
import { householdAt } from '../../support/households'
import { beginning } from '../../support/killed'
import { HEADER, rosterPlace, sentRoster, uploadsIn, xlsxOf } from '../../support/roster'
import { bytesOf } from '../../support/storage'
import { aReport, newKey, OFFICE, OFFICE_2, RESIDENT, rest, submitted } from '../../support/stories'
import { at, openTown, personId, photo, type Town } from '../../support/town'

const ESTATE = { estateId: 'jinxiu' } as const
const STORE = 'cloud://env.bucket/'
const [EVENING, NEXT_NIGHT, DAY_AFTER] = ['2026-11-02 23:00', '2026-11-03 23:59', '2026-11-04 00:01']

let town: Town
let sheet: Uint8Array
beforeAll(async () => void (sheet = await xlsxOf([HEADER, ['锦绣花园', '9', '1', '101', '有人住', '13911112222']])))
beforeEach(() => {
  town = openTown()
  town.goTo(EVENING)
})
afterEach(() => town.close())
beforeAll(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined))
afterAll(() => void jest.restoreAllMocks())

const check = (fileId: string, by = OFFICE) => town.call(by, 'checkRoster', { ...ESTATE, fileId })
const isGone = (of = town) => expect([uploadsIn(of), of.all('looseFiles')]).toEqual([[], []])

describe('the file of a roster', () => {
  test('goes to the folder of person and day, which is written down before', async () => {
    const photos = await town.ok(OFFICE, 'openUploads', {})
    const [folder] = photos.paths[0]!.split('1.jpg')
    expect(await town.ok(OFFICE, 'openUploads', { kind: 'roster' })).toEqual({ paths: [`${folder!}1.xlsx`], until: at('2026-11-04 00:00') })
    expect((await town.ok(OFFICE, 'openUploads', { kind: 'roster' })).paths).toEqual([`${folder!}2.xlsx`])
    expect((await town.ok(OFFICE, 'openUploads', {})).paths).toEqual(Array.from({ length: 9 }, (_, index) => `${folder!}${index + 10}.jpg`))
    expect(town.all('looseFiles')).toEqual([{ _id: folder!.split('/')[1], removeAt: at('2026-11-04 00:00'), uploads: 18, rosters: 2, paths: [] }])
  })

  test('may be read on the day after, and is gone with that', async () => {
    const fileId = await sentRoster(town, OFFICE, sheet)
    town.goTo(NEXT_NIGHT)
    expect(await check(fileId)).toMatchObject({ ok: true, value: { found: { total: 1 } } })
    expect(uploadsIn(town)).toEqual([])
  })

  test('that nobody read is gone the day after, in a town that has not one photo', async () => {
    await sentRoster(town, OFFICE, sheet)
    await rosterPlace(town, OFFICE)
    // Refused before it was read.
    expect(await town.code(OFFICE, 'checkRoster', { estateId: 'nowhere', fileId: await sentRoster(town, OFFICE, sheet) })).toBe('ESTATE_UNKNOWN')
    town.goTo(NEXT_NIGHT)
    await town.beat()
    expect(uploadsIn(town)).toHaveLength(2)
    town.goTo(DAY_AFTER)
    expect(await town.beat()).toMatchObject({ failed: [] })
    isGone()
    expect(town.all('photoChecks')).toEqual([])
  })

  test('is gone where photos were taken in as well; what stands in a case stays', async () => {
    await town.ok(RESIDENT, 'openUploads', {})
    await submitted(town, { photos: [photo('before')] })
    await sentRoster(town, OFFICE, sheet)
    town.goTo('2026-11-09 09:00')
    await rest(town)
    isGone()
    expect([...town.storage.stored.keys()].map(town.storage.pictureIn)).toEqual([photo('before')])
  })

  test('that its owner sent again after it was read is gone as well', async () => {
    const fileId = await sentRoster(town, OFFICE, sheet)
    expect(await check(fileId)).toMatchObject({ ok: true })
    town.storage.stored.set(fileId, sheet)
    town.goTo(DAY_AFTER)
    await town.beat()
    isGone()
  })

  test('that the storage keeps back is tried again, until it is gone', async () => {
    const fileId = await sentRoster(town, OFFICE, sheet)
    town.storage.onRemove(() => { throw new Error('busy') })
    expect(await check(fileId)).toMatchObject({ code: 'ROSTER_FILE_GONE' })
    town.goTo(DAY_AFTER)
    expect(await town.beat()).toMatchObject({ failed: ['removeFiles'] })
    expect(uploadsIn(town)).toEqual([fileId])
    town.storage.onRemove(null)
    expect(await town.beat()).toMatchObject({ failed: [] })
    isGone()
  })

  test('is gone whenever the clock is killed on the way', () =>
    beginning(openTown, async (of) => {
      await sentRoster(of, OFFICE, sheet)
      of.goTo(DAY_AFTER)
    }, async (of): Promise<Envelope<unknown>> => {
      const isWhole = await of.beat().then(({ failed }) => failed.length === 0, () => false)
      return isWhole ? { ok: true, value: {}, now: of.now() } : { ok: false, code: 'INTERNAL', words: '', now: of.now() }
    }, (of) => isGone(of)))

  test('is needed no more once it was checked: an import that was begun ends without it', async () => {
    const rows = Array.from({ length: 501 }, (_, index) => ['锦绣花园', '9', '1', String(index + 1), '有人住', ''])
    const { found } = await town.ok(OFFICE, 'checkRoster', { ...ESTATE, fileId: await sentRoster(town, OFFICE, await xlsxOf([HEADER, ...rows])) })
    expect(await town.ok(OFFICE, 'applyRoster', { importId: found!.importId })).toEqual({ done: 500, total: 501 })
    town.goTo('2026-11-06 09:00')
    await town.beat()
    isGone()
    expect(await town.ok(OFFICE, 'applyRoster', { importId: found!.importId })).toEqual({ done: 501, total: 501 })
    expect(town.one('households', householdAt('9-1-501'))).toMatchObject({ status: 'occupied' })
  })

  test('is counted with the photos of the day', async () => {
    await rosterPlace(town, OFFICE)
    for (let opened = 9; opened < UPLOADS_A_DAY; opened += 9) await town.ok(OFFICE, 'openUploads', {})
    expect(await town.call(OFFICE, 'openUploads', {})).toMatchObject({ code: 'UPLOADS_USED', words: expect.stringContaining(`（最多 ${UPLOADS_A_DAY} 个）`) as string })
    for (let opened = 1; opened < 9; opened += 1) await rosterPlace(town, OFFICE)
    expect(await town.code(OFFICE, 'openUploads', { kind: 'roster' })).toBe('UPLOADS_USED')
  })
})

describe('nobody has another file read, or removed, by calling it a roster', () => {
  const own = async () => (await rosterPlace(town, OFFICE)).replace(/1\.xlsx$/, '')

  test.each<[string, () => string | Promise<string>]>([
    ['what another one of the office has sent', () => rosterPlace(town, OFFICE_2)],
    ['what a resident has sent', () => rosterPlace(town, RESIDENT)],
    ['a place that was never opened', async () => `${await own()}2.xlsx`],
    ['a place without a number', async () => `${await own()}NaN.xlsx`],
    ['an opened place under another spelling', async () => `${await own()}01.xlsx`],
    ['a place of the days before', async () => {
      const fileId = await rosterPlace(town, OFFICE)
      town.goTo(DAY_AFTER)
      return fileId
    }],
    ['an own photo', async () => STORE + (await town.ok(OFFICE, 'openUploads', {})).paths[0]!],
    ['a photo that stands in a case', () => `${STORE}evidence/demo/${'a'.repeat(32)}.png`],
    ['a covered photo', () => `${STORE}covered/demo/${'a'.repeat(32)}.jpg`],
    ['where rosters went once', () => `${STORE}rosters/1.xlsx`],
    ['a way out of the own folder', async () => `${await own()}../${'a'.repeat(32)}/1.xlsx`],
    ['a file below the own folder', async () => `${await own()}1.xlsx/1.xlsx`],
    ['something behind the own place', async () => `${await own()}1.xlsx\n`],
    ['the own place below another folder', async () => (await rosterPlace(town, OFFICE)).replace(STORE, `${STORE}evidence/`)],
  ])('%s is refused in words, and stays as it is', async (_, fileOf) => {
    const fileId = await fileOf()
    town.storage.stored.set(fileId, sheet)
    const before = town.dump()
    expect(await check(fileId)).toMatchObject({ ok: false, code: 'ROSTER_FILE_GONE', words: expect.stringContaining('请重新选择文件') as string })
    expect([town.storage.stored.get(fileId), town.dump()]).toEqual([sheet, before])
  })

  test('what is no file of the storage is no request', async () => {
    expect(await check('https://elsewhere.test/1.xlsx')).toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('nor has a roster that another one has checked told anew', async () => {
    const fileId = await sentRoster(town, OFFICE, sheet)
    expect(await check(fileId)).toMatchObject({ ok: true })
    expect(await check(fileId, OFFICE_2)).toMatchObject({ code: 'ROSTER_FILE_GONE' })
  })

  test('nor sends a roster’s place as a photo, whatever stands there', async () => {
    const caseId = await submitted(town)
    const fileId = await sentRoster(town, RESIDENT, bytesOf(photo('in disguise')))
    const refused = { code: 'PHOTO_INVALID', words: expect.stringContaining('第 1 张照片没有找到') as string }
    expect(await town.call(RESIDENT, 'addRemark', { key: newKey(), caseId, text: '看', photos: [fileId] })).toMatchObject(refused)
    expect(await town.call(RESIDENT, 'reportCase', aReport({ photos: [fileId] }))).toMatchObject(refused)
    expect([...town.storage.stored.keys()].filter((stored) => town.storage.pictureIn(stored) === photo('in disguise'))).toEqual([fileId])
  })

  test('and the file tells nobody who sent it', async () => {
    const fileId = await sentRoster(town, OFFICE, sheet)
    for (const name of [OFFICE, personId(OFFICE)]) expect(JSON.stringify([fileId, town.all('looseFiles')])).not.toContain(name)
  })
})
