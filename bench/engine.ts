/**
 * What the local cloud's documents cost over SQLite itself: each operation on the engine and, in turn with it, the same on a plain
 * table in the same driver. Only the ratios and the growth mean anything; the rates are of whatever machine ran it.
 *   npm run bench -- engine [--large]
 */
import { deepStrictEqual } from 'node:assert'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { openEngine, type Engine } from '../local-cloud/engine/openEngine'
import type { IndexDefinitions } from '../local-cloud/engine/indexes'
import { caseDocument, createdAtOf, idOf, mixed, openidOf, tagOf, type CaseDocument } from './caseDocuments'
import { alternate, inTemporaryDirectory, median, timed, type Pair, type Repeated } from './measure'
import { openRaw, type Raw } from './rawSqlite'
import { rounded, type Line } from './table'

const NAME = 'cases'
const INDEXES: IndexDefinitions = {
  [NAME]: [
    { name: 'by_person', keys: [['openid', 1], ['createdAt', -1]] },
    { name: 'by_no', keys: [['no', 1]], unique: true },
    { name: 'by_tag', keys: [['tags', 1]] },
  ],
}
const WARM_UP = 2_000
const SIZES = [10_000, 100_000]
const LARGE = 1_000_000
const BATCH = 500
const PAGE = 20

const byState = { name: '$group', value: { _id: '$state', cases: { $sum: 1 }, points: { $sum: '$points' } } }

type Measure = Repeated & {
  readonly name: string
  /** Both sides must answer this alike before either is timed. */
  readonly reads: boolean
}

/** In this order: what adds documents comes last, so that all others meet exactly `size` of them. */
function measures(engine: Engine, raw: Raw, size: number): readonly Measure[] {
  const some = (call: number) => mixed(call, size, 20)
  /** The middle half of the time all cases span. */
  const [from, to] = [createdAtOf(size / 4), createdAtOf((size * 3) / 4)]
  const read = (name: string, calls: number, onEngine: Measure['engine'], onRaw: Measure['raw'], repetitions = 9): Measure => ({ name, calls, repetitions, engine: onEngine, raw: onRaw, reads: true })
  // Many calls in each repetition, so that each pays for SQLite's checkpoints and not one in four.
  const write = (name: string, onEngine: Measure['engine'], onRaw: Measure['raw']): Measure => ({ name, calls: 250, repetitions: 7, engine: onEngine, raw: onRaw, reads: false })
  const touched = (document: CaseDocument): CaseDocument => ({ ...document, state: 'answered', points: document.points + 1 })
  const touch = { $set: { state: 'answered' }, $inc: { points: 1 } }
  const next = [size, size]
  const fresh = (side: 0 | 1): CaseDocument => caseDocument(next[side]!++, size)

  return [
    read('point, by _id', 500, (call) => engine.find(NAME, { filter: { _id: idOf(some(call)) } }), (call) => raw.byId(idOf(some(call)))),
    read('point, by unique no', 500, (call) => engine.find(NAME, { filter: { no: caseDocument(some(call), size).no } }), (call) => raw.byNo(caseDocument(some(call), size).no)),
    read(
      `range + sort, first ${PAGE}`, 200,
      (call) => engine.find(NAME, { filter: { openid: openidOf(some(call), size), createdAt: { $gte: from, $lt: to } }, sort: [['createdAt', -1]], limit: PAGE }),
      (call) => raw.ofPerson(openidOf(some(call), size), from, to, PAGE),
    ),
    read(`one tag, first ${PAGE}`, 200, (call) => engine.find(NAME, { filter: { tags: tagOf(some(call), size) }, limit: PAGE }), (call) => raw.ofTag(tagOf(some(call), size), PAGE)),
    read(
      'aggregation, one person', 200,
      (call) => sums(engine.aggregate(NAME, [{ name: '$match', value: { openid: openidOf(some(call), size) } }, byState])),
      (call) => sums(raw.sumsOfPerson(openidOf(some(call), size))),
    ),
    read('aggregation, everything', 1, () => sums(engine.aggregate(NAME, [byState])), () => sums(raw.sumsOfAll()), size > 100_000 ? 3 : 5),
    write('update, by _id', (call) => engine.update(NAME, { filter: { _id: idOf(some(call)) }, operations: touch }), (call) => raw.update(idOf(some(call)), touched)),
    write(
      'update, an indexed field',
      (call) => engine.update(NAME, { filter: { _id: idOf(some(call)) }, operations: { $inc: { createdAt: 1 } } }),
      (call) => raw.update(idOf(some(call)), (document) => ({ ...document, createdAt: document.createdAt + 1 })),
    ),
    write(
      'transaction, update + insert',
      (call) => {
        const id = engine.begin()
        engine.update(NAME, { filter: { _id: idOf(some(call)) }, operations: touch }, id)
        engine.insert(NAME, [fresh(0)], id)
        engine.commit(id)
      },
      (call) => raw.updateAndInsert(idOf(some(call)), touched, fresh(1)),
    ),
    write('insert, one', () => engine.insert(NAME, [fresh(0)]), () => raw.insert([fresh(1)])),
  ]
}

const sums = (rows: readonly unknown[]): unknown[] => [...rows].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))

/** Milliseconds of each operation among `size` documents. */
async function benchAt(size: number): Promise<Map<string, Pair>> {
  return inTemporaryDirectory(async (directory) => {
    const engine = openEngine({ file: path.join(directory, 'engine.db'), indexes: INDEXES })
    const raw = openRaw(path.join(directory, 'raw.db'))
    try {
      engine.createCollection(NAME)
      const found = new Map<string, Pair>([[`insert, ${BATCH} at once (each)`, await load(engine, raw, size)]])
      const all = measures(engine, raw, size)
      for (const measure of all) {
        await setImmediate()
        if (measure.reads) assertAlike(measure)
        found.set(measure.name, alternate(measure))
      }
      // And once more after all the writing: both sides have done the same.
      for (const measure of all) if (measure.reads && measure.calls > 1) assertAlike(measure)
      return found
    } finally {
      engine.close()
      raw.close()
    }
  })
}

function assertAlike({ name, calls, engine, raw }: Measure): void {
  for (let call = 0; call < Math.min(calls, 50); call++) deepStrictEqual(engine(call), raw(call), `${name}: the engine answers otherwise than SQLite`)
}

/** Fills both sides, batch by batch in turn; the batches are the repetitions. */
async function load(engine: Engine, raw: Raw, size: number): Promise<Pair> {
  const times = { engine: [] as number[], raw: [] as number[] }
  for (let done = 0; done < size; done += BATCH) {
    await setImmediate()
    const documents = Array.from({ length: BATCH }, (_, i) => caseDocument(done + i, size))
    times.engine.push(timed(() => engine.insert(NAME, documents)) / BATCH)
    times.raw.push(timed(() => raw.insert(documents)) / BATCH)
  }
  return { engine: median(times.engine), raw: median(times.raw) }
}

const sizeName = (size: number): string => (size >= 1_000_000 ? `${size / 1_000_000} M` : `${size / 1_000} k`)

export async function benchEngine({ large = false, say = () => {} }: { large?: boolean; say?: (line: string) => void } = {}): Promise<readonly Line[]> {
  await benchAt(WARM_UP)
  const sizes = large ? [...SIZES, LARGE] : SIZES
  const results = new Map<number, Map<string, Pair>>()
  for (const size of sizes) {
    say(`${sizeName(size)} documents …`)
    results.set(size, await benchAt(size))
  }
  const smallest = results.get(sizes[0]!)!
  return [...smallest.keys()].flatMap((operation) =>
    sizes.map((size): Line => {
      const [here, first] = [results.get(size)!.get(operation)!, smallest.get(operation)!]
      const growth = (side: keyof Pair) => (size === sizes[0] ? '' : (here[side] / first[side]).toFixed(1))
      return {
        operation,
        size: sizeName(size),
        'engine/s': rounded(1000 / here.engine),
        'raw/s': rounded(1000 / here.raw),
        'time ÷ raw': (here.engine / here.raw).toFixed(1),
        'growth from 10 k': growth('engine'),
        'raw growth': growth('raw'),
      }
    }),
  )
}
