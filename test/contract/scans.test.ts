import { setTimeout } from 'node:timers/promises'
import type { Cloud } from '../../local-cloud/start'
import { functionsDirectory, quietCloud, removeTemporaryDirectories, WITH_SDK } from '../local-cloud/support'

let cloud: Cloud

/** Searches where no index helps, each through another call of the SDK; and some that an index leads. */
const SEARCHER = `${WITH_SDK}
const things = db.collection('things')
const searches = {
  get: () => things.where({ owner: 'oSecret', 'deep.path': _.gt(5) }).get(),
  count: () => things.where({ owner: 'oSecret' }).count(),
  update: () => things.where({ owner: 'oSecret' }).update({ data: { seen: true } }),
  remove: () => things.where({ owner: 'oSecret' }).remove(),
  aggregate: () => things.aggregate().match({ owner: 'oSecret' }).count('n').end(),
  indexed: () => things.where({ n: _.gte(0) }).get(),
  wide: () => things.where({ n: _.gte(600), owner: 'oSecret' }).get(),
  deep: () => things.where({ n: _.gte(0) }).orderBy('n', 'asc').skip(900).limit(20).get(),
  two: async () => [await searches.deep(), await searches.indexed()],
  held: () => things.where({ plain: 7, _id: _.neq('x') }).update({ data: { seen: true } }),
}
exports.main = async ({ search }) => (await searches[search](), {})
`

beforeAll(async () => {
  const functionsDir = functionsDirectory({ searcher: { code: SEARCHER }, other: { code: SEARCHER } })
  cloud = await quietCloud({ functionsDir, indexes: { things: [{ name: 'by_n', keys: [['n', 1]] }] } })
  cloud.engine.createCollection('things')
  cloud.engine.insert('things', Array.from({ length: 1200 }, (_, n) => ({ _id: `t${n}`, n, plain: n })))
})
afterAll(async () => {
  await cloud.close()
  removeTemporaryDirectories()
})

const warnings = () => cloud.logs().filter(({ level }) => level === 'warn')
const search = async (name: string, functionName = 'searcher') => {
  const before = warnings().length
  await cloud.invoke(functionName, { search: name }, { openid: 'oPerson' })
  return warnings().slice(before)
}

test.each(['get', 'count', 'update', 'remove', 'aggregate'])('a scan by %s is warned about once, in the name of the function that caused it', async (operation) => {
  const [line, ...more] = await search(operation)
  expect(more).toEqual([])
  expect(line).toMatchObject({ functionName: 'searcher', invocation: cloud.invocations().at(-1)!.id })
  expect(line!.text).toContain(`集合 things 的 ${operation} 看了 1200 条文档，得到 0 条；查询字段：owner${operation === 'get' ? '、deep.path' : ''}。请在 store/indexes.json 里为这些字段声明索引`)
})

test.each([
  ['wide', '看了 600 条文档，得到 0 条；查询字段：n、owner；索引：by_n'],
  ['deep', '看了 920 条文档，得到 20 条；查询字段：n；索引：by_n'],
])('what looks at much more than it gives is warned about though an index leads it: %s', async (name, words) => {
  const [line, ...more] = await search(name)
  expect([line?.functionName, more]).toEqual(['searcher', []])
  expect(line!.text).toContain(`看得太多 (looks at too much): 集合 things 的 get ${words}。`)
})

test('the report of a call adds up what its queries looked at and gave', async () => {
  await search('two')
  expect(cloud.invocations().at(-1)).toMatchObject({ databaseCalls: 2, documentsExamined: 1020, documentsReturned: 120 })
})

test('of what was looked for, no value is written down', () => expect(JSON.stringify(cloud.logs())).not.toContain('oSecret'))

test('what an index serves is not warned about', async () => expect(await search('indexed')).toEqual([]))

test('each function is warned in its own name, also after a wait for a transaction', async () => {
  const transaction = cloud.engine.begin()
  cloud.engine.update('things', { filter: { _id: 't7' }, operations: { $set: { held: true } } }, transaction)
  const waiting = search('held', 'other')
  const byOther = () => warnings().filter(({ functionName }) => functionName === 'other')
  while (byOther().length === 0) await setTimeout(5)
  await search('get')
  cloud.engine.commit(transaction)
  await waiting
  // It looked twice: before the wait and after it.
  const { id } = cloud.invocations().find(({ functionName }) => functionName === 'other')!
  expect(byOther().map(({ invocation, text }) => [invocation, text.includes('plain、_id')])).toEqual([[id, true], [id, true]])
})
