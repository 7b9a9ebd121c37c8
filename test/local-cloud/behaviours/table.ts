import { EJSON } from 'bson'
import { openClock } from '../../../local-cloud/clock'
import type { Document } from '../../../local-cloud/engine/document'
import type { GeoIndexDefinition, IndexDefinition, IndexDefinitions } from '../../../local-cloud/engine/indexes'
import { openEngine } from '../../../local-cloud/engine/openEngine'
import { databaseActions } from '../../../local-cloud/gateway/databaseActions'

type Keys = IndexDefinition['keys'] | GeoIndexDefinition['keys']
type Find = { readonly find: Document; readonly sort?: Readonly<Record<string, 1 | -1>>; readonly skip?: number; readonly limit?: number; readonly projection?: Document }
/** Of the documents that fit `where`, the first; all of them with `multi`. What is expected is the whole collection afterwards. */
type Update = { readonly update: Document; readonly where?: Document; readonly multi?: boolean }
type Aggregate = { readonly aggregate: readonly Document[] }

export type Behaviour = {
  /** The documented rule, as a sentence. */
  readonly title: string
  /** The page that says so: `manual: $push`. */
  readonly manual: string
  readonly documents: readonly Document[]
  /** Other collections, by name; the one asked is `things`. */
  readonly others?: Readonly<Record<string, readonly Document[]>>
  /** The row is run without this index and with it; every collection has it. */
  readonly index?: Keys
  /** This index is always there, because the request needs it. */
  readonly declared?: Keys
} & (Find | Update | Aggregate) &
  ({ readonly expect: readonly Document[] } | { readonly error: RegExp; readonly code?: string })

export const NOW = Date.UTC(2027, 4, 1)
const toWire = (value: unknown): string => EJSON.stringify(value as object, undefined, undefined, { relaxed: false })
/** Key order counts, so documents are compared as texts. */
const texts = (documents: readonly Document[]): string[] => documents.map((document) => EJSON.stringify(document, undefined, undefined, { relaxed: true }))
const fromWire = (list: readonly string[]): string[] => texts(list.map((text) => EJSON.parse(text) as Document))

/** Each row through the wire's own actions: EJSON in, EJSON out. */
export function describeBehaviours(name: string, rows: readonly Behaviour[]): void {
  const runs = rows.flatMap((row): [string, Behaviour, Keys | undefined][] => {
    const title = `${row.title} (${row.manual})`
    return row.index ? [[title, row, undefined], [`${title}, with an index`, row, row.index]] : [[title, row, row.declared]]
  })
  describe(name, () => {
    test.each(runs)('%s', async (_title, row, index) => {
      const answer = ask(row, index)
      if ('error' in row) await expect(answer).rejects.toMatchObject({ code: row.code ?? 'DATABASE_REQUEST_FAILED', message: expect.stringMatching(row.error) as string })
      // Which order an index brings without a sort is nobody's promise.
      else if ('find' in row && !row.sort && row.index && index) expect((await answer).sort()).toEqual(texts(row.expect).sort())
      else expect(await answer).toEqual(texts(row.expect))
    })
  })
}

async function ask(row: Behaviour, index: Keys | undefined): Promise<string[]> {
  const names = ['things', ...Object.keys(row.others ?? {})]
  const engine = openEngine({ file: ':memory:', indexes: index ? (Object.fromEntries(names.map((name) => [name, [{ name: 'by', keys: index }]])) as IndexDefinitions) : {} })
  const clock = openClock(null)
  clock.freezeAt(NOW)
  const actions = databaseActions(engine, clock)
  const act = async (action: string, body: Document): Promise<Document> => (await actions[action]!({ action, collectionName: 'things', ...body }, undefined)).data as Document
  try {
    for (const [collectionName, documents] of Object.entries({ things: row.documents, ...row.others })) {
      engine.createCollection(collectionName)
      if (documents.length) await act('database.insertDocument', { collectionName, data: documents.map(toWire) })
    }
    return await request(row, act)
  } finally {
    engine.close()
  }
}

type Act = (action: string, body: Document) => Promise<Document>

async function request(row: Behaviour, act: Act): Promise<string[]> {
  if ('update' in row) {
    await act('database.modifyDocument', { query: toWire(row.where ?? {}), queryType: 'WHERE', data: toWire(row.update), multi: row.multi === true, merge: true, upsert: false })
    return fromWire((await act('database.getDocument', { queryType: 'WHERE', query: '{}', limit: 1000 })).list as string[])
  }
  if ('aggregate' in row) {
    const stages = row.aggregate.map((stage) => Object.entries(stage)[0]!).map(([stageKey, value]) => ({ stageKey, stageValue: value !== null && typeof value === 'object' ? toWire(value) : JSON.stringify(value) }))
    return fromWire((await act('database.aggregateDocuments', { stages })).list as string[])
  }
  const { find, sort, skip, limit = 1000, projection } = row
  const body = { queryType: 'WHERE', query: toWire(find), limit, ...(skip !== undefined && { offset: skip }), ...(sort && { order: toWire(sort) }), ...(projection && { projection: toWire(projection) }) }
  return fromWire((await act('database.getDocument', body)).list as string[])
}
