import indexes from '../../store/indexes.json'
import type { Query } from '../../local-cloud/engine/queries'
import { lookAll, lookByClock, lookOnce, READ_ACTIONS, tooMuch, WRITE_ACTIONS, type ReadAction } from '../support/lookedAt'
import { largeTown } from '../support/largeTown/largeTown'

/** Lists that a town of ten thousand cases has a hundred pages of. */
const LONG: readonly ReadAction[] = ['listCases', 'listNotices', 'listHouseholdActs', 'listUnmaskings']

/** Not the time that passes but the documents that are looked at: at 10,000 cases no more beside what is given than at 100. */
describe.each([100, 10_000])('in a town of %i cases no query looks at more than three times what it gives and fifty', (size) => {
  const heard: Query[] = []
  const used = new Set<string>()
  let large: Awaited<ReturnType<typeof largeTown>>
  beforeAll(async () => void (large = await largeTown(size, listen)))
  const listen = (query: Query) => {
    heard.push(query)
    used.add(`${query.collection}.${query.index}`)
  }
  afterAll(() => large.town.close())

  test.each(READ_ACTIONS)('%s, whoever asks, in every way and on every page', async (action) => {
    const { queries, answered, lastPage } = await lookAll(large, action, heard)
    expect({ action, tooMuch: tooMuch(queries) }).toEqual({ action, tooMuch: [] })
    expect([answered.every(Boolean), queries.length > 0]).toEqual([true, true])
    if (size === 10_000 && LONG.includes(action)) expect(lastPage).toBe(100)
  })

  test.each(WRITE_ACTIONS)('%s', async (action) => {
    const { queries, answered } = await lookOnce(large, action, heard)
    expect({ action, tooMuch: tooMuch(queries), answered }).toEqual({ action, tooMuch: [], answered: [true] })
  })

  test.each(['2026-11-03 09:00', '2026-11-03 03:00', '2028-11-02 03:00'])('the clock at %s', async (at) => expect(tooMuch(await lookByClock(large, at, heard))).toEqual([]))

  test('and no index of the town is kept for nobody', () => {
    const declared = Object.entries(indexes).flatMap(([collection, all]) => all.map(({ name }) => `${collection}.${name}`))
    expect(declared.filter((index) => !used.has(index))).toEqual([])
  })
})
