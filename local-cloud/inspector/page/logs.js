import { ask } from './api.js'
import { cloud, nameOf, now } from './cloud.js'
import { empty, hint, make, table, tag } from './dom.js'
import { live } from './live.js'
import { shortTime } from './time.js'

const LEVELS = { error: ['urgent', '错误'], warn: ['warn', '警告'], info: ['', '信息'], log: ['', '日志'], debug: ['', '调试'] }
const SOURCES = { wx_client: '小程序', wx_trigger: '定时器', wx_http: 'HTTP', wx_unknown: '其他' }
const nameOfFunction = (name) => (name === '-' ? '本地云' : name)
let isPaused = false

export async function showLogs({ path: [view], query }) {
  const asked = Object.fromEntries(query)
  const isLines = view === 'lines'
  const part = isLines ? live(() => linesOf(asked), drawLines, { gently: true }) : live(() => ask('invocations'), drawInvocations, { gently: true })
  await part.refresh()
  const tab = (to, label, isHere) => make('a', { class: 'button', href: to, 'aria-current': isHere && 'page' }, label)
  const pause = make('button', { type: 'button', 'aria-pressed': String(isPaused), click: () => pause.setAttribute('aria-pressed', String((isPaused = !isPaused))) }, '暂停刷新')
  const head = make('div', { class: 'head' }, make('h1', {}, '日志'), make('div', { class: 'row tabs' }, tab('#/logs', '每次调用', !isLines), tab('#/logs/lines', '逐行', isLines)), pause)
  return { parts: [head, isLines ? lineForm(asked, (await ask('logs')).functions) : '', part.offer, part.place], refresh: async () => void (isPaused || (await part.refresh())) }
}

const drawInvocations = (invocations) =>
  invocations.length === 0
    ? empty('还没有云函数运行过', cloud.about.hasApp ? '在小程序网页版里点一点，或在「定时器」里立即触发。' : '用 cloud.callFunction 调用一次，或去掉 --no-functions 启动。')
    : table('云函数的调用', ['时间', '函数', '动作', '结果', '#用时', '#内存', '#数据库', '谁', '说明'], invocations.map(invocationRow), 'compact')

const invocationRow = ({ id, functionName, actions = [], source, openid, startedAt, milliseconds, ok, message, memoryMb, databaseCalls }) => [
  make('a', { href: `#/logs/lines?invocation=${encodeURIComponent(id)}`, 'data-key': id }, shortTime(startedAt, now())),
  functionName, actions.join('、'), ok ? tag('good', '成功') : tag('urgent', '失败'), `${Math.round(milliseconds)} ms`, memoryMb === undefined ? '' : `${Math.round(memoryMb)} MB`, `${databaseCalls} 次`,
  openid ? nameOf(openid) : (SOURCES[source] ?? source), message ?? '',
]

/** With the invocation they come from, when only its lines are asked for. */
async function linesOf(asked) {
  const [found, invocations] = await Promise.all([ask('logs', asked), asked.invocation ? ask('invocations') : []])
  return { ...found, invocation: invocations.find(({ id }) => id === asked.invocation) }
}

const drawLines = ({ lines, invocation }) => [
  invocation ? table('这次调用', ['时间', '函数', '动作', '结果', '#用时', '#内存', '#数据库', '谁', '说明'], [invocationRow(invocation)], 'compact') : '',
  lines.length === 0 ? empty(invocation ? '这次调用没有写日志' : '没有这样的日志', '云函数里的 console.log / info / warn / error 会出现在这里，最新的在最上面。') : make('ol', { class: 'lines' }, lines.map(drawLine)),
]

function drawLine({ at, functionName, invocation, level, text }) {
  const [kind, name] = LEVELS[level] ?? ['', level]
  const from = invocation === '-' ? null : make('a', { href: `#/logs/lines?invocation=${encodeURIComponent(invocation)}` }, invocation.slice(0, 8))
  return make('li', { class: level }, make('div', { class: 'row' }, tag(kind, name), shortTime(at, now()), make('span', {}, nameOfFunction(functionName)), from), make('pre', {}, text))
}

function lineForm(asked, functions) {
  const change = () => {
    const given = [...form.elements].filter((field) => field.name && field.value.trim()).map((field) => [field.name, field.value.trim()])
    location.hash = `#/logs/lines${given.length ? `?${new URLSearchParams(given)}` : ''}`
  }
  const field = (name, label) => {
    const input = make('input', { name, autocomplete: 'off', change })
    input.value = asked[name] ?? ''
    return make('label', {}, label, input)
  }
  const choice = (name, label, options) => {
    const select = make('select', { name, change }, [['', '全部'], ...options].map(([value, words]) => make('option', { value }, words)))
    select.value = asked[name] ?? ''
    return make('label', {}, label, select)
  }
  const form = make('form', { class: 'fields', 'aria-label': '筛选', submit: (event) => event.preventDefault() }, choice('functionName', '函数', functions.map((name) => [name, nameOfFunction(name)])), choice('level', '级别', Object.entries(LEVELS).map(([key, [, name]]) => [key, name])), field('text', '含有文字'), field('invocation', '调用编号'))
  return make('div', {}, form, Object.keys(asked).length ? hint(make('a', { href: '#/logs/lines' }, '清除筛选')) : '')
}
