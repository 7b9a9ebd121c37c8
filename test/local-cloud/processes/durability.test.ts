import path from 'node:path'
import { openEngine } from '../../../local-cloud/engine/openEngine'
import { startGateway } from '../gatewayProcess'
import { quietCloud, removeTemporaryDirectories, temporaryDirectory } from '../support'

afterAll(removeTemporaryDirectories)

const indexes = { things: [{ name: 'by_n', keys: [['n', 1]] as const }] }

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
