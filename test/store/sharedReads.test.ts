import { COLLECTION_NAMES } from '../../store/collections'
import { sharedReads } from '../../store/sharedReads'
import { openStore } from '../../store/store'
import { openEngineDatabase } from '../support/engineDatabase'

function shared() {
  const { database, life, engine } = openEngineDatabase(COLLECTION_NAMES)
  const head = (seq: number) => ({ _id: 'demo', townId: 'demo', seq, hash: '' })
  engine.insert('ledgerHeads', [head(1)])
  const store = openStore(database)
  return { store, life, head, reads: sharedReads(store) }
}

test('the same question is asked once, also by two at the same time; another one is another', async () => {
  const { reads, life } = shared()
  const where = { townId: 'demo' }
  await Promise.all([reads.get('ledgerHeads', 'demo'), reads.get('ledgerHeads', 'demo')])
  expect([await reads.get('ledgerHeads', 'demo'), life.calls()]).toEqual([{ _id: 'demo', townId: 'demo', seq: 1, hash: '' }, 1])
  await reads.find('ledgerHeads', { where, limit: 1 })
  await reads.find('ledgerHeads', { where, limit: 1 })
  await reads.find('ledgerHeads', { where, limit: 1, fields: ['seq'] })
  await reads.findAll('ledgerHeads', { where })
  await reads.findAll('ledgerHeads', { where })
  await reads.count('ledgerHeads', where)
  await reads.count('ledgerHeads', where)
  for (const after of [undefined, undefined, { value: 1, id: null, kept: [] }]) await reads.page('ledgerHeads', { where, orderBy: [['seq', 'asc']] }, 1, after)
  expect(life.calls()).toBe(7)
})

test('what is written is read as it is now, whichever way it was written', async () => {
  const { reads, head } = shared()
  const seq = async () => (await reads.get('ledgerHeads', 'demo'))?.seq
  expect(await seq()).toBe(1)
  await reads.set('ledgerHeads', head(2))
  expect(await seq()).toBe(2)
  await reads.transaction(async (transaction) => transaction.set('ledgerHeads', head(3)))
  expect(await seq()).toBe(3)
  await expect(reads.transaction(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  await reads.update('ledgerHeads', { _id: 'demo' }, { set: { seq: 4 } })
  expect(await seq()).toBe(4)
  await reads.remove('ledgerHeads', 'demo')
  expect(await seq()).toBeUndefined()
})

test('an invocation after it knows nothing of it: what has changed is seen', async () => {
  const { store, reads, head } = shared()
  await reads.get('ledgerHeads', 'demo')
  await store.set('ledgerHeads', head(2))
  expect((await sharedReads(store).get('ledgerHeads', 'demo'))?.seq).toBe(2)
})
