import { now } from './cloud.js'
import { hint, make, table } from './dom.js'
import { fullTime, isInstant, shortTime } from './time.js'

const COLUMNS = 5
const SLOW = 1000
const isObject = (value) => value !== null && typeof value === 'object'

/** The fields that tell documents apart, plain values before lists and objects, in the order they were written. */
function columnsOf(documents) {
  const names = [...new Set(documents.flatMap(Object.keys))].filter((name) => name !== '_id')
  const worth = new Map(names.map((name) => [name, worthOf(documents.map((document) => document[name]))]))
  const chosen = new Set([...names].sort((a, b) => worth.get(b) - worth.get(a)).slice(0, COLUMNS))
  return names.filter((name) => chosen.has(name))
}

function worthOf(values) {
  const filled = values.filter((value) => value !== undefined && value !== null && value !== 0 && value !== false && value !== '')
  const plain = filled.filter((value) => !isObject(value) || '$date' in value)
  const isVaried = new Set(plain.map((value) => JSON.stringify(value))).size > 1
  return (plain.length + filled.length / 100) * (isVaried || values.length === 1 ? 1 : 0.1)
}

export function documentsTable(name, documents, addressOf) {
  const columns = columnsOf(documents)
  const rows = documents.map((document) => [make('a', { href: addressOf(document._id), class: 'mono' }, String(document._id)), ...columns.map((column) => cell(document[column]))])
  return table(`${name} 的文档`, ['_id', ...columns], rows, 'documents')
}

function cell(value) {
  if (value === undefined) return ''
  if (value === null) return make('span', { class: 'null' }, 'null')
  if (typeof value === 'number' && isInstant(value)) return make('span', { title: `${fullTime(value)}（${value}）` }, shortTime(value, now()))
  if (!isObject(value)) return make('span', { title: String(value) }, String(value))
  if ('$date' in value) return make('span', { title: fullTime(value.$date) }, shortTime(value.$date, now()))
  const [count] = Object.values(value)
  return make('span', { class: 'null' }, '$items' in value ? `[${count} 项]` : '$fields' in value ? `{${count} 个字段}` : JSON.stringify(value))
}

/** By which way the engine found them; a scan is named one, for on the real cloud it costs the user's time. */
export function planOf({ plan }, { filter, sort }) {
  if (!filter && !sort) return ''
  const seen = `看了 ${plan.documentsExamined.toLocaleString()} 条，得到 ${plan.returned.toLocaleString()} 条`
  const sorting = plan.sorted ? '' : '，排序在内存里做'
  if (plan.isBounded) return hint('用了索引 ', make('code', {}, plan.index), `，${seen}${sorting}。`)
  const isSlow = plan.documentsExamined > SLOW
  const how = plan.index === null ? '：没有用上索引' : `：索引 ${plan.index} 只给了次序`
  return make('p', { class: isSlow ? 'note warn' : 'note' }, make('b', {}, '全表扫描'), `${how}，${seen}${sorting}。${isSlow ? '集合再大会更慢：请在 store/indexes.json 声明索引。' : '现在还不多，不要紧。'}`)
}
