import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { openEngine } from '../../local-cloud/engine/openEngine'
import { quietCloud, removeTemporaryDirectories, temporaryDirectory } from './support'

afterAll(removeTemporaryDirectories)

const indexes = { things: [{ name: 'by_n', keys: [['n', 1]] as const }] }

function startGateway(dataDir: string): Promise<{ child: ChildProcess; adminUrl: string; output: () => string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', path.resolve('local-cloud/cli.ts'), '--port', '0', '--data', dataDir, '--no-functions', '--quiet'], { stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  child.stderr.on('data', (chunk) => (text += chunk))
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, adminUrl] = /^ready (http:\S+)$/.exec(line) ?? []
      if (adminUrl) resolve({ child, adminUrl, output: () => text })
    })
    child.on('exit', (code) => reject(new Error(`exit ${code}: ${text}`)))
  })
}

const gone = (child: ChildProcess) => new Promise<void>((resolve) => (child.exitCode !== null || child.signalCode !== null ? resolve() : child.once('exit', () => resolve())))

test('documents, files, messages and the clock are there again after a restart', async () => {
  const dataDir = temporaryDirectory()
  const first = await quietCloud({ dataDir, indexes })
  first.engine.createCollection('things')
  first.engine.insert('things', [{ _id: 'a', n: 1, at: new Date(5) }])
  first.clock.freezeAt(Date.parse('2027-01-01T00:00:00Z'))
  first.acceptMessages('oA', 'T', 2)
  const reply = await fetch(`${first.url}/client/upload?path=a/b.txt`, { method: 'POST', body: 'hello' })
  const { fileID } = (await reply.json()) as { fileID: string }
  await first.close()

  const second = await quietCloud({ dataDir, indexes })
  expect(second.engine.find('things', { filter: { n: 1 } })).toEqual([{ _id: 'a', n: 1, at: new Date(5) }])
  expect(second.clock.now()).toBe(Date.parse('2027-01-01T00:00:00Z'))
  expect(await (await fetch(`${second.url}/client/file?id=${encodeURIComponent(fileID)}`)).text()).toBe('hello')
  await second.close()
})

test('an index added, changed or dropped in the file is built over what is there', () => {
  const file = path.join(temporaryDirectory(), 'documents.db')
  const withIndexes = (keys: [string, 1 | -1][] | null, work: (engine: ReturnType<typeof openEngine>) => void) => {
    const engine = openEngine({ file, indexes: keys ? { things: [{ name: 'by', keys, unique: true }] } : {} })
    work(engine)
    engine.close()
  }
  withIndexes(null, (engine) => {
    // Many collections, because the tables of the 1st and the 11th are named alike.
    for (let i = 0; i < 11; i++) engine.createCollection(i === 0 ? 'things' : `other${i}`)
    engine.insert('things', [{ n: 1, m: 1 }, { n: 2, m: 1 }])
  })
  withIndexes([['n', -1]], (engine) => expect(() => engine.insert('things', [{ n: 2 }])).toThrow(/E11000/))
  expect(() => withIndexes([['m', 1]], () => undefined)).toThrow(/E11000/)
})

test('a second process is not let in', async () => {
  const dataDir = temporaryDirectory()
  const first = await quietCloud({ dataDir })
  await expect(startGateway(dataDir)).rejects.toThrow(/the data is in use by another local cloud/)
  await first.close()
})

test('whatever was acknowledged is there after kill -9, and a transaction is there whole or not at all', async () => {
  const dataDir = temporaryDirectory()
  const acknowledged: string[] = []
  for (let round = 0; round < 2; round++) {
    const { child, adminUrl } = await startGateway(dataDir)
    const ask = async (body: object) => {
      const reply = await fetch(adminUrl, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
      const answer = (await reply.json()) as { code?: string; message?: string; transactionId?: string }
      if (answer.code) throw new Error(answer.message)
      return answer
    }
    if (round === 0) {
      await ask({ action: 'database.addCollection', collectionName: 'things' })
      await ask({ action: 'database.insertDocument', collectionName: 'things', data: ['{"_id":"counter","n":0}'] })
    }
    const write = async (writer: number) => {
      for (let i = 0; ; i++) {
        const id = `r${round}w${writer}i${i}`
        if (writer > 0) await ask({ action: 'database.insertDocument', collectionName: 'things', data: [JSON.stringify({ _id: id, n: i })] })
        else {
          const { transactionId } = await ask({ action: 'database.startTransaction' })
          await ask({ action: 'database.insertDocument', collectionName: 'things', data: [JSON.stringify({ _id: id, counted: true })], transactionId })
          await ask({ action: 'database.modifyDocument', collectionName: 'things', query: '{"_id":"counter"}', data: '{"$inc":{"n":1}}', merge: true, upsert: false, transactionId })
          await ask({ action: 'database.commitTransaction', transactionId })
        }
        acknowledged.push(id)
        if (acknowledged.length === 150 * (round + 1)) child.kill('SIGKILL')
      }
    }
    await Promise.allSettled([0, 1, 2, 3].map(write))
    await gone(child)
  }
  const engine = openEngine({ file: path.join(dataDir, 'documents.db'), indexes })
  const ids = new Set(engine.find('things', { limit: Infinity }).map(({ _id }) => _id))
  expect(acknowledged.filter((id) => !ids.has(id))).toEqual([])
  expect(engine.find('things', { filter: { _id: 'counter' } })[0]!.n).toBe(engine.count('things', { counted: true }))
  engine.close()
})
