import { COLLECTION_NAMES } from '../../store/collections'
import type { Filter } from '../../store/database'
import { fits } from '../../store/fits'
import { openEngineDatabase } from '../support/engineDatabase'

const DOCUMENTS = [{ _id: 'a', n: 1, state: 'filed' }, { _id: 'b', n: 0, state: 'closed', yes: true }, { _id: 'c', n: null, state: null }, { _id: 'd', n: 'text' }, { _id: 'e', n: 5, yes: false }]
const FILTERS: readonly Filter[] = [
  {}, { state: 'filed' }, { state: { in: ['filed', 'closed'] } }, { yes: true }, { yes: false }, { n: { gt: 0 } }, { n: { gte: 1, lt: 5 } }, { n: { lte: 0 } }, { n: { gt: 'a' } }, { n: { not: null } }, { state: 'filed', n: { gt: 1 } }, { state: { in: [] } },
]

test.each(FILTERS)('a document that is here fits %j just where the database would find it', async (where) => {
  const { database, engine } = openEngineDatabase(COLLECTION_NAMES)
  engine.insert('counters', DOCUMENTS)
  const found = await database.find<{ _id: string }>('counters', { where, limit: 10 })
  expect(DOCUMENTS.filter((document) => fits(document, where)).map(({ _id }) => _id)).toEqual(found.map(({ _id }) => _id).sort())
})
