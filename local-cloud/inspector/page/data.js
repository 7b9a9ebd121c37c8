import { ask } from './api.js'
import { cloud } from './cloud.js'
import { action, empty, hint, make, toast, wrong } from './dom.js'
import { jsonView } from './json.js'
import { documentsTable, planOf } from './documents.js'

/** Where each collection was left: coming back from a document finds the same page of the same query. */
const lastQuery = new Map()
const address = (...path) => `#/data${path.map((part) => `/${encodeURIComponent(part)}`).join('')}`
const listAddress = (name, query) => address(name) + (query ? `?${query}` : '')

export async function showData({ path: [name, id], query }) {
  const collections = await ask('collections')
  const list = make('ul', { class: 'collections', 'aria-label': '集合' }, collections.map((each) => make('li', {}, make('a', { href: listAddress(each.name, lastQuery.get(each.name)), 'aria-current': each.name === name && 'page' }, make('span', {}, each.name), make('span', {}, each.count.toLocaleString())))))
  if (name === undefined) return { parts: [make('div', { class: 'head' }, make('h1', {}, '数据')), collections.length ? make('div', { class: 'index' }, list) : nothingYet()] }
  if (id === undefined) lastQuery.set(name, query.toString())
  const view = id === undefined ? await documentsView(name, query) : await documentView(name, id)
  return { title: id ?? name, parts: [make('div', { class: 'within' }, list, make('div', { class: 'stack' }, view))] }
}

const nothingYet = () => empty('还没有集合', ['让程序用 wx-server-sdk 连到 ', make('code', {}, cloud.about.adminUrl), '（环境变量 TCB_CONTEXT_CNFG 里的 URL），用 db.createCollection("名字") 建集合后就看得见。'], '想先看演示数据：npm start。')

async function documentsView(name, query) {
  const asked = Object.fromEntries(query)
  const fields = new Set(['_id'])
  const results = make('div', { class: 'stack' })
  const go = (changes) => (location.hash = listAddress(name, new URLSearchParams(Object.entries({ ...asked, skip: '', ...changes }).filter(([, value]) => value !== '')).toString()))
  try {
    const found = await ask('documents', { collection: name, ...asked })
    for (const field of found.documents.flatMap(Object.keys)) fields.add(field)
    results.append(planOf(found, asked), found.documents.length ? documentsTable(name, found.documents, (id) => address(name, String(id))) : empty(asked.filter ? '没有符合条件的文档' : '这个集合是空的', asked.filter ? '换一个条件，或清除条件看全部。' : '程序写入以后按「刷新」。'), pager(found, go))
  } catch (error) {
    results.append(wrong(error.message))
  }
  const again = async () => void dispatchEvent(new HashChangeEvent('hashchange'))
  return [make('p', { class: 'up' }, make('a', { href: '#/data' }, '← 全部集合')), make('div', { class: 'head' }, make('h1', {}, name), action('刷新', again)), queryForm(asked, fields, go), results]
}

function queryForm(asked, fields, go) {
  const filter = make('input', { class: 'mono', name: 'filter', placeholder: '{"state":"open"}', autocomplete: 'off', spellcheck: 'false', autocapitalize: 'off' })
  const sort = make('input', { class: 'mono', name: 'sort', list: 'fields', placeholder: '字段', autocomplete: 'off', autocapitalize: 'off' })
  const order = make('select', { name: 'order' }, make('option', { value: 'asc' }, '从小到大'), make('option', { value: 'desc' }, '从大到小'))
  filter.value = asked.filter ?? ''
  sort.value = asked.sort ?? ''
  order.value = asked.order ?? 'asc'
  const submit = (event) => {
    event.preventDefault()
    go({ filter: filter.value.trim(), sort: sort.value.trim(), order: sort.value.trim() && order.value })
  }
  const clear = asked.filter || asked.sort ? make('button', { type: 'button', click: () => go({ filter: '', sort: '', order: '' }) }, '清除') : null
  return make('form', { class: 'fields', submit, 'aria-label': '查询' },
    make('label', { class: 'wide' }, '条件（JSON）', filter),
    make('label', {}, '排序', sort, make('datalist', { id: 'fields' }, [...fields].map((field) => make('option', { value: field })))),
    make('label', {}, '次序', order), make('button', { class: 'main' }, '查询'), clear,
    asked.filter ? null : make('p', { class: 'caption whole' }, '可用 $gt $in $regex $or 等，日期写 ', make('code', {}, '{"$date":"2026-11-24T10:00:00+08:00"}')))
}

function pager({ skip, documents, hasMore }, go) {
  if (skip === 0 && !hasMore) return documents.length > 10 ? hint(`一共 ${documents.length} 条`) : ''
  const size = 50
  return make('div', { class: 'row' },
    make('button', { type: 'button', disabled: skip === 0, click: () => go({ skip: String(Math.max(0, skip - size) || '') }) }, '上一页'),
    make('span', { class: 'hint' }, documents.length ? `第 ${skip + 1}–${skip + documents.length} 条` : '没有更多了'),
    make('button', { type: 'button', disabled: !hasMore, click: () => go({ skip: String(skip + size) }) }, '下一页'))
}

async function documentView(name, id) {
  const document = await ask('document', { collection: name, id })
  const copy = async () => {
    await navigator.clipboard.writeText(JSON.stringify(document, null, 2))
    toast('已复制')
  }
  return [make('p', {}, make('a', { href: listAddress(name, lastQuery.get(name)) }, `← ${name}`)), make('div', { class: 'head says' }, make('h1', { class: 'path' }, String(document._id)), action('复制 JSON', copy)), make('div', { class: 'card' }, jsonView(document)), hint('日期旁边是北京时间，复制时不带。')]
}
