import { ask, send } from './api.js'
import { action, attempt, empty, hint, make, tag, toast } from './dom.js'
import { live } from './live.js'

const READY = [
  ['下一次写入成功，但回应丢失', '文档改好了，调用的人却收到断线', { on: { action: 'database.modifyDocument' }, do: { reset: 'after' } }],
  ['下一次写入失败', '什么也没写，收到 SYS_ERR', { on: { action: 'database.modifyDocument' }, do: { error: 'before' } }],
  ['数据库慢 2 秒 ×10', '看页面等待时的样子', { on: { action: 'database.', times: 10 }, do: { delay: 2000 } }],
  ['下一次提交事务后断线', '提交了没有？函数要自己弄清楚', { on: { action: 'database.commitTransaction' }, do: { reset: 'after' } }],
  ['下一次上传失败', '照片没传上去', { on: { action: 'storage.upload' }, do: { error: 'before' } }],
  ['下一次调用云函数失败', '新版微信的说法：-504002', { on: { action: 'functions.call' }, do: { error: 'before', code: 'FUNCTIONS_EXECUTE_FAIL' } }],
  ['下一次调用云函数失败（旧版微信）', '旧版微信的说法：-404011，里面才是 -504002', { on: { action: 'functions.call' }, do: { error: 'before', code: 'FUNCTIONS_EXECUTE_FAIL', wrapped: true } }],
  ['云函数办完了，但没有及时回应', '手机收到 -504003，再发一次不能多出一件', { on: { action: 'functions.call' }, do: { error: 'after', code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' } }],
  ['云函数在第 3 次数据库调用后被杀', '做到一半停下，重试要不多不少', { on: { action: 'database.' }, do: { killFunction: 'after', atCall: 3 } }],
]
const MOMENTS = { before: '做之前', after: '做完以后' }

export async function showFaults() {
  const part = live(() => ask('faults'), (faults) => drawFaults(faults, part.refresh))
  await part.refresh()
  const add = async (fault) => {
    await send('faults', fault)
    toast('故障已装上')
    await part.refresh()
  }
  const ready = make('div', { class: 'choices says' }, READY.map(([name, note, fault]) => action([make('span', {}, name), make('small', {}, note)], () => add(fault), { class: 'choice', 'data-key': name })))
  return {
    parts: [make('div', { class: 'head' }, make('h1', {}, '故障')), hint('给测试和演练用：让云在指定的地方出错，看程序受不受得住。重启本地云后都会消失。'), make('h2', {}, '装着的'), part.place, make('h2', {}, '现成的'), ready, make('h2', {}, '自己写'), ownForm(add)],
    refresh: part.refresh,
  }
}

function drawFaults(faults, refresh) {
  if (faults.length === 0) return [empty('没有故障', '云一切正常。')]
  const clear = async () => {
    await send('faults', {}, 'DELETE')
    await refresh()
  }
  return [make('ul', { class: 'cards' }, faults.map(card)), make('div', { class: 'row says' }, action('全部清除', clear))]
}

function card({ on, do: effect, struck }) {
  const left = (on.times ?? 1) - struck
  return make('li', { class: 'card' },
    make('div', { class: 'between' }, make('h3', {}, effectWords(effect)), left > 0 ? tag('warn', `还会发生 ${left} 次`) : tag('', '已用完')),
    make('p', { class: 'hint' }, targetWords(on)), make('p', { class: 'caption' }, `发生过 ${struck} 次`))
}

function effectWords({ delay, error, code, wrapped, reset, killFunction, atCall }) {
  if (delay !== undefined) return `慢 ${delay} 毫秒`
  if (error) return `${MOMENTS[error]}报错${code ? ` ${code}` : ''}${wrapped ? '（旧版微信的说法）' : ''}`
  if (reset) return `${MOMENTS[reset]}断线`
  return `${atCall ? `第 ${atCall} 次调用` : ''}${MOMENTS[killFunction]}杀掉云函数`
}

function targetWords({ action: name, collection, functionName, skip }) {
  const words = [name ? `动作 ${name}` : '任何动作', collection && `集合 ${collection}`, functionName && `云函数 ${functionName}`, skip && `先放过 ${skip} 次`]
  return words.filter(Boolean).join(' · ')
}

function ownForm(add) {
  const text = make('textarea', { class: 'mono', rows: '4', spellcheck: 'false', autocapitalize: 'off' })
  text.value = '{ "on": { "action": "database.modifyDocument", "collection": "cases", "skip": 0, "times": 1 },\n  "do": { "error": "after", "code": "SYS_ERR", "message": "演练" } }'
  const submit = (event) => {
    event.preventDefault()
    void attempt(button, () => add(parse(text.value)))
  }
  const button = make('button', { class: 'main' }, '装上')
  return make('form', { class: 'stack says', submit }, make('label', {}, '故障（JSON）：on 说在哪里，do 说发生什么（delay / error / reset / killFunction 其一）', text), make('div', { class: 'row' }, button))
}

function parse(text) {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`不是 JSON：${error.message}`, { cause: error })
  }
}
