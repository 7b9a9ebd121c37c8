import { AFTER, BEFORE, caseWithPhotos, JOINED, judgeAll, photosOf, verdict } from '../../support/photos'
import { FAR_PEOPLE, twoTowns } from '../../support/secondTown'
import { AUDITOR, INSPECTOR, MANAGER, NEIGHBOUR, OFFICE, RESIDENT, rest, STRANGER, THIRD, verify } from '../../support/stories'
import { linkOf, openTown, personId, photo, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

const { seen, read, check, traceOf } = photosOf(() => town)
const withPhotos = () => caseWithPhotos(town)

describe('the office', () => {
  const waiting = async () => (await town.ok(OFFICE, 'listPhotosToDecide', {})).photos
  test('publishes what WeChat found risky or could not judge, or keeps it back; its word stands', async () => {
    const caseId = await withPhotos()
    await rest(town)
    await town.push(verdict(traceOf(BEFORE), 'risky'))
    await town.push(verdict(traceOf(JOINED), 'review'))
    expect(await waiting()).toMatchObject([{ of: { caseId }, state: expect.stringMatching(/risky|unchecked/) as string }, { of: { caseId } }])
    for (const { photoId, state } of await waiting()) await town.ok(OFFICE, 'decidePhoto', { photoId, publish: state === 'risky', reason: '看过了' })
    expect([await waiting(), (await town.ok(OFFICE, 'readDesk', {})).photosToDecide]).toEqual([[], 0])
    await town.push(verdict(traceOf(BEFORE), 'risky'))
    await town.push(verdict(traceOf(JOINED), 'pass'))
    expect(await seen(THIRD, caseId)).toEqual([linkOf(BEFORE)])
    expect(check(BEFORE)).toMatchObject({ decided: { by: personId(OFFICE), at: town.now(), reason: '看过了' } })
  })

  test('takes back what had passed', async () => {
    const caseId = await withPhotos()
    await judgeAll(town)
    const [first] = (await read(OFFICE, caseId)).photos!
    await town.ok(OFFICE, 'decidePhoto', { photoId: first!.photoId, publish: false })
    expect([await seen(THIRD, caseId), await seen(MANAGER, caseId)]).toEqual([[linkOf(JOINED)], [linkOf(JOINED)]])
  })

  test('of another town decides nothing here', async () => {
    town.close()
    town = openTown({ seed: twoTowns() })
    const caseId = await withPhotos()
    const [first] = (await read(OFFICE, caseId)).photos!
    const before = town.dump()
    for (const openid of FAR_PEOPLE) expect(['NOT_FOUND', 'NOT_ALLOWED']).toContain(await town.code(openid, 'decidePhoto', { photoId: first!.photoId, publish: true }))
    expect(await town.code('far-office', 'redactPhoto', { caseId, photoId: first!.photoId, replacement: AFTER })).toBe('NOT_FOUND')
    expect(town.dump()).toBe(before)
  })
})

describe('a photo with a stranger’s face', () => {
  const COVERED = photo('covered')
  const photoIdOf = async (caseId: string, link: string) => (await read(OFFICE, caseId)).photos!.find((each) => each.link === link)!.photoId

  test('is covered by the office, before it is published or later, and the original is linked nowhere any more', async () => {
    const caseId = await withPhotos()
    await judgeAll(town)
    const request = { caseId, photoId: await photoIdOf(caseId, linkOf(BEFORE)), replacement: COVERED }
    await town.ok(OFFICE, 'redactPhoto', request)
    const before = town.dump()
    await town.ok(OFFICE, 'redactPhoto', request)
    expect(town.dump()).toBe(before)
    await judgeAll(town)
    await verify(town, caseId)
    for (const openid of [OFFICE, MANAGER, INSPECTOR, AUDITOR, RESIDENT, NEIGHBOUR, THIRD]) {
      const replies = JSON.stringify([
        await read(openid, caseId), await town.ok(openid, 'listCases', { scope: 'mine' }), await town.ok(openid, 'readEstateNews', { estateId: 'jinxiu' }), await town.ok(openid, 'exportMyData', {}),
        await town.call(openid, 'listCases', { scope: 'all' }), await town.call(openid, 'listCases', { scope: 'estate', open: false }), await town.call(openid, 'listCases', { scope: 'neighbours' }),
      ])
      expect([openid, replies.includes(linkOf(BEFORE)), replies.includes(linkOf(COVERED))]).toEqual([openid, false, true])
    }
    expect(await town.code(STRANGER, 'readCase', { caseId })).toBe('NOT_FOUND')
    expect((await read(RESIDENT, caseId)).timeline.map(({ type }) => type)).toContain('photoRedacted')
  })

  test('and whose replacement has not passed is shown to no neighbour', async () => {
    const caseId = await withPhotos()
    await judgeAll(town)
    await town.ok(OFFICE, 'redactPhoto', { caseId, photoId: await photoIdOf(caseId, linkOf(BEFORE)), replacement: COVERED })
    expect([await seen(THIRD, caseId), await seen(RESIDENT, caseId)]).toEqual([[linkOf(JOINED)], [COVERED, JOINED].map(linkOf)])
  })

  test('waits for nobody’s look any more', async () => {
    const caseId = await withPhotos()
    await rest(town)
    await town.push(verdict(traceOf(BEFORE), 'review'))
    await town.ok(OFFICE, 'redactPhoto', { caseId, photoId: await photoIdOf(caseId, linkOf(BEFORE)), replacement: COVERED })
    expect((await town.ok(OFFICE, 'listPhotosToDecide', {})).photos).toEqual([])
  })

  test.each([
    ['the same photo again', 'REDACTION_SAME', BEFORE],
    ['another photo of the case', 'REDACTION_SAME', JOINED],
    ['no photo', 'PHOTO_INVALID', 'cloud://nothing/there.jpg'],
  ])('is not replaced by %s', async (_, code, replacement) => {
    const caseId = await withPhotos()
    const photoId = await photoIdOf(caseId, linkOf(BEFORE))
    const before = town.dump()
    expect(await town.code(OFFICE, 'redactPhoto', { caseId, photoId, replacement })).toBe(code)
    expect(town.dump()).toBe(before)
  })
})
