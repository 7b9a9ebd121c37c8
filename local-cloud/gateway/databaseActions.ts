import type { Clock } from '../clock'
import { invalidParameter, writeFailed } from '../errors'
import { decode, decodeDocument, encode, isPlainObject, type ServerDate } from '../engine/document'
import type { Stage } from '../engine/aggregate/stage'
import type { Engine } from '../engine/openEngine'
import type { AdminAction, AdminBody } from './actions'
import { flag, limit, offset, optionalText, order, projection, query, text, transactionOfDocument, wrongType } from './parameters'

/** The wire's database actions, each a thin translation to one call of the engine. */
export function databaseActions(engine: Engine, clock: Clock): Record<string, AdminAction> {
  const serverDate = (milliseconds: number) => new Date(clock.now() + milliseconds)

  /** Outside a transaction a write waits for whoever holds the document. */
  const writing = <T>(transactionId: string | undefined, write: () => T): T | Promise<T> => (transactionId === undefined ? engine.whenUnlocked(write) : write())

  return {
    'database.addCollection': (body) => {
      engine.createCollection(collectionName(body))
      return { data: {} }
    },

    'database.insertDocument': async (body) => {
      if (!Array.isArray(body.data) || body.data.length === 0) throw wrongType('data', '非空数组', 'a nonempty array')
      const documents = body.data.map((item: unknown) => {
        if (typeof item !== 'string') throw wrongType('data', '文档的 EJSON', 'the EJSON of documents')
        return decodeDocument(item, serverDate)
      })
      const transactionId = optionalText(body, 'transactionId')
      return { data: { insertedIds: await writing(transactionId, () => engine.insert(collectionName(body), documents, transactionId)) } }
    },

    'database.getDocument': (body) => {
      const page = { skip: offset(body), limit: limit(body) }
      const list = engine.findTexts(collectionName(body), { filter: query(body, serverDate), sort: order(body), ...page, ...projection(body, serverDate) }, transactionOfDocument(body))
      return { data: { list, offset: page.skip, limit: page.limit } }
    },

    'database.calculateDocument': (body) => {
      transactionOfDocument(body)
      return { data: { total: engine.count(collectionName(body), query(body, serverDate)) } }
    },

    'database.modifyDocument': async (body) => {
      const change = flag(body, 'merge') ? 'operations' : 'replacement'
      const data = text(body, 'data')
      if (change === 'replacement' && flag(body, 'multi')) throw writeFailed('multi update is not supported for replacement-style update')
      const transactionId = transactionOfDocument(body)
      const { updated, upsertedId } = await writing(transactionId, () =>
        engine.update(
          collectionName(body),
          // Decoded anew for each try, because a document keeps parts of what it was given.
          { filter: query(body, serverDate), [change]: decodeDocument(data, serverDate), multi: flag(body, 'multi'), upsert: flag(body, 'upsert') },
          transactionId,
        ),
      )
      return { data: { updated, upsert_id: upsertedId } }
    },

    /** Only the SDK below wx-server-sdk asks for this: the first that fits, as it is after the update. */
    'database.modifyAndReturnDoc': async (body) => {
      const data = text(body, 'data')
      const transactionId = transactionOfDocument(body)
      return writing(transactionId, () => {
        const name = collectionName(body)
        const [found] = engine.findTexts(name, { filter: query(body, serverDate), limit: 1 }, transactionId)
        if (found === undefined) return { data: { updated: 0, doc: null } }
        const filter = { _id: decodeDocument(found)._id }
        const { updated } = engine.update(name, { filter, operations: decodeDocument(data, serverDate) }, transactionId)
        return { data: { updated, doc: engine.findTexts(name, { filter }, transactionId)[0] } }
      })
    },

    'database.removeDocument': async (body) => {
      const transactionId = transactionOfDocument(body)
      const filter = query(body, serverDate)
      // The real cloud's words. It keeps a forgotten `where` from emptying the collection.
      if (Object.keys(filter).length === 0) throw invalidParameter("param.query can't be empty")
      const options = { filter, multi: flag(body, 'multi') }
      return { data: { deleted: await writing(transactionId, () => engine.remove(collectionName(body), options, transactionId)) } }
    },

    'database.aggregateDocuments': (body) => {
      transactionOfDocument(body)
      return { data: { list: engine.aggregate(collectionName(body), stages(body, serverDate), serverDate(0)).map(encode) } }
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

function stages(body: AdminBody, serverDate: ServerDate): Stage[] {
  if (!Array.isArray(body.stages)) throw wrongType('stages', '数组', 'an array')
  return body.stages.map((stage: unknown) => {
    if (!isPlainObject(stage)) throw wrongType('stages', '阶段的数组', 'an array of stages')
    return { name: text(stage, 'stageKey'), value: decode(text(stage, 'stageValue'), serverDate) }
  })
}
