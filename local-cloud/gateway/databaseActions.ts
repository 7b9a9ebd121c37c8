import type { Clock } from '../clock'
import { invalidParameter } from '../errors'
import { decode, decodeDocument, encode, type Document } from '../engine/document'
import type { Stage } from '../engine/aggregate'
import type { KeyPart } from '../engine/key'
import type { Engine } from '../engine/openEngine'
import type { AdminAction, AdminBody } from './actions'

const DEFAULT_LIMIT = 100
const LIMIT_MAX = 1000

/** The wire's database actions, each a thin translation to one call of the engine. */
export function databaseActions(engine: Engine, clock: Clock): Record<string, AdminAction> {
  const serverDate = (offset: number) => new Date(clock.now() + offset)

  /** Outside a transaction a write waits for whoever holds the document. */
  const writing = <T>(body: AdminBody, write: (transactionId?: string) => T): T | Promise<T> => {
    const transactionId = optionalText(body, 'transactionId')
    return transactionId === undefined ? engine.whenUnlocked(() => write()) : write(transactionId)
  }

  return {
    'database.addCollection': (body) => {
      engine.createCollection(collectionName(body))
      return { data: {} }
    },

    'database.insertDocument': async (body) => {
      if (!Array.isArray(body.data)) throw invalidParameter('data must be an array of documents')
      const documents = body.data.map((text) => decodeDocument(String(text), serverDate))
      return { data: { insertedIds: await writing(body, (transactionId) => engine.insert(collectionName(body), documents, transactionId)) } }
    },

    'database.getDocument': (body) => {
      const limit = Math.min(count(body, 'limit') || DEFAULT_LIMIT, LIMIT_MAX)
      const skip = count(body, 'offset') ?? 0
      const projection = optionalText(body, 'projection')
      const options = { filter: query(body), sort: order(body), skip, limit, ...(projection === undefined ? {} : { projection: decodeDocument(projection) }) }
      const list = engine.findTexts(collectionName(body), options, optionalText(body, 'transactionId'))
      return { data: { list, offset: skip, limit } }
    },

    'database.calculateDocument': (body) => ({ data: { total: engine.count(collectionName(body), query(body)) } }),

    'database.modifyDocument': async (body) => {
      const text = optionalText(body, 'data')
      if (text === undefined) throw invalidParameter('data is missing')
      const change = body.merge === true ? 'operations' : 'replacement'
      const { updated, upsertedId } = await writing(body, (transactionId) =>
        engine.update(
          collectionName(body),
          // Decoded anew for each try, because a document keeps parts of what it was given.
          { filter: query(body), [change]: decodeDocument(text, serverDate), multi: body.multi === true, upsert: body.upsert === true },
          transactionId,
        ),
      )
      return { data: { updated, upsert_id: upsertedId } }
    },

    'database.removeDocument': async (body) => {
      const options = { filter: query(body), multi: body.multi === true }
      return { data: { deleted: await writing(body, (transactionId) => engine.remove(collectionName(body), options, transactionId)) } }
    },

    'database.aggregateDocuments': (body) => {
      if (!Array.isArray(body.stages)) throw invalidParameter('stages must be an array')
      const stages = (body.stages as { stageKey: string; stageValue: string }[]).map(({ stageKey, stageValue }): Stage => ({ name: stageKey, value: decode(stageValue) }))
      return { data: { list: engine.aggregate(collectionName(body), stages).map(encode) } }
    },

    'database.startTransaction': () => ({ transactionId: engine.begin() }),

    'database.commitTransaction': (body) => {
      engine.commit(text(body, 'transactionId'))
      return { data: {} }
    },

    'database.abortTransaction': (body) => {
      engine.abort(text(body, 'transactionId'))
      return { data: {} }
    },
  }
}

const collectionName = (body: AdminBody) => text(body, 'collectionName')

function text(body: AdminBody, name: string): string {
  const value = optionalText(body, name)
  if (value === undefined || value === '') throw invalidParameter(`${name} is missing`)
  return value
}

function optionalText(body: AdminBody, name: string): string | undefined {
  const value = body[name]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') throw invalidParameter(`${name} must be a string`)
  return value
}

function count(body: AdminBody, name: string): number | undefined {
  const value = body[name]
  if (value === undefined) return undefined
  if (!Number.isInteger(value) || (value as number) < 0) throw invalidParameter(`${name} must be a whole number`)
  return value as number
}

function query(body: AdminBody): Document {
  const value = optionalText(body, 'query')
  return value === undefined ? {} : decodeDocument(value)
}

function order(body: AdminBody): KeyPart[] {
  const value = optionalText(body, 'order')
  return value === undefined ? [] : Object.entries(decodeDocument(value)).map(([path, direction]) => [path, direction === -1 ? -1 : 1])
}
