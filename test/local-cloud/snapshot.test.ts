import fc from 'fast-check'
import { HeldByTransaction } from '../../local-cloud/engine/transactions'
import { openEngine, type Engine } from '../../local-cloud/engine/openEngine'
import { verify } from '../../local-cloud/engine/verify'
import { Versions } from '../../local-cloud/engine/versions'

/**
 * Snapshot isolation twice: the engine, and a model too plain to be wrong. The model copies the whole database for each transaction and
 * counts versions; a write of what has another version by now, or is in another transaction's hands, is a conflict.
 */
const IDS = ['a', 'b', 'c', 'd'] as const
type Id = (typeof IDS)[number]
type Outcome = string
/** What was removed leaves its version behind. */
type World = Map<Id, { n: number | null; version: number }>
type Session = { snapshot: World | null; mine: Map<Id, number | null> }

class Model {
  private world: World = new Map()
  private readonly sessions = new Map<number, Session>()
  private version = 0

  begin = (session: number): Outcome => (this.sessions.set(session, { snapshot: null, mine: new Map() }), 'begun')
  private session(name: number): Session | null {
    const session = this.sessions.get(name)
    if (session) session.snapshot ??= new Map(this.world)
    return session ?? null
  }
  get(id: Id, name?: number): Outcome {
    if (name === undefined) return String(this.world.get(id)?.n ?? undefined)
    const session = this.session(name)
    return session ? String(this.view(session, id) ?? undefined) : 'gone'
  }
  private view = (session: Session, id: Id): number | null => (session.mine.has(id) ? session.mine.get(id)! : (session.snapshot!.get(id)?.n ?? null))

  /** `decide` says what becomes of the document, or why nothing does. */
  write(id: Id, name: number | undefined, isInsertion: boolean, decide: (before: number | null) => number | null | 'duplicate' | 'missing'): Outcome {
    if (name === undefined) return this.plainWrite(id, isInsertion, decide)
    const session = this.session(name)
    if (!session) return 'gone'
    const before = this.view(session, id)
    const next = decide(before)
    if (!isInsertion && (next === 'missing' || next === before)) return 'untouched'
    const held = [...this.sessions].some(([other, { mine }]) => other !== name && mine.has(id))
    const changed = this.world.get(id)?.version !== session.snapshot!.get(id)?.version
    if (held || changed || next === 'duplicate') {
      this.sessions.delete(name)
      return held || changed ? 'conflict' : 'duplicate'
    }
    session.mine.set(id, next as number | null)
    return 'written'
  }
  private plainWrite(id: Id, isInsertion: boolean, decide: (before: number | null) => number | null | 'duplicate' | 'missing'): Outcome {
    const before = this.world.get(id)?.n ?? null
    const next = decide(before)
    if (!isInsertion && (next === 'missing' || next === before)) return 'untouched'
    if ([...this.sessions.values()].some(({ mine }) => mine.has(id))) return 'held'
    if (next === 'duplicate') return 'duplicate'
    this.put(id, next as number | null)
    return 'written'
  }
  private put(id: Id, n: number | null): void {
    this.world.set(id, { n, version: ++this.version })
  }
  commit(name: number): Outcome {
    const session = this.sessions.get(name)
    if (!session) return 'gone'
    for (const [id, n] of session.mine) this.put(id, n)
    this.sessions.delete(name)
    return 'committed'
  }
  abort = (name: number): Outcome => (this.sessions.delete(name), 'aborted')
  expireAll = (): Outcome => (this.sessions.clear(), 'expired')
  isOpen = (name: number): boolean => this.sessions.has(name)
}

type Step =
  | { readonly do: 'begin' | 'commit' | 'abort'; readonly session: number }
  | { readonly do: 'expireAll' }
  | { readonly do: 'get' | 'remove'; readonly session: number | undefined; readonly id: Id }
  | { readonly do: 'insert' | 'set' | 'update' | 'increment'; readonly session: number | undefined; readonly id: Id; readonly n: number }

const LIFETIME = 1000

/** Does a step with the engine; what it threw, in the model's words. */
function onEngine(engine: Engine, ids: Map<number, string>, step: Step): Outcome {
  const transaction = 'session' in step && step.session !== undefined ? (ids.get(step.session) ?? 'never begun') : undefined
  const one = 'id' in step ? { filter: { _id: step.id } } : {}
  const wrote = (count: number) => (count === 0 ? 'untouched' : 'written')
  try {
    switch (step.do) {
      case 'begin':
        ids.set(step.session, engine.begin())
        return 'begun'
      case 'commit':
        engine.commit(transaction!)
        return 'committed'
      case 'abort':
        engine.abort(transaction!)
        return 'aborted'
      case 'expireAll':
        jest.advanceTimersByTime(LIFETIME)
        return 'expired'
      case 'get':
        return String(engine.find('things', one, transaction)[0]?.n)
      case 'insert':
        engine.insert('things', [{ _id: step.id, n: step.n }], transaction)
        return 'written'
      case 'set': {
        const { updated, upsertedId } = engine.update('things', { ...one, replacement: { n: step.n }, upsert: true }, transaction)
        return wrote(updated + (upsertedId === null ? 0 : 1))
      }
      case 'update':
        return wrote(engine.update('things', { ...one, operations: { $set: { n: step.n } } }, transaction).updated)
      case 'increment':
        return wrote(engine.update('things', { ...one, operations: { $inc: { n: 1 } } }, transaction).updated)
      case 'remove':
        return wrote(engine.remove('things', one, transaction))
    }
  } catch (error) {
    if (error instanceof HeldByTransaction) return 'held'
    const said = /TransactionConflict|E11000|does not exist/.exec((error as Error).message)?.[0]
    if (!said) throw error
    return { TransactionConflict: 'conflict', E11000: 'duplicate', 'does not exist': 'gone' }[said]!
  }
}

function onModel(model: Model, step: Step): Outcome {
  switch (step.do) {
    case 'begin':
      return model.begin(step.session)
    case 'commit':
      return model.commit(step.session)
    case 'abort':
      return model.isOpen(step.session) ? model.abort(step.session) : 'over'
    case 'expireAll':
      return model.expireAll()
    case 'get':
      return model.get(step.id, step.session)
    case 'insert':
      return model.write(step.id, step.session, true, (before) => (before === null ? step.n : 'duplicate'))
    case 'set':
      return model.write(step.id, step.session, false, () => step.n)
    case 'update':
      return model.write(step.id, step.session, false, (before) => (before === null ? 'missing' : step.n))
    case 'increment':
      return model.write(step.id, step.session, false, (before) => (before === null ? 'missing' : before + 1))
    case 'remove':
      return model.write(step.id, step.session, false, (before) => (before === null ? 'missing' : null))
  }
}

const session = fc.integer({ min: 0, max: 3 })
const sessionOrNone = fc.option(session, { nil: undefined, freq: 3 })
const id = fc.constantFrom(...IDS)
const n = fc.integer({ min: 0, max: 3 })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('begin' as const), session }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('commit' as const, 'commit' as const, 'abort' as const), session }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('get' as const), session: sessionOrNone, id }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constantFrom('insert' as const, 'set' as const, 'update' as const, 'increment' as const), session: sessionOrNone, id, n }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), session: sessionOrNone, id }) },
)
const steps = fc.array(fc.oneof({ weight: 60, arbitrary: step }, { weight: 1, arbitrary: fc.constant<Step>({ do: 'expireAll' }) }), { minLength: 20, maxLength: 120, size: 'max' })

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

test('any interleaving of transactions and plain writes reads, conflicts and ends as snapshot isolation says', () => {
  const seen = new Map<Outcome, number>()
  fc.assert(
    fc.property(steps, (story) => {
      const engine = openEngine({ file: ':memory:', indexes: { things: [{ name: 'by_n', keys: [['n', 1]] }] }, transactionMilliseconds: LIFETIME })
      try {
        engine.createCollection('things')
        const [model, ids] = [new Model(), new Map<number, string>()]
        for (const each of story) {
          // A begun session is not begun again, and what is over is told apart from what never was by its own tests.
          if (each.do === 'begin' && model.isOpen(each.session)) continue
          if (each.do === 'abort' && !model.isOpen(each.session)) continue
          const expected = onModel(model, each)
          expect([each, onEngine(engine, ids, each)]).toEqual([each, expected])
          seen.set(expected, (seen.get(expected) ?? 0) + 1)
        }
        for (const each of IDS) expect([each, String(engine.find('things', { filter: { _id: each } })[0]?.n)]).toEqual([each, model.get(each)])
        expect(verify(engine.sql)).toEqual([])
      } finally {
        engine.close()
      }
    }),
    { numRuns: 300 },
  )
  // The stories must have been eventful, or they prove nothing.
  for (const outcome of ['committed', 'conflict', 'duplicate', 'held', 'gone', 'expired', 'untouched']) expect([outcome, (seen.get(outcome) ?? 0) > 20]).toEqual([outcome, true])
})

test('how a document was is known for as long as somebody may look back, and then forgotten', () => {
  const versions = new Versions()
  versions.note('a', 'first')
  const between = versions.now()
  versions.note('a', 'second')
  versions.note('b', null)
  expect([versions.at('a', 0), versions.at('a', between), versions.at('b', between), versions.at('a', versions.now())]).toEqual(['first', 'second', null, undefined])
  versions.forgetBefore(between)
  expect([versions.at('a', between), versions.hasChangedSince('b', between)]).toEqual(['second', true])
  versions.forgetBefore(Infinity)
  expect([versions.at('a', between), versions.hasChangedSince('a', between)]).toEqual([undefined, false])
})
