import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openEngine, type Engine } from '../../local-cloud/engine/openEngine'

/** What somebody who copies the data folder finds in its bytes of documents as they were before. */
let folder: string
let engine: Engine
const file = () => path.join(folder, 'documents.db')
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'remains-'))
  engine = openEngine({ file: file(), indexes: { urns: [{ name: 'by_survey', keys: [['surveyId', 1]] }] } })
  for (const name of ['urns', 'households']) engine.createCollection(name)
})
afterEach(() => {
  engine.close()
  rmSync(folder, { recursive: true, force: true })
})

const bytesOf = () => readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'latin1')).join('\n')
const timesIn = (bytes: string, text: string) => bytes.split(text).length - 1
const idsOf = (count: number) => Array.from({ length: count }, (_, index) => `ballot-${String(index).padStart(3, '0')}-of-chance`)

/** As ballots come in: each rewrites the urn, and marks the household in the same transaction. */
function vote(ids: readonly string[]): void {
  engine.insert('urns', [{ _id: 'urn', surveyId: 'survey', ballots: [], phones: { 'pseudonym-of-a-phone': 1 } }])
  engine.insert('households', ids.map((_, index) => ({ _id: `home-${index}`, spentIn: [] })))
  ids.forEach((id, index) => {
    const transaction = engine.begin()
    engine.update('urns', { filter: { _id: 'urn' }, operations: { $push: { ballots: { id, answers: '54321' } } } }, transaction)
    engine.update('households', { filter: { _id: `home-${index}` }, operations: { $set: { spentIn: ['survey'] } } }, transaction)
    engine.commit(transaction)
  })
  engine.update('urns', { filter: { _id: 'urn' }, operations: { $set: { phones: {} } } })
}

test('after a beat the folder holds each ballot once, and nothing of the order in which they came', () => {
  const ids = idsOf(80)
  vote(ids)
  // While nothing has been emptied, every state in between can be read: this is what the beat ends.
  expect(timesIn(bytesOf(), ids[0]!)).toBeGreaterThan(1)
  engine.forgetLog()
  const bytes = bytesOf()
  expect(ids.map((id) => timesIn(bytes, id))).toEqual(ids.map(() => 1))
  expect(timesIn(bytes, 'pseudonym-of-a-phone')).toBe(0)
})

test('what was deleted cannot be read from the file any more', () => {
  engine.insert('households', idsOf(500).map((_id) => ({ _id, label: `label of ${_id}`.repeat(20) })))
  engine.remove('households', { filter: {}, multi: true })
  engine.forgetLog()
  expect(timesIn(bytesOf(), 'label of')).toBe(0)
})

test('a cloud that was killed leaves no more than one that was closed, once it is opened again', () => {
  const ids = idsOf(20)
  vote(ids)
  const killed = path.join(folder, 'killed.db')
  // As the disk stood at that moment: the file and its log.
  for (const end of ['', '-wal']) if (existsSync(file() + end)) copyFileSync(file() + end, killed + end)
  const again = openEngine({ file: killed })
  try {
    const bytes = ['', '-wal'].map((end) => (existsSync(killed + end) ? readFileSync(killed + end, 'latin1') : '')).join('\n')
    expect(ids.map((id) => timesIn(bytes, id))).toEqual(ids.map(() => 1))
  } finally {
    again.close()
  }
})
