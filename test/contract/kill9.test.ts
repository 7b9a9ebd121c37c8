import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { openEngine, type Engine } from '../../local-cloud/engine/openEngine'
import type { IndexDefinitions } from '../../local-cloud/engine/indexes'
import { verify } from '../../local-cloud/engine/verify'
import { gone, spawnGateway, startGateway } from '../local-cloud/gatewayProcess'
import { removeTemporaryDirectories, temporaryDirectory } from '../local-cloud/support'

/** The gateway is killed at random moments in the midst of all kinds of writes; after each kill the data must be whole. */
const ROUNDS = 10
const GROUP = 15
const ACCOUNTS = ['left', 'right'] as const
const TOTAL = 1000

const INDEXES: IndexDefinitions = {
  things: [{ name: 'by_n', keys: [['n', 1]] }, { name: 'by_no', keys: [['no', 1]], unique: true }, { name: 'by_tag', keys: [['tags', 1], ['n', -1]] }],
}
const dataDir = temporaryDirectory()
const project = temporaryDirectory()
/** What was answered with success, and must be there. */
const acknowledged = { inserted: new Set<string>(), removed: new Set<string>(), moved: new Set<string>(), uploaded: new Map<string, string>(), touched: 0 }

const done = (): readonly number[] => [acknowledged.inserted.size, acknowledged.removed.size, acknowledged.moved.size, acknowledged.uploaded.size, acknowledged.touched]

const declare = (indexes: IndexDefinitions): void => {
  mkdirSync(path.join(project, 'store'), { recursive: true })
  writeFileSync(path.join(project, 'store/indexes.json'), JSON.stringify(indexes))
}

beforeAll(() => {
  declare(INDEXES)
  const engine = openEngine({ file: path.join(dataDir, 'documents.db'), indexes: INDEXES })
  for (const name of ['things', 'accounts', 'moves', 'group']) engine.createCollection(name)
  engine.insert('accounts', ACCOUNTS.map((_id) => ({ _id, n: TOTAL / 2, moves: 0 })))
  engine.insert('group', Array.from({ length: GROUP }, (_, i) => ({ _id: i, group: 'g', touched: 0 })))
  engine.close()
})
afterAll(removeTemporaryDirectories)

type Answer = { readonly code?: string; readonly message?: string; readonly transactionId?: string }
type Ask = (action: string, body: object) => Promise<Answer>

const asking =
  (adminUrl: string): Ask =>
  async (action, body) => {
    const reply = await fetch(adminUrl, { method: 'POST', body: JSON.stringify({ action: `database.${action}`, ...body }), headers: { 'content-type': 'application/json' } })
    const answer = (await reply.json()) as Answer
    if (answer.code) throw Object.assign(new Error(answer.message), { code: answer.code })
    return answer
  }

const unlessConflict = (error: { code?: string }): void => {
  if (error.code !== 'DATABASE_TRANSACTION_CONFLICT') throw error
}

/** Each goes on until the gateway is gone. `i` never comes twice. */
const writers = (ask: Ask, url: string, name: string): ((i: number) => Promise<void>)[] => {
  const byId = (_id: string) => ({ query: JSON.stringify({ _id }), queryType: 'DOC' })
  const insert = (i: number) => {
    const _id = `${name}i${i}`
    return { _id, done: ask('insertDocument', { collectionName: 'things', data: [JSON.stringify({ _id, no: _id, n: i % 7, tags: [`a${i % 3}`, `b${i % 4}`], text: '文字'.repeat(200) })] }) }
  }
  const move = async (i: number) => {
    const { transactionId } = await ask('startTransaction', {})
    const [from, to] = i % 2 ? ACCOUNTS : [...ACCOUNTS].reverse()
    const change = (account: string, by: number) => ask('modifyDocument', { collectionName: 'accounts', ...byId(account), data: JSON.stringify({ $inc: { n: by, moves: 1 } }), merge: true, upsert: false, transactionId })
    await change(from, -3)
    await change(to, 3)
    await ask('insertDocument', { collectionName: 'moves', data: [JSON.stringify({ _id: `${name}m${i}` })], transactionId })
    await ask('commitTransaction', { transactionId })
    acknowledged.moved.add(`${name}m${i}`)
  }
  return [
    async (i) => {
      const { _id, done } = insert(i)
      await done
      acknowledged.inserted.add(_id)
    },
    async (i) => {
      const { _id, done } = insert(100_000 + i)
      await done
      await ask('removeDocument', { collectionName: 'things', ...byId(_id), multi: false })
      acknowledged.removed.add(_id)
    },
    (i) => move(i).catch(unlessConflict),
    (i) => move(100_000 + i).catch(unlessConflict),
    async () => {
      await ask('modifyDocument', { collectionName: 'group', query: '{"group":"g"}', queryType: 'WHERE', data: '{"$inc":{"touched":1}}', merge: true, multi: true, upsert: false })
      acknowledged.touched++
    },
    async (i) => {
      const [cloudPath, content] = [`photos/${i % 5}/${name}f${i}.txt`, `${name} ${i} `.repeat(500)]
      const reply = await fetch(`${url}/client/upload?path=${encodeURIComponent(cloudPath)}`, { method: 'POST', body: content })
      if (!reply.ok) throw new Error(await reply.text())
      acknowledged.uploaded.set(cloudPath, content)
    },
  ]
}

function assertWhole(engine: Engine): void {
  const ids = (collection: string) => new Set(engine.find(collection, { limit: Infinity }).map(({ _id }) => _id))
  expect(verify(engine.sql)).toEqual([])
  const things = ids('things')
  expect([...acknowledged.inserted].filter((id) => !things.has(id))).toEqual([])
  expect([...acknowledged.removed].filter((id) => things.has(id))).toEqual([])
  const moves = ids('moves')
  expect([...acknowledged.moved].filter((id) => !moves.has(id))).toEqual([])
  const accounts = engine.find('accounts')
  // A transaction is there whole or not at all: money is neither made nor lost, and every move was counted on both sides.
  expect(accounts.reduce((sum, { n }) => sum + (n as number), 0)).toBe(TOTAL)
  expect(accounts.map(({ moves: count }) => count)).toEqual(ACCOUNTS.map(() => moves.size))
  const touched = new Set(engine.find('group').map((each) => each.touched as number))
  expect(touched.size).toBe(1)
  expect([...touched][0]!).toBeGreaterThanOrEqual(acknowledged.touched)
  assertFiles(engine)
}

function assertFiles(engine: Engine): void {
  const files = new Map(engine.sql.prepare('SELECT path, location FROM files').all([]).map(([cloudPath, location]) => [cloudPath as string, location as string]))
  for (const [cloudPath, content] of acknowledged.uploaded) expect([cloudPath, readFileSync(path.join(dataDir, 'storage', files.get(cloudPath)!), 'utf8') === content]).toEqual([cloudPath, true])
  for (const location of files.values()) expect(readFileSync(path.join(dataDir, 'storage', location)).length).toBeGreaterThan(0)
}

const reopened = (work: (engine: Engine) => void): void => {
  const engine = openEngine({ file: path.join(dataDir, 'documents.db'), indexes: INDEXES })
  try {
    work(engine)
  } finally {
    engine.close()
  }
}

test(`after each of ${ROUNDS} kills at random moments every acknowledged write is there, and nothing is there by half`, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { child, adminUrl } = await startGateway(dataDir, project)
    const ended = gone(child)
    const work = writers(asking(adminUrl), new URL(adminUrl).origin, `r${round}`).map(async (write) => {
      for (let i = 0; child.exitCode === null && child.signalCode === null; i++) await write(i)
    })
    const all = Promise.allSettled(work)
    // On a slow machine a round goes on until it was busy: two of each.
    const before = done()
    while (child.exitCode === null && child.signalCode === null && done().some((count, kind) => count < before[kind]! + 2)) await setTimeout(20)
    await setTimeout(Math.random() * 400)
    child.kill('SIGKILL')
    await ended
    for (const outcome of await all) if (outcome.status === 'rejected') expect(String(outcome.reason)).toMatch(/fetch failed|terminated|other side closed/)
    reopened(assertWhole)
  }
  // The rounds must have been busy, or they prove nothing.
  for (const count of done()) expect(count).toBeGreaterThan(ROUNDS)
}, 240_000)

test('killed while it starts and builds an index anew, it loses nothing and builds it the next time', async () => {
  for (const delay of [0.35, 0.5, 0.65, 0.8, 1]) {
    declare({ things: [...INDEXES.things!, { name: 'by_text', keys: [['text', 1], ['n', delay > 0.6 ? 1 : -1]] }] })
    const startedAt = Date.now()
    const { child } = await startGateway(dataDir, project)
    const startMilliseconds = Date.now() - startedAt
    child.kill('SIGKILL')
    await gone(child)
    // Without the index again, then killed somewhere on the way to it.
    reopened(assertWhole)
    const early = spawnGateway(dataDir, project)
    await setTimeout(startMilliseconds * delay)
    early.kill('SIGKILL')
    await gone(early)
    reopened(assertWhole)
  }
}, 120_000)
