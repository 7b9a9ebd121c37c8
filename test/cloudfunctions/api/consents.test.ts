import { NEIGHBOUR, RESIDENT } from '../../support/stories'
import { openTown, personId, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

const say = (given: boolean, changes: { kind?: 'photo' | 'location'; version?: string } = {}, openid = RESIDENT) => town.ok(openid, 'recordConsent', { kind: 'photo', version: '2026-11', given, ...changes })
const standing = async (openid = RESIDENT) => (await town.ok(openid, 'whoAmI', {})).consents

describe('what a person agrees to', () => {
  test('is told back as it stands, by kind, and to nobody else', async () => {
    expect(await standing()).toEqual([])
    await say(true)
    await say(false, { kind: 'location' })
    expect(await standing()).toEqual([
      { kind: 'location', version: '2026-11', given: false, at: town.now() },
      { kind: 'photo', version: '2026-11', given: true, at: town.now() },
    ])
    expect(await standing(NEIGHBOUR)).toEqual([])
  })

  test('can be taken back and given again, and each time is kept; said again it is said once', async () => {
    await say(true)
    town.goTo('2026-11-02 10:00')
    await say(true)
    await say(false)
    await say(true, { version: '2026-12' })
    expect(town.all('consents')).toMatchObject([{ said: [{ given: true, at: town.now() - 3_600_000 }, { given: false }, { given: true, version: '2026-12' }] }])
  })

  test('is kept of somebody who belongs nowhere yet', async () => {
    await say(true, {}, 'newcomer-1')
    expect(await standing('newcomer-1')).toMatchObject([{ kind: 'photo', given: true }])
    expect(town.all('consents')).toMatchObject([{ _id: `${personId('newcomer-1')}:photo` }])
  })

  test('does not grow without end', async () => {
    for (let times = 0; times < 50; times += 1) await say(times % 2 === 0)
    expect(town.all('consents')[0]!.said).toHaveLength(20)
    expect(await standing()).toMatchObject([{ given: false }])
  })

  test.each([{ kind: 'heart', version: '1', given: true }, { kind: 'photo', version: '', given: true }, { kind: 'photo', version: '版本一', given: true }, { kind: 'photo', version: '1', given: 'yes' }])('%j is refused', async (request) => {
    expect(await town.raw(RESIDENT, { action: 'recordConsent', request })).toMatchObject({ ok: false, code: 'BAD_REQUEST' })
  })
})
