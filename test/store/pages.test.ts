import fc from 'fast-check'
import { openEngine } from '../../local-cloud/engine/openEngine'
import type { Query as Told } from '../../local-cloud/engine/queries'
import { nextPage, everyPage, type Walk } from '../../store/pages'
import { PAGE_MAX, type Query, type Stored } from '../../store/database'
import { readCursor, writeCursor, type Cursor } from '../../types/cursor'
import { engineDatabase } from '../support/engineDatabase'

type Thing = Stored & { readonly estateId: string; readonly at: number | null }
const ofHome = { estateId: 'home' }

function opened(things: readonly Thing[]) {
  const told: Told[] = []
  const engine = openEngine({ file: ':memory:', indexes: { things: [{ name: 'by_estate', keys: [['estateId', 1], ['at', 1], ['_id', 1]] }, { name: 'by_id_of_estate', keys: [['estateId', 1], ['_id', 1]] }] }, onQuery: (query) => told.push(query) })
  engine.createCollection('things')
  engine.insert('things', things)
  const database = engineDatabase(engine)
  return { engine, told, find: (query: Query) => database.find<Thing>('things', query) }
}
const thing = (i: number, at: number | null, estateId = 'home'): Thing => ({ _id: `t${String(i).padStart(4, '0')}`, estateId, at })

/** As a phone holds it: a text. */
const onThePhone = (cursor: Cursor): Cursor => readCursor(writeCursor(cursor))!

type Meanwhile = (page: number) => void
async function walked(find: (query: Query) => Promise<readonly Thing[]>, walk: Walk, size: number, meanwhile: Meanwhile = () => undefined): Promise<readonly Thing[]> {
  const all: Thing[] = []
  for (let [after, page]: [Cursor | null, number] = [null, 1]; ; page += 1) {
    const { items, next } = await nextPage(find, walk, size, after)
    all.push(...items)
    if (next === null) return all
    expect(items).toHaveLength(size)
    meanwhile(page)
    after = onThePhone(next)
  }
}

test('a list walked page by page is the list, whichever way and however many are of one instant', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(fc.nat(6), { freq: 5 }), { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), fc.constantFrom('asc' as const, 'desc' as const), async (instants, size, direction) => {
      const things = instants.map((at, i) => thing(i, direction === 'desc' ? (at ?? 0) : at, i % 5 === 0 ? 'away' : 'home'))
      const { find, engine } = opened(things)
      const all = await walked(find, { where: ofHome, orderBy: [['at', direction]] }, size)
      expect(all.map(({ _id }) => _id).sort()).toEqual(things.filter(({ estateId }) => estateId === 'home').map(({ _id }) => _id))
      const order = all.map(({ at }) => at ?? -1)
      expect(order).toEqual([...order].sort((a, b) => (direction === 'asc' ? a - b : b - a)))
      engine.close()
    }),
    { numRuns: 60 },
  )
})

test('whatever comes in or goes between two pages, also of the very instant, no page repeats anything and none loses what was there all along', async () => {
  type Change = { readonly at: number; readonly goes: number }
  const change: fc.Arbitrary<Change> = fc.record({ at: fc.nat(6), goes: fc.nat(39) })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(6), { minLength: 20, maxLength: 40 }), fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), fc.constantFrom('asc' as const, 'desc' as const), async (instants, changes, size, direction) => {
      const things = instants.map((at, i) => thing(i, at))
      const { find, engine } = opened(things)
      const gone = new Set<string>()
      let added = things.length
      const all = await walked(find, { where: ofHome, orderBy: [['at', direction]] }, size, (page) => {
        for (const { at, goes } of changes[page - 1] ?? []) {
          engine.insert('things', [thing((added += 1), at)])
          gone.add(thing(goes, 0)._id)
          engine.remove('things', { filter: { _id: thing(goes, 0)._id } })
        }
      })
      const ids = all.map(({ _id }) => _id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(things.filter(({ _id }) => !gone.has(_id) && !ids.includes(_id))).toEqual([])
      engine.close()
    }),
    { numRuns: 60 },
  )
})

test('a page looks at itself and at one more, wherever it stands', async () => {
  const { find, told } = opened(Array.from({ length: 900 }, (_, i) => thing(i, Math.floor(i / 30))))
  await walked(find, { where: ofHome, orderBy: [['at', 'desc']] }, 20)
  expect(told.every(({ examined, returned }) => examined === returned && examined <= 20 + 1)).toBe(true)
  expect(told.length).toBeLessThan(3 * 45)
  told.length = 0
  await walked(find, { where: ofHome, orderBy: [['_id', 'asc']] }, 20)
  expect(told).toHaveLength(45)
})

test('what is asked of the field itself holds on every page', async () => {
  const { find } = opened(Array.from({ length: 60 }, (_, i) => thing(i, i)))
  const at = async (where: Walk['where'], direction: 'asc' | 'desc') => (await walked(find, { where, orderBy: [['at', direction]] }, 4)).map((each) => each.at)
  const between = Array.from({ length: 21 }, (_, i) => i + 10)
  expect(await at({ at: { gte: 10, lt: 31 } }, 'asc')).toEqual(between)
  expect(await at({ at: { gt: 9, lte: 30 } }, 'desc')).toEqual([...between].reverse())
  expect(await at({ at: { in: [3, 50, 7, 20, 21, 22] } }, 'desc')).toEqual([50, 22, 21, 20, 7, 3])
  expect(await at({ at: 5 }, 'asc')).toEqual([5])
})

test('the field of the order comes along, also where others are asked for', async () => {
  const { find } = opened([thing(1, 1), thing(2, 2), thing(3, 3)])
  expect(await walked(find, { where: ofHome, orderBy: [['at', 'asc']], fields: ['estateId'] }, 1)).toEqual([thing(1, 1), thing(2, 2), thing(3, 3)])
})

test('a part of a field is an order as well, and is not asked for beside its whole', async () => {
  const rated = Array.from({ length: 7 }, (_, i) => ({ _id: `r${i}`, rating: { at: i % 2 } }))
  const asked: Query[] = []
  const { engine, find } = opened([])
  engine.insert('things', rated)
  const all = await walked((query) => (asked.push(query), find(query)), { where: { 'rating.at': { gte: 0 } }, orderBy: [['rating.at', 'desc']], fields: ['rating'] }, 2)
  expect(all.map(({ _id }) => _id).sort()).toEqual(rated.map(({ _id }) => _id))
  expect(asked.every(({ fields }) => fields?.join() === 'rating')).toBe(true)
})

test('everything is found beyond what one query gives, each once, and no page of it is looked at twice', async () => {
  const count = 2 * PAGE_MAX + 7
  const { find, told } = opened(Array.from({ length: count }, (_, i) => thing(i, Math.floor(i / 40))))
  for (const orderBy of [[['_id', 'asc']], [['at', 'asc']], [['at', 'desc']]] as const) {
    told.length = 0
    expect(new Set((await everyPage(find, { where: ofHome, orderBy })).map(({ _id }) => _id)).size).toBe(count)
    expect(told.reduce((sum, { examined }) => sum + examined, 0)).toBeLessThan(count + 3 * 42)
  }
})

test.each(['asc', 'desc'] as const)('thousands of one instant are read to the end, %s, each once, and no page looks at more than itself', async (direction) => {
  const count = 2 * PAGE_MAX + 7
  const things = Array.from({ length: count }, (_, i) => thing(i, i < 5 ? 6 : i < count - 5 ? 7 : 8))
  const { find, told } = opened(things)
  for (const size of [20, PAGE_MAX - 1]) {
    told.length = 0
    const all = await walked(find, { where: ofHome, orderBy: [['at', direction]] }, size)
    expect(all.map(({ _id }) => _id).sort()).toEqual(things.map(({ _id }) => _id))
    expect(all.map(({ at }) => at)).toEqual([...things.map(({ at }) => at!)].sort((a, b) => (direction === 'asc' ? a - b : b - a)))
    expect(told.filter(({ examined }) => examined > size + 1)).toEqual([])
  }
  expect(await everyPage(find, { where: ofHome, orderBy: [['at', direction]] })).toHaveLength(count)
})

test('thousands that have no instant at all are read to the end, and what has one after them', async () => {
  const { find, told } = opened([...Array.from({ length: 1_500 }, (_, i) => thing(i, null)), thing(1_500, 3), thing(1_501, 2)])
  const all = await walked(find, { where: ofHome, orderBy: [['at', 'asc']] }, 20)
  expect([new Set(all.map(({ _id }) => _id)).size, all.slice(-2).map(({ at }) => at)]).toEqual([1_502, [2, 3]])
  expect(told.filter(({ examined }) => examined > 20 + 1)).toEqual([])
})

test("a place in another list never widens this one, and costs no more than this one's own", async () => {
  const { find, told } = opened(Array.from({ length: 900 }, (_, i) => thing(i, i)))
  const lists: readonly (readonly [Walk['where'], number])[] = [[{ at: { gte: 300, lt: 330 } }, 30], [{ at: { gt: 299, lte: 329 } }, 30], [{ at: 300 }, 1], [{ at: { in: [300, 310] } }, 2], [{ at: null }, 0], [{ at: { gte: 300, lt: 330, not: null } }, 30]]
  const places = [-1, 200, 300, 310, 329, 330, 500, 1_000, null, 'text'].flatMap((value) => [null, 't0000', 't0310'].map((id): Cursor => ({ value, id, kept: [] })))
  for (const [where, count] of lists)
    for (const direction of ['asc', 'desc'] as const)
      for (const place of places) {
        told.length = 0
        const { items } = await nextPage(find, { where: { ...ofHome, ...where }, orderBy: [['at', direction]] }, 40, place)
        expect(items.length).toBeLessThanOrEqual(count)
        expect(told.filter(({ examined }) => examined > count)).toEqual([])
      }
})

test.each(['', '{}', '[]', '7', 'null', '[1]', '[{"$gt":0},null]', '[[1],null]', '[1,2]', '[true,null]', '[1e999,null]', '[1,null,null]', '[1,null,{}]', `[1,null${',1'.repeat(201)}]`])('%j is no cursor', (text) => expect(readCursor(text)).toBeNull())
