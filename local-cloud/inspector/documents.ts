import { decodeDocument, encode, isPlainObject, type Document, type Value } from '../engine/document'
import type { KeyPart } from '../engine/key'
import type { Engine } from '../engine/openEngine'
import { CloudError } from '../errors'
import { HttpRefusal } from '../gateway/http'

const PAGE = 50
const TEXT_SHOWN = 200

/** One page of a query typed in by hand, each document cut down to a line, and the plan by which it was found. */
export function documentsPage(engine: Engine, asked: URLSearchParams) {
  return refusing(() => {
    const name = asked.get('collection') ?? ''
    const query = { filter: filterOf(asked.get('filter')), sort: sortOf(asked), skip: skipOf(asked) }
    const found = engine.find(name, { ...query, limit: PAGE + 1 })
    return { documents: found.slice(0, PAGE).map(lineOf), hasMore: found.length > PAGE, skip: query.skip, plan: engine.explain(name, { ...query, limit: PAGE }) }
  })
}

/** The whole document, in the stored form. An id in an address is a text, so a number is looked for second. */
export function wholeDocument(engine: Engine, asked: URLSearchParams): unknown {
  return refusing(() => {
    const id = asked.get('id') ?? ''
    for (const _id of [id, ...(id.trim() === '' || Number.isNaN(Number(id)) ? [] : [Number(id)])]) {
      const [text] = engine.findTexts(asked.get('collection') ?? '', { filter: { _id }, limit: 1 })
      if (text !== undefined) return JSON.parse(text) as unknown
    }
    throw new HttpRefusal(404, '没有这份文档，可能已被删除 (no such document)')
  })
}

export const skipOf = (asked: URLSearchParams): number => Math.max(0, Math.floor(Number(asked.get('skip')) || 0))

function filterOf(text: string | null): Document {
  if (!text?.trim()) return {}
  try {
    JSON.parse(text)
  } catch (error) {
    throw new HttpRefusal(400, `条件不是 JSON：键和文字都要用双引号。${(error as Error).message}`)
  }
  return decodeDocument(text)
}

const sortOf = (asked: URLSearchParams): KeyPart[] => {
  const path = asked.get('sort')?.trim()
  return path ? [[path, asked.get('order') === 'desc' ? -1 : 1]] : []
}

/** What a table can show of a document: long texts cut, lists and objects only counted. */
const lineOf = (document: Document): unknown => JSON.parse(encode(Object.fromEntries(Object.entries(document).map(([key, value]) => [key, key === '_id' ? value : briefly(value)]))))

function briefly(value: Value): Value {
  if (typeof value === 'string') return value.slice(0, TEXT_SHOWN)
  if (Array.isArray(value)) return { $items: value.length }
  return isPlainObject(value) ? { $fields: Object.keys(value).length } : value
}

/** The engine's refusal is an answer to what was typed, shown beside it. */
function refusing<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof CloudError)) throw error
    throw error.code === 'DATABASE_COLLECTION_NOT_EXIST' ? new HttpRefusal(404, '没有这个集合 (no such collection)') : new HttpRefusal(400, error.message)
  }
}
