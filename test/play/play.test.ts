import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { CONTRACTS } from '../../types/api'
import { dateOf, monthStart } from '../../domain/time/beijing'
import { builtInEdition } from '../../domain/rulebook/builtIn'
import { at as instant, hash, personId } from '../support/town'
import { wordsOf, type Act } from './acts'
import { chanceOf } from './chance'
import { play, type Town } from './play'
import { listed, playerOf } from './player'
import { HARD, PLAIN } from './players'
import { run } from './run'
import { shrink, told, type Kept } from './shrink'
import { unknownActions } from './table'

/** Another one each day; `PLAY_SEED=… npx jest test/play` plays one again. */
const SEED = process.env.PLAY_SEED ?? dateOf(new Date().getTime())

const allOf = async (towns: AsyncIterable<Town>): Promise<readonly Town[]> => {
  const all: Town[] = []
  for await (const town of towns) all.push(town)
  return all
}
const since = '2026-11'

describe('the town at play', () => {
  test.each([['as people are', PLAIN, 122], ['where much goes wrong', HARD, 60]] as const)(`keeps its books right, %s (PLAY_SEED=${SEED})`, async (_, temper, days) => {
    const towns = await allOf(play({ seed: SEED, days, temper }))
    expect(towns.flatMap(({ found }) => found.map(told))).toEqual([])
    expect(towns.flatMap(({ acts }) => acts).length).toBeGreaterThan(days)
  })

  test('is the same town again for the same seed, act for act, and so is the list of its acts', async () => {
    const source = () => playerOf({ seed: 'same', from: monthStart(since), days: 8, temper: HARD })
    const [one, other] = [await run(source(), { since }), await run(source(), { since })]
    expect(one.acts.length).toBeGreaterThan(50)
    expect(other.acts.map(wordsOf)).toEqual(one.acts.map(wordsOf))
    const again = await run(listed(one.acts), { since })
    expect([...again.codes]).toEqual([...one.codes])
  })

  test('plays every action there is or says why not, and a new one stops it by its name', () => {
    expect(unknownActions()).toEqual([])
    expect(unknownActions([...Object.keys(CONTRACTS), 'mergeCases'])).toEqual(['mergeCases'])
  })
})

describe('a difference', () => {
  const call = (at: string, openid: string, action: 'reportCase' | 'fileCase' | 'listNotices', request: object): Act => ({ at: instant(at), kind: 'call', openid, action, request })
  const report = (at: string, key: string, spotId: string) => call(at, 'resident-jinxiu-1', 'reportCase', { key, estateId: 'jinxiu', categoryCode: '0201', place: { spotId }, text: '垃圾', photos: [] })

  test('is told with its day, its act and what was expected, and made as small as it goes', async () => {
    const key = 'play-of-the-bins1'
    const caseId = `c${hash(`${personId('resident-jinxiu-1')}|${key}`).slice(0, 24)}`
    // Nobody plays this: the points of an edition are changed in their place, past every door.
    const tampered: Act = { at: instant('2026-11-04 10:00'), kind: 'edition', id: 'demo-1', from: 0, workingHours: builtInEdition.decisions.workingHours, townFindingPoints: 100, filedReportPoints: 0 }
    const acts: readonly Act[] = [
      report('2026-11-02 08:00', 'play-of-nothing-1', 'jinxiu-b1'), report('2026-11-02 09:00', key, 'jinxiu-bins'), call('2026-11-02 09:30', 'auditor-1', 'listNotices', {}),
      call('2026-11-02 10:00', 'office-1', 'fileCase', { caseId, categoryCode: '0201', dispatch: true }), { at: instant('2026-11-02 18:00'), kind: 'rest' },
      call('2026-11-03 09:30', 'auditor-1', 'listNotices', {}), tampered, { at: instant('2026-11-05 00:00'), kind: 'reckoning' },
    ]
    const { found } = await run(listed(acts), { since })
    const [first] = found
    expect(first && told(first).split('\n').map((line) => line.replace(/ +/g, ' '))).toEqual([
      `2026-11-05 the ledger is not what the facts of a case give (${caseId})`, ' after 2026-11-05 00:00:00.000 reckoning {}',
      ` expected jinxiu ${caseId} overdue 2026-11 2026-11-02T06:00:00.000Z -100`, ` got jinxiu ${caseId} overdue 2026-11 2026-11-02T06:00:00.000Z -200`,
    ])
    expect((await shrink(acts, found, { since })).map((act) => (act.kind === 'call' ? act.action : act.kind))).toEqual(['reportCase', 'fileCase', 'rest', 'edition', 'reckoning'])
  })
})

const KEPT = join(__dirname, 'kept')
describe('what was once wrong is right, whenever the clock comes round:', () => {
  test.each(readdirSync(KEPT).map((name) => [name.replace('.json', '').replaceAll('-', ' '), name] as const))('%s', async (_, name) => {
    const { since: month, acts } = JSON.parse(readFileSync(join(KEPT, name), 'utf8')) as Kept
    expect((await run(listed(acts), { since: month })).found.map(told)).toEqual([])
  })
})

describe('chance', () => {
  test('is the same for the same seed, another for another one, and keeps to its weights', () => {
    const [a, b, c] = ['s', 's', 't'].map((seed) => Array.from({ length: 20 }, chanceOf(seed).part))
    expect(a).toEqual(b)
    expect(a).not.toEqual(c)
    const chance = chanceOf('weights')
    const drawn = Array.from({ length: 1000 }, () => chance.weighted([[3, 'often'], [1, 'seldom'], [0, 'never']]))
    expect(drawn).not.toContain('never')
    expect(drawn.filter((each) => each === 'often').length / 1000).toBeCloseTo(0.75, 1)
  })
})
