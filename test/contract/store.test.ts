import { startCloud, type Cloud } from '../../local-cloud/start'
import { processEnvironment } from '../../local-cloud/functions/environment'
import { cloudDatabase, type CloudSdkDatabase } from '../../store/cloudDatabase'
import { Conflict, PAGE_MAX, type Database, type Filter, type Stored } from '../../store/database'
import type { Walk } from '../../store/pages'
import { openStore } from '../../store/store'
import type { Cursor } from '../../types/cursor'
import { engineDatabase } from '../support/engineDatabase'
import { functionsDirectory, removeTemporaryDirectories } from '../local-cloud/support'

/** Only the store is asked; no function runs. */
const withoutFunctions = () => startCloud({ dataDir: ':memory:', timers: false, quiet: true, indexes: {}, functionsDir: functionsDirectory({}) })

const onTheEngine = async (): Promise<{ cloud: Cloud; database: Database }> => {
  const cloud = await withoutFunctions()
  return { cloud, database: engineDatabase(cloud.engine) }
}
/** The SDK as published, told by the environment alone where its cloud is. */
const throughTheSdk = async (): Promise<{ cloud: Cloud; database: Database }> => {
  const cloud = await withoutFunctions()
  Object.assign(process.env, processEnvironment({ envId: 'linjing-local', appId: 'wx-linjing-local', adminUrl: cloud.adminUrl }))
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the environment has to stand before the SDK is loaded
  const sdk = require('wx-server-sdk') as { init: (options: object) => void; DYNAMIC_CURRENT_ENV: symbol; database: () => CloudSdkDatabase }
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
  return { cloud, database: cloudDatabase(sdk.database()) }
}

type Thing = Stored & { readonly n?: number; readonly s?: string | null; readonly at?: number | null; readonly list?: readonly unknown[]; readonly deep?: unknown }

afterAll(removeTemporaryDirectories)

describe.each([
  ['the engine itself', onTheEngine],
  ['the unmodified SDK', throughTheSdk],
])('the database of the store through %s', (_, open) => {
  let cloud: Cloud
  let database: Database
  beforeAll(async () => ({ cloud, database } = await open()))
  afterAll(() => cloud.close())
  beforeEach(() => {
    if (cloud.engine.collections().some(({ name }) => name === 'things')) cloud.engine.remove('things', { multi: true })
    else cloud.engine.createCollection('things')
  })
  const put = async (...things: readonly Thing[]) => {
    for (const thing of things) await database.set('things', thing)
  }
  const ids = async (where: Filter, more: Partial<Parameters<Database['find']>[1]> = {}) => (await database.find('things', { where, orderBy: [['_id', 'asc']], limit: 100, ...more })).map(({ _id }) => _id)

  describe('one document', () => {
    test('that is not there is null, and set brings it back as it was', async () => {
      expect(await database.get('things', 'a')).toBeNull()
      const thing = { _id: 'a', n: 1.5, s: '中文 "quoted"', at: 1_793_601_000_000, list: [1, { x: null }, []], deep: { empty: {}, no: null, yes: true } }
      await put(thing)
      expect(await database.get('things', 'a')).toEqual(thing)
    })

    test('is removed, and removing what is not there is no error', async () => {
      await put({ _id: 'a', n: 1 }, { _id: 'b', n: 2 })
      await database.remove('things', 'a')
      await database.remove('things', 'a')
      expect(await ids({})).toEqual(['b'])
    })

    test('removed in a transaction is gone with its other writes, or not at all', async () => {
      await put({ _id: 'a', n: 1 })
      const move = (fails: boolean) =>
        database.transaction(async (transaction) => {
          await transaction.remove('things', 'a')
          await transaction.set('things', { _id: 'b', n: 1 })
          if (fails) throw new Error('stopped half-way')
        })
      await expect(move(true)).rejects.toThrow('stopped half-way')
      expect(await ids({})).toEqual(['a'])
      await move(false)
      expect(await ids({})).toEqual(['b'])
    })

    test('is added to without being read: its lists stay sorted, its counts grow, and with the transaction it is as it was', async () => {
      await put({ _id: 'a', list: [{ id: 'k' }], deep: { 'phone:7': 1 } })
      const add = (id: string, fails = false) =>
        database.transaction(async (transaction) => {
          const isThere = await transaction.addTo('things', 'a', { items: { list: { item: { id, words: '字' }, sortedBy: 'id' } }, counts: { 'deep.phone:7': 1, 'deep.door:0': 2 } })
          if (fails) throw new Error('stopped half-way')
          return isThere
        })
      expect([await add('z'), await add('c')]).toEqual([true, true])
      await expect(add('m', true)).rejects.toThrow('stopped half-way')
      expect(await database.get('things', 'a')).toEqual({ _id: 'a', list: [{ id: 'c', words: '字' }, { id: 'k' }, { id: 'z', words: '字' }], deep: { 'phone:7': 3, 'door:0': 4 } })
    })

    test('that is not there is added to by nobody, and what else was written may be undone', async () => {
      const isThere = await database.transaction((transaction) => transaction.addTo('things', 'nowhere', { items: { list: { item: { id: 'a' }, sortedBy: 'id' } }, counts: {} }))
      expect([isThere, await database.get('things', 'nowhere')]).toEqual([false, null])
    })

    test('is added where none of its id is there, once of twenty at the same time, and the one that is there stays as it is', async () => {
      const added = await Promise.all(Array.from({ length: 20 }, (_, n) => database.add('things', { _id: 'a', n })))
      expect(added.filter(Boolean)).toHaveLength(1)
      const first = await database.get('things', 'a')
      expect([await database.add('things', { _id: 'a', n: 99 }), await database.add('things', { _id: 'b', n: 2 })]).toEqual([false, true])
      expect([await database.get('things', 'a'), await ids({})]).toEqual([first, ['a', 'b']])
    })

    test('added to by twenty at once loses none', async () => {
      await put({ _id: 'a', list: [] })
      await Promise.all(Array.from({ length: 20 }, (_, n) => database.transaction((transaction) => transaction.addTo('things', 'a', { items: { list: { item: { id: `i${n}` }, sortedBy: 'id' } }, counts: { n: 1 } }))))
      const thing = await database.get<Thing>('things', 'a')
      expect([thing?.n, thing?.list?.length]).toEqual([20, 20])
    })

    test('is changed with all others that fit, and keeps what the change does not name', async () => {
      await put({ _id: 'a', n: 1, s: 'x', deep: { kept: 1 } }, { _id: 'b', n: 2, s: 'x' }, { _id: 'c', n: 3, s: 'y' })
      expect(await database.update('things', { s: 'x', n: { lte: 2 } }, { set: { at: 5, s: null }, counts: { n: 10, 'deep.door:0': 2 } })).toBe(2)
      expect(await database.get('things', 'a')).toEqual({ _id: 'a', n: 11, s: null, at: 5, deep: { kept: 1, 'door:0': 2 } })
      expect(await database.get('things', 'b')).toEqual({ _id: 'b', n: 12, s: null, at: 5, deep: { 'door:0': 2 } })
      expect(await database.get('things', 'c')).toEqual({ _id: 'c', n: 3, s: 'y' })
      expect(await database.update('things', { s: 'nowhere' }, { set: { n: 0 } })).toBe(0)
    })

    test('wanted by two at once is changed by one of them', async () => {
      await put({ _id: 'a', s: 'free' }, { _id: 'b', s: 'free' })
      const taken = await Promise.all(Array.from({ length: 10 }, (_, n) => database.update('things', { s: 'free' }, { set: { s: `taken by ${n}` } })))
      expect(taken.reduce((sum, count) => sum + count, 0)).toBe(2)
    })

    test('that a transaction holds is changed when that has come to its end', async () => {
      await put({ _id: 'a', n: 1 })
      let change: Promise<number> | undefined
      await database.transaction(async (transaction) => {
        await transaction.set('things', { _id: 'a', n: 2 })
        change ??= database.update('things', { _id: 'a' }, { counts: { n: 10 } })
        await new Promise((resolve) => setTimeout(resolve, 50))
      })
      expect([await change, await database.get('things', 'a')]).toEqual([1, { _id: 'a', n: 12 }])
    })

    test('is replaced whole, not merged', async () => {
      await put({ _id: 'a', n: 1, s: 'gone' })
      await put({ _id: 'a', deep: { only: true } })
      expect(await database.get('things', 'a')).toEqual({ _id: 'a', deep: { only: true } })
    })

    test('has no fields that are undefined', async () => {
      await put({ _id: 'a', n: 1, s: undefined, deep: { x: undefined, y: 1 } })
      expect(await database.get('things', 'a')).toEqual({ _id: 'a', n: 1, deep: { y: 1 } })
    })

    test('may have an id with the signs of a derived one', async () => {
      const _id = 'case:c1@heping:overdue'
      await put({ _id, n: 1 })
      expect(await database.get('things', _id)).toEqual({ _id, n: 1 })
      expect(await ids({ _id: { in: [_id, 'other'] } })).toEqual([_id])
    })

    test('of a collection that was never created is an error, not a missing document', async () => {
      await expect(database.get('nowhere', 'a')).rejects.toMatchObject({ message: expect.stringContaining('nowhere') as string })
    })
  })

  describe('a query', () => {
    beforeEach(() => put({ _id: 'a', n: 1, s: 'x', at: 10 }, { _id: 'b', n: 2, s: 'y', at: null }, { _id: 'c', n: 3, s: 'x', at: 30 }, { _id: 'd', n: 4, s: null }, { _id: 'e', n: 5, s: 'z', at: 50 }))

    test.each<[string, Filter, readonly string[]]>([
      ['everything', {}, ['a', 'b', 'c', 'd', 'e']],
      ['equal', { s: 'x' }, ['a', 'c']],
      ['equal in two fields', { s: 'x', n: 3 }, ['c']],
      ['one of several', { s: { in: ['x', 'z'] } }, ['a', 'c', 'e']],
      ['one of none', { s: { in: [] } }, []],
      ['above', { n: { gt: 3 } }, ['d', 'e']],
      ['from', { n: { gte: 3 } }, ['c', 'd', 'e']],
      ['below', { n: { lt: 2 } }, ['a']],
      ['up to', { n: { lte: 2 } }, ['a', 'b']],
      ['between', { n: { gt: 1, lte: 3 } }, ['b', 'c']],
      ['between two words', { s: { gte: 'x', lt: 'z' } }, ['a', 'b', 'c']],
      ['null, or not there at all', { at: null }, ['b', 'd']],
      ['not null', { at: { not: null } }, ['a', 'c', 'e']],
      ['not null and above', { at: { not: null, gt: 10 } }, ['c', 'e']],
      ['a bound finds no null: null is no number', { at: { lt: 40 } }, ['a', 'c']],
      ['nobody', { s: 'nobody' }, []],
    ])('by %s', async (_name, where, expected) => {
      expect(await ids(where)).toEqual(expected)
      expect(await database.count('things', where)).toBe(expected.length)
    })

    test('comes in the order asked for, the second one among equals', async () => {
      expect(await ids({}, { orderBy: [['n', 'desc']] })).toEqual(['e', 'd', 'c', 'b', 'a'])
      expect(await ids({ s: { in: ['x', 'z'] } }, { orderBy: [['s', 'desc'], ['n', 'desc']] })).toEqual(['e', 'c', 'a'])
      expect(await ids({ s: { in: ['x', 'z'] } }, { orderBy: [['s', 'asc'], ['n', 'asc']] })).toEqual(['a', 'c', 'e'])
    })

    test('comes in pages', async () => {
      expect([await ids({}, { limit: 2 }), await ids({}, { skip: 2, limit: 2 }), await ids({}, { skip: 4, limit: 2 }), await ids({}, { skip: 9, limit: 2 })]).toEqual([['a', 'b'], ['c', 'd'], ['e'], []])
    })

    test('goes on from where a page ended, whichever way, with several values of a field and nulls among those it is ordered by', async () => {
      const store = openStore({ ...database, find: (_collection, query) => database.find('things', query) })
      const walked = async (walk: Walk) => {
        const all: string[] = []
        let after: Cursor | undefined
        do {
          const { items, next } = await store.page('cases', walk, 2, after)
          all.push(items.map(({ _id }) => _id).join(''))
          after = next ?? undefined
        } while (after)
        return all
      }
      expect(await walked({ where: { s: { in: ['x', 'y', 'z'] } }, orderBy: [['n', 'desc']] })).toEqual(['ec', 'ba'])
      expect(await walked({ where: { n: { lt: 5 } }, orderBy: [['at', 'asc']], fields: ['n'] })).toEqual(['bd', 'ac'])
      expect(await walked({ where: {}, orderBy: [['_id', 'asc']] })).toEqual(['ab', 'cd', 'e'])
    })

    test('brings only the fields asked for, and the id', async () => {
      expect(await database.find('things', { where: { n: 1 }, limit: 1, fields: ['s'] })).toEqual([{ _id: 'a', s: 'x' }])
    })

    test('finds everything page by page, beyond what one query gives', async () => {
      const many = PAGE_MAX + 7
      cloud.engine.insert('things', Array.from({ length: many }, (__, index) => ({ _id: `m${String(index).padStart(5, '0')}`, s: 'many' })))
      cloud.engine.createCollection(`cases`)
      const store = openStore({ ...database, find: (_collection, query) => database.find('things', query) })
      const found = await store.findAll('cases', { where: { s: 'many' } })
      expect([found.length, new Set(found.map(({ _id }) => _id)).size]).toEqual([many, many])
      expect(await database.find('things', { where: { s: 'many' }, limit: PAGE_MAX })).toHaveLength(PAGE_MAX)
    })
  })

  describe('a transaction', () => {
    test('writes all or nothing, and its own writes are seen by itself only', async () => {
      await put({ _id: 'a', n: 1 })
      const result = await database.transaction(async (transaction) => {
        await transaction.set('things', { _id: 'a', n: 2 })
        await transaction.set('things', { _id: 'b', n: 2 })
        expect(await transaction.get('things', 'b')).toEqual({ _id: 'b', n: 2 })
        expect(await transaction.get('things', 'nobody')).toBeNull()
        expect(await database.get('things', 'b')).toBeNull()
        return 'result'
      })
      expect([result, await ids({ n: 2 })]).toEqual(['result', ['a', 'b']])
    })

    test('that throws leaves nothing and throws the very same', async () => {
      await put({ _id: 'a', n: 1 })
      const error = new Error('no')
      const failed = database.transaction(async (transaction) => {
        await transaction.set('things', { _id: 'a', n: 2 })
        await transaction.set('things', { _id: 'b', n: 2 })
        throw error
      })
      await expect(failed).rejects.toBe(error)
      expect(await ids({ n: 1 })).toEqual(['a'])
      expect(await database.count('things', {})).toBe(1)
      // And it has let go of what it held.
      await put({ _id: 'a', n: 3 })
    })

    test('that another one got before is run again with what the other one wrote', async () => {
      await put({ _id: 'a', n: 1 })
      const seen: (number | undefined)[] = []
      await database.transaction(async (transaction) => {
        const known = await transaction.get<Thing>('things', 'a')
        seen.push(known?.n)
        if (seen.length === 1) await database.set('things', { _id: 'a', n: 10 })
        await transaction.set('things', { _id: 'a', n: (known?.n ?? 0) + 1 })
      })
      expect([seen, await database.get('things', 'a')]).toEqual([[1, 10], { _id: 'a', n: 11 }])
    })

    test('of two that make the same new document, one finds the other one done', async () => {
      const made = await Promise.all(
        ['left', 'right'].map((s) =>
          database.transaction(async (transaction) => {
            const known = await transaction.get<Thing>('things', 'once')
            if (known) return known.s
            await transaction.set('things', { _id: 'once', s })
            return s
          }),
        ),
      )
      expect(made[0]).toBe(made[1])
      expect(await database.get('things', 'once')).toEqual({ _id: 'once', s: made[0] })
    })

    test('that always comes too late ends as a conflict, with nothing written', async () => {
      await put({ _id: 'a', n: 0 })
      let tries = 0
      const late = database.transaction(async (transaction) => {
        tries += 1
        await transaction.get('things', 'a')
        await database.set('things', { _id: 'a', n: tries })
        await transaction.set('things', { _id: 'a', n: -1 })
      })
      await expect(late).rejects.toBeInstanceOf(Conflict)
      expect(await database.get('things', 'a')).toEqual({ _id: 'a', n: tries })
    }, 20_000)

    test('that is over is over: reading on in it is an error, not a missing document', async () => {
      await put({ _id: 'a', n: 1 })
      let kept: { get: (collection: string, id: string) => Promise<unknown> } | undefined
      await database.transaction((transaction) => Promise.resolve(void (kept = transaction)))
      await expect(kept!.get('things', 'a')).rejects.toThrow(/does not exist/)
    })

    test('fifty that add one at the same moment lose nothing', async () => {
      await put({ _id: 'sum', n: 0 })
      const add = async (): Promise<void> => {
        try {
          await database.transaction(async (transaction) => {
            const sum = await transaction.get<Thing>('things', 'sum')
            await transaction.set('things', { _id: 'sum', n: (sum?.n ?? 0) + 1 })
          })
        } catch (error) {
          // Told that it was too crowded: then nothing was written, and the person tries again.
          if (!(error instanceof Conflict)) throw error
          await add()
        }
      }
      await Promise.all(Array.from({ length: 50 }, add))
      expect(await database.get('things', 'sum')).toEqual({ _id: 'sum', n: 50 })
    }, 60_000)
  })
})
