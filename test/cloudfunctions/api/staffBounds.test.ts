import { happens } from '../../domain/support'
import { CASE_BYTES_MAX, PROPOSALS_MAX, REDIRECTS_MAX, SENT_BACK_BYTES_MAX, UNFIXED_MAX, VERIFICATIONS_MAX } from '../../../domain/case/limits'
import type { CaseEvent } from '../../../domain/case/events'
import { answer, answered, dispatched, INSPECTOR, MANAGER, newPhoto, OFFICE, OFFICE_2, OTHER_MANAGER, RESIDENT, stateOf } from '../../support/stories'
import { photosOf } from '../../support/photos'
import { openTown, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

const { check } = photosOf(() => town)
const LONG = '核'.repeat(1000)
const DOCUMENT_MAX = 512 * 1024
const manyPhotos = () => Array.from({ length: 9 }, newPhoto)
const bytesOf = (caseId: string): number => Buffer.byteLength(JSON.stringify(town.one('cases', caseId)))
const types = (caseId: string) => town.one('cases', caseId).events.map(({ type }) => type)
const look = (caseId: string, changes: object = {}, by = INSPECTOR) => town.code(by, 'verifyCase', { caseId, matches: true, method: 'onSite', text: '看过', close: false, ...changes })
const notFixed = (caseId: string) => town.code(RESIDENT, 'followUp', { caseId, fixed: false, text: LONG, photos: manyPhotos() })
const grow = async (caseId: string, bytes: number) => {
  const rounds: CaseEvent[] = []
  const { events } = town.one('cases', caseId)
  while (Buffer.byteLength(JSON.stringify([...events, ...rounds])) <= bytes) rounds.push(happens('verificationFailed', town.now(), { text: LONG, limit: { amount: 3, unit: 'day' }, editionId: 'demo-1' }), happens('answered', town.now(), { text: LONG, photos: [newPhoto()] }))
  await town.store.set('cases', { ...town.one('cases', caseId), events: [...events, ...rounds] })
}

describe('a verification', () => {
  test('sent twice, at once or one after the other, is one, whatever it found', async () => {
    for (const [index, changes] of [{}, { method: 'photos' }, { matches: false, photos: [newPhoto()] }].entries()) {
      const caseId = await answered(town, { place: { spotId: `jinxiu-b${index + 1}` } })
      const before = types(caseId).length
      expect(await Promise.all([look(caseId, changes), look(caseId, changes)])).toEqual(['ok', 'ok'])
      const once = types(caseId)
      expect([once.filter((type) => type.startsWith('verif')).length, await look(caseId, changes)]).toEqual([1, 'ok'])
      expect(types(caseId)).toEqual(once)
      expect(once.length).toBeGreaterThan(before)
    }
  })

  test('that closes sent twice closes once, and one that only now closes is another', async () => {
    const caseId = await answered(town)
    expect(await look(caseId, {}, OFFICE)).toBe('ok')
    for (let turn = 0; turn < 2; turn += 1) expect(await look(caseId, { close: true }, OFFICE)).toBe('ok')
    expect(types(caseId).slice(-3)).toEqual(['verified', 'verified', 'closed'])
  })

  test('by somebody else, or with other words, is a further one, a few times for one answer; what decides always goes through', async () => {
    const caseId = await answered(town)
    for (let turn = 0; turn < VERIFICATIONS_MAX; turn += 1) expect(await look(caseId, { method: 'photos', text: `第 ${turn} 次` })).toBe('ok')
    const before = town.dump()
    expect(await look(caseId, { text: '又看' })).toBe('VERIFICATIONS_USED')
    expect(town.dump()).toBe(before)
    // A resident contradicts: now somebody has to go and look.
    expect(await notFixed(caseId)).toBe('ok')
    await answer(town, caseId)
    for (let turn = 0; turn < VERIFICATIONS_MAX; turn += 1) expect(await look(caseId, { text: `第 ${turn} 次` })).toBe('ok')
    expect([await look(caseId, { text: '又看' }), await look(caseId, { text: '相符', close: true }, OFFICE), stateOf(town, caseId)]).toEqual(['VERIFICATIONS_USED', 'ok', 'closed'])
  })

  test('on site still goes through where it has been verified by photos as often as may be and is a key problem only now', async () => {
    const caseId = await answered(town)
    for (let turn = 0; turn < VERIFICATIONS_MAX; turn += 1) await look(caseId, { method: 'photos', text: `第 ${turn} 次` })
    await town.ok(INSPECTOR, 'proposeFinding', { caseId, finding: 'keyProblem', reason: '多次' })
    expect([await town.code(OFFICE, 'closeCase', { caseId }), await look(caseId, { text: '到场' }), await town.code(OFFICE, 'closeCase', { caseId })]).toEqual(['ON_SITE_REQUIRED', 'ok', 'ok'])
  })

  test('repeated four hundred times keeps nobody from saying that it is not fixed', async () => {
    const caseId = await answered(town)
    const photos = manyPhotos()
    for (let turn = 0; turn < 400; turn += 1) await look(caseId, { text: `${LONG.slice(4)}${turn}`, photos })
    expect([await town.code(OFFICE, 'closeCase', { caseId }), await notFixed(caseId)]).toEqual(['ok', 'ok'])
    expect(bytesOf(caseId)).toBeLessThan(32 * 1024)
  }, 60_000)
})

describe('what the office does to and fro', () => {
  test('is redirected a few times, and then whoever has it answers; no further redirect is offered', async () => {
    const caseId = await dispatched(town)
    const to = (turn: number) => town.code(OFFICE, 'redirectCase', { caseId, estateId: turn % 2 ? 'jinxiu' : 'heping', reason: LONG })
    for (let turn = 0; turn < REDIRECTS_MAX; turn += 1) {
      expect((await town.ok(OFFICE, 'readCase', { caseId })).allowed).toContain('redirectCase')
      expect(await to(turn)).toBe('ok')
    }
    expect([await to(REDIRECTS_MAX), (await town.ok(OFFICE, 'readCase', { caseId })).allowed.includes('redirectCase')]).toEqual(['REDIRECTS_USED', false])
    await answer(town, caseId, REDIRECTS_MAX % 2 ? OTHER_MANAGER : MANAGER)
    expect(stateOf(town, caseId)).toBe('answered')
  })

  test('is proposed and dropped a few times', async () => {
    const caseId = await dispatched(town)
    const propose = () => town.code(OFFICE, 'proposeFinding', { caseId, finding: 'shirked', reason: LONG })
    for (let turn = 0; turn < PROPOSALS_MAX; turn += 1) expect([await propose(), await town.code(OFFICE_2, 'decideFinding', { caseId, finding: 'shirked', confirm: false, reason: LONG })]).toEqual(['ok', 'ok'])
    expect([await propose(), (await town.ok(OFFICE, 'readCase', { caseId })).allowed.includes('proposeFinding')]).toEqual(['PROPOSALS_USED', false])
  })
})

describe('a case grown to its bound', () => {
  test('takes no redirect and no further look at what is verified, and still what a resident says about it', async () => {
    const caseId = await dispatched(town)
    await answer(town, caseId)
    await grow(caseId, CASE_BYTES_MAX)
    expect([await look(caseId, { method: 'photos' }), await look(caseId, { text: '再看' }), await notFixed(caseId)]).toEqual(['ok', 'CASE_FULL', 'ok'])
    expect(await town.code(OFFICE, 'redirectCase', { caseId, estateId: 'heping', reason: '误派' })).toBe('CASE_FULL')
  })

  test('is sent back by the office and has photos covered up to a second bound, and from there still comes to its end with every word a resident may say', async () => {
    const shown = newPhoto()
    const caseId = await answered(town, { photos: [shown] })
    await grow(caseId, CASE_BYTES_MAX)
    const fails = { matches: false, text: LONG, photos: manyPhotos() }
    expect(await look(caseId, fails)).toBe('ok')
    await answer(town, caseId)
    await grow(caseId, SENT_BACK_BYTES_MAX)
    const { _id: photoId } = check(shown)
    expect([await look(caseId, fails), await town.code(OFFICE, 'redactPhoto', { caseId, photoId, replacement: newPhoto() })]).toEqual(['CASE_FULL', 'CASE_FULL'])
    for (let turn = 0; turn < UNFIXED_MAX; turn += 1) {
      expect(await notFixed(caseId)).toBe('ok')
      if (turn > 0) expect(await town.code(OFFICE, 'reworkCase', { caseId, reason: LONG })).toBe('ok')
      expect(await town.code(MANAGER, 'answerCase', { caseId, text: LONG, photos: manyPhotos() })).toBe('ok')
      expect(await look(caseId, { text: LONG, photos: manyPhotos(), close: true }, OFFICE)).toBe('ok')
    }
    expect([stateOf(town, caseId), bytesOf(caseId) < DOCUMENT_MAX]).toEqual(['closed', true])
    expect((await town.beat()).failed).toEqual([])
    expect((await town.ok(RESIDENT, 'readCase', { caseId })).summary.state).toBe('closed')
  })
})
