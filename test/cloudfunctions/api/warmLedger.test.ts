import { chainEntry, GENESIS, type ChainHead } from '../../../domain/ledger/chain'
import type { LedgerEntry } from '../../../domain/ledger/entry'
import { ledgerReader } from '../../../store/ledger'
import { FAR_ESTATE, FAR_TOWN, twoTowns } from '../../support/secondTown'
import { dispatched, NEIGHBOUR, OFFICE, OFFICE_2, RESIDENT, rest, STRANGER } from '../../support/stories'
import { hash, openTown, TOWN_ID, type Town } from '../../support/town'

let town: Town
beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  town = openTown({ seed: twoTowns() })
})
afterEach(() => {
  jest.restoreAllMocks()
  town.close()
})

const standingOf = async (openid = RESIDENT, estateId = 'jinxiu') => (await town.ok(openid, 'readStandings', {})).standings.find((each) => each.estateId === estateId)!
/** What is read of the ledger meanwhile, by its bounds. */
function readings() {
  const read: unknown[] = []
  const { findAll } = town.store
  jest.spyOn(town.store, 'findAll').mockImplementation(((name: never, query: Parameters<typeof findAll>[1]) => {
    if (name === 'ledger') read.push(Object.entries(query.where).find(([field]) => field === 'seq')?.[1] ?? 'whole')
    return findAll(name, query)
  }) as never)
  return read
}
async function overdue(told: Parameters<typeof dispatched>[1] = {}): Promise<void> {
  await dispatched(town, told)
  town.goTo(town.now() + 86_400_000)
  await rest(town)
}

describe('a warm function that has read the ledger', () => {
  test('reads it once for everybody, and after that asks only where it ends', async () => {
    await overdue()
    const read = readings()
    const first = await town.ok(RESIDENT, 'readStandings', {})
    const calls = town.life.calls()
    expect(await town.ok(NEIGHBOUR, 'readStandings', {})).toEqual(first)
    expect(await town.ok(STRANGER, 'readScore', { estateId: 'jinxiu', period: '2026' })).toMatchObject({ entries: [{ rule: 'overdue' }] })
    expect(town.life.calls() - calls).toBeGreaterThan(0)
    expect(read).toEqual(['whole'])
  })

  test('shows what was booked since in the very next answer, and reads nothing else for it', async () => {
    await overdue()
    expect((await standingOf()).overdue).toBe(1)
    const read = readings()
    await overdue({ by: NEIGHBOUR, place: { spotId: 'jinxiu-b1' } })
    expect((await standingOf()).overdue).toBe(2)
    expect((await town.ok(RESIDENT, 'readScore', { estateId: 'jinxiu' })).entries).toHaveLength(2)
    expect(read).toEqual([{ gt: 1, lte: 2 }])
  })

  test('shows of a fact of last month, booked now, both months right', async () => {
    expect((await town.ok(RESIDENT, 'readStandings', { period: '2026-10' })).standings.every(({ deductionsPoints }) => deductionsPoints === 0)).toBe(true)
    await town.store.set('assessments', { _id: 'a-october', townId: TOWN_ID, estateId: 'jinxiu', factAt: town.now() - 10 * 86_400_000, enteredAt: town.now(), by: 'office', editionId: 'demo-1', booked: false, photos: [], note: '十月的', kind: 'propertyCheck', ruleCode: '2.1.1', count: 1 })
    await rest(town)
    const october = (await town.ok(RESIDENT, 'readStandings', { period: '2026-10' })).standings.find(({ estateId }) => estateId === 'jinxiu')!
    expect([october.propertyPoints, (await standingOf()).propertyPoints]).toEqual([9_900, 9_900])
  })

  test('never shows more or less than was booked, wherever the booking is killed', async () => {
    let killed = 0
    for (let call = 1, isOver = false; !isOver; call += 1)
      for (const when of ['before', 'after'] as const) {
        town.close()
        town = openTown()
        const caseId = await dispatched(town)
        await town.ok(OFFICE, 'proposeFinding', { caseId, finding: 'shirked', reason: '推诿' })
        await town.ok(OFFICE_2, 'decideFinding', { caseId, finding: 'shirked', confirm: true, reason: '属实' })
        expect((await standingOf()).deductionsPoints).toBe(0)
        town.goTo('2026-11-03 09:00')
        town.life.endAt(call, when)
        await town.beat().catch(() => undefined)
        isOver = !town.life.hasEnded()
        killed += isOver ? 0 : 1
        town.life.bear()
        const booked = town.all('ledger')
        const { overdue: late, deductionsPoints } = await standingOf()
        expect([call, when, late, deductionsPoints]).toEqual([call, when, booked.filter(({ rule }) => rule === 'overdue').length, booked.reduce((sum, { points }) => sum - points, 0)])
        await rest(town)
        expect(await standingOf()).toMatchObject({ overdue: 1, deductionsPoints: 400 })
      }
    expect(killed).toBeGreaterThan(20)
  }, 120_000)

  test('keeps two towns apart', async () => {
    await overdue()
    expect([(await standingOf()).overdue, (await standingOf('far-resident', FAR_ESTATE)).overdue]).toEqual([1, 0])
    const { caseId } = await town.ok('far-resident', 'reportCase', { key: 'far-report-00000001', estateId: FAR_ESTATE, categoryCode: '0201', place: { detail: '门口' }, text: '垃圾', photos: [] })
    await town.ok('far-office', 'fileCase', { caseId, categoryCode: '0201', dispatch: true })
    town.goTo(town.now() + 86_400_000)
    await rest(town)
    expect([(await standingOf()).overdue, (await standingOf('far-resident', FAR_ESTATE)).overdue]).toEqual([1, 1])
  })
})

describe('the reader of the ledger', () => {
  const entry = (head: ChainHead, n: number, changes: Partial<LedgerEntry> = {}) =>
    chainEntry(head, { _id: `e${n}`, townId: TOWN_ID, estateId: 'jinxiu', month: '2026-11', sheet: 'longTerm', rule: 'inspected', editionId: 'demo-1', points: -100, basis: { kind: 'case', id: `c${n}` }, factAt: 0, by: 'clock', note: '', ...changes }, 0, hash)
  /** The whole ledger as a restored backup would leave it. */
  async function booked(...changes: readonly Partial<LedgerEntry>[]): Promise<readonly LedgerEntry[]> {
    for (const { _id } of town.all('ledger')) await town.store.remove('ledger', _id)
    const entries: LedgerEntry[] = []
    for (const [index, change] of changes.entries()) entries.push(entry(entries[index - 1] ?? GENESIS, index + 1, change))
    for (const each of entries) await town.store.set('ledger', each)
    const head = entries[entries.length - 1] ?? GENESIS
    await town.store.set('ledgerHeads', { _id: TOWN_ID, townId: TOWN_ID, seq: head.seq, hash: head.hash })
    return entries
  }

  test.each<[string, readonly Partial<LedgerEntry>[]]>([
    ['the same', [{}, {}, {}]],
    ['longer', [{}, {}, {}, { month: '2026-12' }, { month: '2025-12' }]],
    ['shorter', [{}, {}]],
    ['empty', []],
    ['another one of the same length', [{}, {}, { points: -200 }]],
    ['longer, and another one from its beginning on', [{ points: -200 }, {}, {}, {}]],
  ])('gives the ledger as it is where it is %s the next time', async (_, changes) => {
    const entriesOf = ledgerReader()
    await booked({}, {}, {})
    expect(await entriesOf(town.store, TOWN_ID, 2026)).toHaveLength(3)
    const entries = await booked(...changes)
    expect(await entriesOf(town.store, TOWN_ID, 2026)).toEqual(entries.filter(({ month }) => month !== '2025-12'))
    expect(await entriesOf(town.store, TOWN_ID, 2025)).toEqual(entries.filter(({ month }) => month === '2025-12'))
  })

  test('gives no entry that was booked after it looked where the ledger ends, and it the next time', async () => {
    const entriesOf = ledgerReader()
    const [first] = await booked({})
    const { get } = town.store
    const slow = { ...town.store, get: (async (...asked: Parameters<typeof get>) => {
      const head = await get(...asked)
      await booked({}, {})
      return head
    }) as typeof get }
    expect(await entriesOf(slow, TOWN_ID, 2026)).toEqual([first])
    expect(await entriesOf(town.store, TOWN_ID, 2026)).toHaveLength(2)
  })

  test('keeps no more than a few years, those that were asked for last', async () => {
    const entriesOf = ledgerReader(2)
    await booked({})
    const read = readings()
    for (const year of [2026, 2025, 2026, 2024, 2026, 2025]) await entriesOf(town.store, TOWN_ID, year)
    expect(read).toHaveLength(4)
    expect(await entriesOf(town.store, FAR_TOWN, 2026)).toEqual([])
  })
})
