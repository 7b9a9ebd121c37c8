import { deflateSync } from 'node:zlib'
import { JOINS_A_DAY, REMARKS_A_DAY, UPLOADS_A_DAY } from '../../../domain/abuse/dailyLimits'
import { DAY_MS } from '../../../domain/time/beijing'
import { demoKeyedHash } from '../../../scripts/demo/hashes'
import { tallyId } from '../../../store/tallies'
import type { ActionName, Actions } from '../../../types/api'
import type { Envelope } from '../../../types/api/refusal'
import { frameOf, jpegOf, SCAN, TABLE } from '../../support/jpeg'
import { beginning } from '../../support/killed'
import { AFTER, BEFORE, caseWithPhotos, judgeAll, photosOf, verdict } from '../../support/photos'
import { NOBODYS, requestsAbout } from '../../support/requests'
import { answered, aReport, dispatched, HAZARD, INSPECTOR, MANAGER, NEIGHBOUR, newKey, newPhoto, OFFICE, OTHER_MANAGER, RESIDENT, rest, submitted, verify } from '../../support/stories'
import { bytesOf, packedAs } from '../../support/storage'
import { at, linkOf, openTown, personId, photo, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())
beforeAll(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined))
afterAll(() => void jest.restoreAllMocks())

const { seen, read, traceOf } = photosOf(() => town)
const OURS = /^cloud:\/\/env\.bucket\/evidence\/demo\/[0-9a-f]{32}\.png$/
const filesIn = (of: Town, folder: string) => [...of.storage.stored.keys()].filter((fileId) => fileId.includes(`/${folder}/`))
/** The owner writes over the upload, as WeChat lets him. */
const exchange = (openid: string, picture: string, by: string) => town.storage.stored.set(town.storage.uploadOf(personId(openid), town.now(), picture), bytesOf(by))

describe('a photo that was received', () => {
  test('cannot be exchanged any more: before the verdict, after it, nor of a closed case', async () => {
    const caseId = await caseWithPhotos(town)
    exchange(RESIDENT, BEFORE, photo('shame'))
    await rest(town)
    expect(town.checked.map(({ fileId }) => fileId)).not.toContain(photo('shame'))
    await town.push(verdict(traceOf(BEFORE), 'pass'))
    exchange(RESIDENT, BEFORE, photo('worse'))
    expect(await seen(NEIGHBOUR, caseId)).toContain(linkOf(BEFORE))
    await verify(town, caseId)
    for (const openid of [RESIDENT, MANAGER]) for (const picture of [BEFORE, AFTER]) exchange(openid, picture, photo('late'))
    const replies = JSON.stringify([await read(OFFICE, caseId), await read(MANAGER, caseId), await read(RESIDENT, caseId)])
    expect([replies.includes('late'), replies.includes('worse'), replies.includes('shame')]).toEqual([false, false, false])
  })

  const happened = async (): Promise<string> => {
    const caseId = await caseWithPhotos(town)
    await town.ok(RESIDENT, 'addRemark', { key: newKey(), caseId, text: '补一张', photos: [newPhoto()] })
    await town.ok(RESIDENT, 'followUp', { caseId, fixed: false, text: '没修好', photos: [newPhoto()] })
    await town.ok(MANAGER, 'requestTime', { kind: 'extension', caseId, reason: '等配件', photos: [newPhoto()] })
    await town.ok(OFFICE, 'decideRequest', { caseId, approve: true, reason: '同意' })
    await town.ok(MANAGER, 'answerCase', { caseId, text: '修好了', photos: [newPhoto()] })
    await town.ok(INSPECTOR, 'verifyCase', { caseId, matches: true, method: 'onSite', text: '相符', photos: [newPhoto()], close: false })
    const returned = await dispatched(town, { categoryCode: HAZARD, place: { spotId: 'jinxiu-b1' } })
    await town.ok(MANAGER, 'returnCase', { caseId: returned, reason: '不属于本小区', photos: [newPhoto()] })
    await town.ok(INSPECTOR, 'enterInspection', requestsAbout(NOBODYS).enterInspection)
    await town.ok(OFFICE, 'enterPropertyCheck', { ...requestsAbout(NOBODYS).enterPropertyCheck, photos: [newPhoto()] })
    await town.ok(OFFICE, 'enterProject', { ...requestsAbout(NOBODYS).enterProject, photos: [newPhoto()] })
    const [first] = (await read(OFFICE, caseId)).photos!
    await town.ok(OFFICE, 'redactPhoto', { caseId, photoId: first!.photoId, replacement: photo('covered') })
    return caseId
  }

  test('stands in a file that only functions write, whatever it was sent with; and each has its content written down', async () => {
    await happened()
    const sent = [...town.all('cases').flatMap(({ events }) => events.flatMap((event) => ('photos' in event && event.photos.length > 0 ? [event] : []))), ...town.all('caseRemarks').filter(({ photos }) => photos.length > 0)]
    const covers = town.all('cases').flatMap(({ events }) => events.flatMap((event) => (event.type === 'photoRedacted' ? [event.replacement] : [])))
    const told = [...sent.flatMap(({ photos }) => photos), ...covers, ...town.all('assessments').flatMap(({ photos }) => photos)]
    expect(sent.map(({ type }) => type).sort()).toEqual(['answered', 'answered', 'found', 'joined', 'remarked', 'reportedUnfixed', 'requested', 'returned', 'submitted', 'submitted', 'verified'])
    expect(told).toHaveLength(14)
    expect([told.filter((fileId) => !OURS.test(fileId)), new Set(told).size]).toEqual([[], 14])
    expect(town.all('photoChecks').map(({ content }) => content).filter((content) => !/^[0-9a-f]{64}$/.test(content))).toEqual([])
  })

  test('has a file that tells nobody who sent it', async () => {
    await happened()
    const paths = JSON.stringify([...town.storage.stored.keys(), ...town.all('looseFiles')])
    for (const openid of [RESIDENT, NEIGHBOUR, MANAGER]) expect([paths.includes(personId(openid)), paths.includes(openid)]).toEqual([false, false])
  })

  test('that another one uploaded, or that was never uploaded, is not received', async () => {
    const others = town.storage.uploadOf(personId(NEIGHBOUR), town.now(), BEFORE)
    town.storage.stored.set(others, bytesOf(BEFORE))
    const caseId = await submitted(town)
    const [ours] = filesIn(town, 'evidence')
    const own = town.storage.uploadOf(personId(RESIDENT), town.now(), BEFORE)
    for (const name of ['1.xlsx', '01.jpg', 'NaN.jpg']) town.storage.stored.set(own.replace(/\d+\.jpg/, name), bytesOf(BEFORE))
    for (const fileId of [others, ours!, others.replace('.jpg', '.xlsx'), 'cloud://other.bucket/uploads/../evidence/1.jpg', others.replace('.jpg', '.png'), ...['1.xlsx', '01.jpg', 'NaN.jpg'].map((name) => own.replace(/\d+\.jpg/, name))])
      expect(await town.call(RESIDENT, 'addRemark', { key: newKey(), caseId, text: '看', photos: [fileId] })).toMatchObject({ code: 'PHOTO_INVALID', words: expect.stringContaining('第 1 张照片没有找到') as string })
  })

  test.each<[string, Uint8Array, string]>([
    ['three bytes', Uint8Array.from([0xff, 0xd8, 0xff]), '不完整'],
    ['a torn photo', jpegOf(TABLE, frameOf(40, 30), SCAN).slice(0, -2), '不完整'],
    ['20,000 × 20,000 pixels', jpegOf(TABLE, frameOf(20_000, 20_000), SCAN), '太大'],
    ['more than ten megabytes', new Uint8Array(10 * 1024 * 1024 + 1), '太大'],
    ['a web page', new Uint8Array(Buffer.from('<html><script>alert(1)</script>')), '不是可用的照片'],
  ])('of %s is refused in words that help, and no copy of it is made, nor is that of its neighbour kept', async (_, bytes, words) => {
    const bad = town.storage.uploadOf(personId(RESIDENT), town.now(), photo('bad'))
    town.storage.stored.set(bad, bytes)
    const envelope = await town.call(RESIDENT, 'reportCase', aReport({ photos: [photo('good'), bad] }))
    expect(envelope).toMatchObject({ code: 'PHOTO_INVALID', words: expect.stringMatching(new RegExp(`^第 2 张照片.*${words}`)) as string })
    expect([filesIn(town, 'evidence').map(town.storage.pictureIn), town.all('cases'), town.all('photoChecks')]).toEqual([[photo('good')], [], []])
    town.goTo(town.now() + 4 * DAY_MS)
    await rest(town)
    expect(filesIn(town, 'evidence')).toEqual([])
  })

  test('is out of the function’s hands before the next but one is fetched: nine of ten megabytes are more than it holds', async () => {
    let [held, most] = [0, 0]
    const { fetch, write } = town.storage.files
    jest.spyOn(town.storage.files, 'fetch').mockImplementation(async (fileId) => {
      most = Math.max(most, (held += 1))
      return fetch(fileId)
    })
    jest.spyOn(town.storage.files, 'write').mockImplementation(async (path, bytes) => {
      const fileId = await write(path, bytes)
      held -= 1
      return fileId
    })
    expect(await town.code(RESIDENT, 'reportCase', aReport({ photos: Array.from({ length: 9 }, () => newPhoto()) }))).toBe('ok')
    expect([most, held]).toEqual([2, 0])
  })
})

describe('the same picture under another name', () => {
  const sameAs = (picture: string, by: string, name: string): string => {
    const fileId = town.storage.uploadOf(personId(by), town.now(), photo(name))
    // What a phone writes beside the picture, or hangs behind it, makes no other picture of it.
    town.storage.stored.set(fileId, Uint8Array.from([...bytesOf(picture), 1, 2, 3]))
    return fileId
  }
  const answerWith = (caseId: string, fileId: string, by = MANAGER) => town.call(by, 'answerCase', { caseId, text: '已清扫', photos: [photo('new'), fileId] })

  test('is not "after": what was shown before shows nothing as mended', async () => {
    const caseId = await dispatched(town, { photos: [BEFORE] })
    expect(await answerWith(caseId, sameAs(BEFORE, MANAGER, 'renamed'))).toMatchObject({ code: 'PHOTO_SAME' })
  })

  test('is the same however its points are packed', async () => {
    const caseId = await dispatched(town, { photos: [BEFORE] })
    const fileId = town.storage.uploadOf(personId(MANAGER), town.now(), photo('repacked'))
    town.storage.stored.set(fileId, packedAs(BEFORE, (points) => deflateSync(points, { level: 9 })))
    expect(await answerWith(caseId, fileId)).toMatchObject({ code: 'PHOTO_SAME' })
  })

  test.each<[string, (points: Buffer) => Buffer]>([
    ['that are none', () => Buffer.from([7, 7, 7])],
    ['that are too few', (points) => deflateSync(points.subarray(1))],
    ['that are too many', (points) => deflateSync(Buffer.concat([points, points]))],
    ['that break off', (points) => deflateSync(points).subarray(0, 10)],
  ])('a PNG of points %s is no photo', async (_, pack) => {
    const caseId = await dispatched(town, { photos: [] })
    const fileId = town.storage.uploadOf(personId(MANAGER), town.now(), photo('none'))
    town.storage.stored.set(fileId, packedAs('none', pack))
    expect(await answerWith(caseId, fileId)).toMatchObject({ code: 'PHOTO_INVALID', words: expect.stringContaining('第 2 张照片不是可用的照片') as string })
  })

  test('shows nothing once it has been shown, here or in another case of the town', async () => {
    const [first, other] = [await dispatched(town), await dispatched(town, { estateId: 'heping', place: { spotId: 'heping-bins' }, by: 'resident-heping-1' })]
    await town.ok(MANAGER, 'answerCase', { caseId: first, text: '已清扫', photos: [AFTER] })
    expect(await answerWith(other, sameAs(AFTER, OTHER_MANAGER, 'renamed'), OTHER_MANAGER)).toMatchObject({ code: 'PHOTO_USED', words: expect.stringMatching(/^第 2 张/) as string })
    await town.ok(OFFICE, 'verifyCase', { caseId: first, matches: false, method: 'onSite', text: '没扫干净', close: false })
    expect(await answerWith(first, sameAs(AFTER, MANAGER, 'renamed'))).toMatchObject({ code: 'PHOTO_SAME' })
    // Nor the very same file again.
    expect(await town.call(MANAGER, 'answerCase', { caseId: first, text: '已清扫', photos: [AFTER] })).toMatchObject({ code: 'PHOTO_SAME' })
    await town.ok(MANAGER, 'answerCase', { caseId: first, text: '已清扫', photos: [newPhoto()] })
  })

  test('verifies nothing either', async () => {
    const caseId = await dispatched(town, { photos: [BEFORE] })
    await town.ok(MANAGER, 'answerCase', { caseId, text: '已清扫', photos: [AFTER] })
    const verifyWith = (fileId: string) => town.code(INSPECTOR, 'verifyCase', { caseId, matches: true, method: 'photos', text: '相符', photos: [fileId], close: false })
    expect([await verifyWith(sameAs(AFTER, INSPECTOR, 'of the answer')), await verifyWith(sameAs(BEFORE, INSPECTOR, 'of the report')), await verifyWith(newPhoto())]).toEqual(['PHOTO_SAME', 'PHOTO_SAME', 'ok'])
  })

  test('shown for two cases in the same moment is taken for one of them', async () => {
    const cases = [await dispatched(town, { place: { spotId: 'jinxiu-b1' } }), await dispatched(town, { place: { spotId: 'jinxiu-b2' } })]
    const codes = await Promise.all(cases.map((caseId) => town.code(MANAGER, 'answerCase', { caseId, text: '已清扫', photos: [AFTER] })))
    expect(codes.sort()).toEqual(['PHOTO_USED', 'ok'])
  })

  test('may be sent twice by who reports: two problems may be on one photo', async () => {
    await submitted(town, { photos: [BEFORE] })
    await submitted(town, { photos: [BEFORE], place: { spotId: 'jinxiu-b1' } })
    const [one, other] = town.all('photoChecks')
    expect([one!.content === other!.content, one!.fileId === other!.fileId]).toEqual([true, false])
  })
})

describe('a function that is killed at any call of database or storage, and a phone that sends again', () => {
  const told = (of: Town) => of.all('cases').flatMap(({ events }) => events.flatMap((event) => ('photos' in event ? event.photos : [])))
  /** Whatever was left behind is gone three days later, and what stands in a case is there. */
  const isWhole = async (of: Town, count: number) => {
    expect(told(of)).toHaveLength(count)
    of.goTo(of.now() + 4 * DAY_MS)
    await rest(of)
    expect(filesIn(of, 'evidence').sort()).toEqual([...told(of)].sort())
    expect([filesIn(of, 'uploads'), of.all('looseFiles')]).toEqual([[], []])
  }
  const round = async <Name extends ActionName>(before: (of: Town) => Promise<Actions[Name]['request']>, by: string, action: Name, count: number) => {
    await beginning(
      () => openTown(),
      async (of) => {
        for (const person of [RESIDENT, MANAGER]) await of.ok(person, 'openUploads', {})
        return before(of)
      },
      (of, request) => of.call(by, action, request) as Promise<Envelope<unknown>>,
      (of) => isWhole(of, count),
    )
  }

  test('a report has its photos once', () => round(async () => aReport({ photos: [photo('one'), photo('two')] }), RESIDENT, 'reportCase', 2))

  test('an answer has its photos once, and a send whose answer was lost is told the same', async () => {
    await round(async (of) => ({ caseId: await dispatched(of, { photos: [] }), text: '已清扫', photos: [photo('one'), photo('two')] }), MANAGER, 'answerCase', 2)
    const caseId = await dispatched(town)
    const request = { caseId, text: '已清扫', photos: [AFTER] }
    const first = await town.call(MANAGER, 'answerCase', request)
    const before = town.dump()
    expect([await town.call(MANAGER, 'answerCase', request), town.dump()]).toEqual([first, before])
  })
})

describe('what belongs to nothing', () => {
  test('is removed the day after, whether it was ever uploaded or not; what stands in a case stays', async () => {
    town.goTo('2026-11-02 23:00')
    const { paths, until } = await town.ok(RESIDENT, 'openUploads', {})
    expect([paths.length, new Set(paths).size, until]).toEqual([9, 9, at('2026-11-04 00:00')])
    const caseId = await submitted(town, { photos: [BEFORE] })
    for (const path of paths.slice(0, 3)) town.storage.stored.set(`cloud://env.bucket/${path}`, bytesOf(photo('never-sent')))
    town.goTo('2026-11-03 23:59')
    await rest(town)
    expect(filesIn(town, 'uploads').length).toBeGreaterThanOrEqual(3)
    // Still good on the day after.
    town.storage.stored.set(`cloud://env.bucket/${paths[0]!}`, bytesOf(photo('late')))
    expect(await town.code(RESIDENT, 'addRemark', { key: newKey(), caseId, text: '补一张', photos: [`cloud://env.bucket/${paths[0]!}`] })).toBe('ok')
    town.goTo('2026-11-04 00:01')
    await rest(town)
    expect(filesIn(town, 'uploads')).toEqual([])
    expect(filesIn(town, 'evidence')).toHaveLength(2)
    town.goTo('2026-11-09 00:00')
    await rest(town)
    expect([filesIn(town, 'evidence').length, town.all('looseFiles')]).toEqual([2, []])
    expect(await town.code(RESIDENT, 'addRemark', { key: newKey(), caseId, text: '再补', photos: [`cloud://env.bucket/${paths[1]!}`] })).toBe('PHOTO_INVALID')
  })

  test('is removed also where no photo was ever taken in', async () => {
    const { paths: [path] } = await town.ok(RESIDENT, 'openUploads', {})
    town.storage.stored.set(`cloud://env.bucket/${path!}`, bytesOf(photo('never-sent')))
    town.goTo('2026-11-04 00:01')
    expect(await town.beat()).toMatchObject({ failed: [] })
    expect([filesIn(town, 'uploads'), town.all('looseFiles'), town.all('photoChecks')]).toEqual([[], [], []])
  })

  test('is also the copy for an act that was refused', async () => {
    const caseId = await answered(town)
    await verify(town, caseId)
    const kept = filesIn(town, 'evidence').length
    expect(await town.code(MANAGER, 'answerCase', { caseId, text: '再答', photos: [newPhoto()] })).toBe('CASE_CLOSED')
    expect(filesIn(town, 'evidence')).toHaveLength(kept + 1)
    town.goTo(town.now() + 4 * DAY_MS)
    await rest(town)
    expect(filesIn(town, 'evidence')).toHaveLength(kept)
  })

  test('one that the storage keeps back holds up no other, and is tried again', async () => {
    await submitted(town)
    for (const [id, path] of [['a', 'evidence/demo/locked.jpg'], ['b', 'evidence/demo/other.jpg']] as const) {
      town.storage.stored.set(`cloud://env.bucket/${path}`, bytesOf(photo('x')))
      await town.store.set('looseFiles', { _id: id, removeAt: town.now(), uploads: 0, paths: [path] })
    }
    // Nor do many, all of them before it.
    for (let many = 0; many < 60; many += 1) await town.store.set('looseFiles', { _id: `locked-${many}`, removeAt: town.now() - 1, uploads: 0, paths: ['evidence/demo/locked.jpg'] })
    town.storage.onRemove((fileIds) => {
      if (fileIds.some((fileId) => fileId.includes('locked'))) throw new Error('busy')
    })
    expect((await town.beat()).failed).toEqual(['removeFiles'])
    expect(filesIn(town, 'evidence').filter((fileId) => /locked|other/.test(fileId))).toEqual(['cloud://env.bucket/evidence/demo/locked.jpg'])
    town.storage.onRemove(null)
    await town.beat()
    expect(filesIn(town, 'evidence').filter((fileId) => /locked|other/.test(fileId))).toEqual([])
  })

  /** As many sends of nine photos as a day allows, and some more. */
  const sentAllDay = async (send: (photos: readonly string[]) => Promise<string>): Promise<readonly string[]> => {
    const [nine, codes] = [Array.from({ length: 9 }, () => newPhoto()), [] as string[]]
    for (let sent = 0; sent < UPLOADS_A_DAY + 18; sent += 9) codes.push(await send(nine))
    return codes
  }
  const often = (code: string) => [...Array<string>(UPLOADS_A_DAY / 9).fill(code), 'UPLOADS_USED', 'UPLOADS_USED']
  const looksAt = () => {
    const fetch = jest.spyOn(town.storage.files, 'fetch')
    return () => fetch.mock.calls.length
  }

  test('is bounded: of one account so many photos are looked at a day, whatever becomes of its acts', async () => {
    const caseId = await answered(town)
    await verify(town, caseId)
    const kept = filesIn(town, 'evidence').length
    const request = (photos: readonly string[]) => ({ caseId, text: '再答', photos: [...photos] })
    // The answer that was verified had one.
    town.goTo(town.now() + DAY_MS)
    expect(await sentAllDay((photos) => town.code(MANAGER, 'answerCase', request(photos)))).toEqual(often('CASE_CLOSED'))
    expect(filesIn(town, 'evidence')).toHaveLength(kept + 9)
    // Places for uploads are counted beside it, and the other way round.
    await town.ok(MANAGER, 'openUploads', {})
    expect(await town.call(MANAGER, 'answerCase', request([newPhoto()]))).toMatchObject({ code: 'UPLOADS_USED', words: expect.stringContaining(String(UPLOADS_A_DAY)) as string })
    expect(await town.code(NEIGHBOUR, 'reportCase', aReport())).toBe('ok')
    town.goTo(town.now() + DAY_MS)
    expect(await town.code(MANAGER, 'answerCase', request([newPhoto()]))).toBe('CASE_CLOSED')
    town.goTo(town.now() + 5 * DAY_MS)
    await rest(town)
    expect(town.all('looseFiles')).toEqual([])
  })

  test('is bounded: broken photos are looked at no more often than whole ones', async () => {
    const torn = jpegOf(TABLE, frameOf(40, 30), SCAN).slice(0, -2)
    const looks = looksAt()
    const codes = await sentAllDay((photos) => {
      for (const each of photos) town.storage.stored.set(town.storage.uploadOf(personId(RESIDENT), town.now(), each), torn)
      return town.code(RESIDENT, 'reportCase', aReport({ photos: [...photos] }))
    })
    // Two at a time; behind one that is broken no other is fetched.
    expect([codes, looks()]).toEqual([often('PHOTO_INVALID'), (UPLOADS_A_DAY / 9) * 2])
    expect(filesIn(town, 'evidence')).toEqual([])
  })

  test('is not even looked at where the day’s reports, joins or remarks are used up', async () => {
    const joinable = await dispatched(town, { by: NEIGHBOUR, photos: [] })
    const spots = Array.from({ length: 10 }, (_, index) => index)
    const cases: string[] = []
    for (const spot of spots) cases.push(await submitted(town, { photos: [], categoryCode: null, text: `第 ${spot} 处` }))
    const looks = looksAt()
    expect(await town.code(RESIDENT, 'reportCase', aReport({ photos: [newPhoto()] }))).toBe('REPORTS_USED')
    await useUp('joins', JOINS_A_DAY)
    expect(await town.code(RESIDENT, 'joinCase', { caseId: joinable, key: newKey(), text: '我也看到', photos: [newPhoto()] })).toBe('JOINS_USED')
    await useUp('remarks', REMARKS_A_DAY)
    expect(await town.code(RESIDENT, 'addRemark', { caseId: cases[0]!, key: newKey(), text: '看', photos: [newPhoto()] })).toBe('REMARKS_A_DAY_USED')
    expect(looks()).toBe(0)
  })
  const useUp = async (act: 'joins' | 'remarks', many: number) => {
    const [tally] = (await town.store.find('tallies', { where: { _id: tallyId(demoKeyedHash, RESIDENT) }, limit: 1 }))
    await town.store.set('tallies', { ...tally!, used: { ...tally!.used, [act]: many } })
  }

  test('of an act that is sent again and again is copied once', async () => {
    const caseId = await dispatched(town, { photos: [] })
    expect(await sentAllDay((photos) => town.code(MANAGER, 'answerCase', { caseId, text: '已清扫', photos: [...photos] }))).toEqual(often('ok'))
    expect(filesIn(town, 'evidence')).toHaveLength(9)
  })

  test('is bounded: one account opens so many places a day', async () => {
    const folders = new Set<string>()
    for (let opened = 0; opened < UPLOADS_A_DAY; opened += 9) for (const path of (await town.ok(RESIDENT, 'openUploads', {})).paths) folders.add(path.replace(/\d+\.jpg$/, ''))
    expect([folders.size, town.all('looseFiles').length]).toEqual([1, 1])
    expect(await town.call(RESIDENT, 'openUploads', {})).toMatchObject({ code: 'UPLOADS_USED', words: expect.stringContaining(String(UPLOADS_A_DAY)) as string })
    expect(await town.code(NEIGHBOUR, 'openUploads', {})).toBe('ok')
    town.goTo(town.now() + DAY_MS)
    expect(await town.code(RESIDENT, 'openUploads', {})).toBe('ok')
  })
})

describe('the original of a photo that was covered', () => {
  const cover = async (caseId: string) => {
    const { photoId } = (await read(OFFICE, caseId)).photos!.find(({ link }) => link === linkOf(BEFORE))!
    return { caseId, photoId, replacement: photo('covered') }
  }
  const beforeOf = (of: Town, caseId: string): string => {
    const [first] = of.one('cases', caseId).events
    return first?.type === 'submitted' ? first.photos[0]! : ''
  }

  test('is gone for links that were given before, and stays for discipline supervision where nobody is led', async () => {
    const caseId = await caseWithPhotos(town)
    await judgeAll(town)
    const original = beforeOf(town, caseId)
    expect(town.storage.stored.has(original)).toBe(true)
    await town.ok(OFFICE, 'redactPhoto', await cover(caseId))
    expect([town.storage.stored.has(original), filesIn(town, 'covered').map(town.storage.pictureIn)]).toEqual([false, [BEFORE]])
    expect(town.all('photoChecks').filter(({ fileId }) => fileId.includes('/covered/'))).toMatchObject([{ state: 'risky' }])
    town.goTo(town.now() + 5 * DAY_MS)
    await rest(town)
    expect(filesIn(town, 'covered')).toHaveLength(1)
  })

  test('from a function that is killed at any call is covered once, and gone within a minute', async () => {
    await beginning(
      () => openTown(),
      async (of) => {
        const caseId = await submitted(of, { photos: [BEFORE] })
        const [first] = (await of.ok(OFFICE, 'readCase', { caseId })).photos!
        return { caseId, photoId: first!.photoId, replacement: photo('covered') }
      },
      async (of, request) => {
        const answer = await of.call(OFFICE, 'redactPhoto', request)
        // What a dead function would still have said nobody hears.
        return of.life.hasEnded() ? { ok: false, code: 'INTERNAL', words: '', now: 0 } : answer
      },
      async (of, { caseId }) => {
        expect(of.one('cases', caseId).events.map(({ type }) => type)).toEqual(['submitted', 'photoRedacted'])
        await rest(of)
        expect([of.storage.stored.has(beforeOf(of, caseId)), filesIn(of, 'covered').map(of.storage.pictureIn)]).toEqual([false, [BEFORE]])
        of.goTo(of.now() + 5 * DAY_MS)
        await rest(of)
        expect([filesIn(of, 'covered').length, filesIn(of, 'evidence').map(of.storage.pictureIn)]).toEqual([1, [photo('covered')]])
      },
    )
  })

  test('of a cover that came to nothing stays where it was', async () => {
    const caseId = await caseWithPhotos(town)
    const request = await cover(caseId)
    expect(await town.code(OFFICE, 'redactPhoto', { ...request, replacement: BEFORE })).toBe('REDACTION_SAME')
    expect([town.storage.stored.has(beforeOf(town, caseId)), filesIn(town, 'covered')]).toEqual([true, []])
  })
})
