import { ask, send } from './api.js'
import { now } from './cloud.js'
import { action, empty, hint, make, table, tag, toast } from './dom.js'
import { live } from './live.js'
import { relative, shortTime } from './time.js'

const DELIVERIES = { once: ['送一次', '平常的样子'], twice: ['送两次', '平台只保证至少一次：同一次触发同时来两回'], dropped: ['都丢掉', '触发不来：看函数能不能自己补上'] }
const OUTCOMES = { ok: ['good', '成功'], failed: ['urgent', '失败'], dropped: ['warn', '丢掉了'] }

export async function showTimers() {
  const part = live(() => ask('timers'), (answer) => draw(answer, part.refresh))
  await part.refresh()
  return { parts: [make('div', { class: 'head' }, make('h1', {}, '定时器')), part.place], refresh: part.refresh }
}

function draw({ timers, delivery }, refresh) {
  if (timers.length === 0) return [empty('没有定时器', '有定时触发器的云函数会列在这里：在它的 config.json 里写 triggers，名字任意，type 是 "timer"，config 是七段的 cron。', '用 --no-timers 或 --no-functions 启动时，定时器不会自己触发。')]
  const fire = (functionName) => async () => {
    const { result } = await send('timers/fire', { functionName })
    toast(`${functionName} 运行完毕：${JSON.stringify(result).slice(0, 120)}`)
    await refresh()
  }
  const deliver = (mode) => async () => {
    await send('timers/delivery', { mode })
    await refresh()
  }
  return [
    make('div', { class: 'says stack' }, table('定时器', ['函数', '触发器', 'cron', '下次', '上次', ''], timers.map((timer) => [
      timer.functionName, timer.name, make('code', {}, timer.cron),
      timer.nextRun === null ? '不会自己触发' : when(timer.nextRun),
      timer.lastFiredAt === null ? '还没有' : [when(timer.lastFiredAt), ' ', outcome(timer)],
      action('立即触发', fire(timer.functionName), { 'data-key': `fire ${timer.functionName}`, 'aria-label': `立即触发 ${timer.functionName}` }),
    ]))),
    hint('cron 的七段：秒 分 时 日 月 星期 年，北京时间。定时器按云上的时钟走；拨快时钟，到期的补一次。'),
    make('h2', {}, '送达方式'),
    make('div', { class: 'choices says' }, Object.entries(DELIVERIES).map(([mode, [name, note]]) => action([make('span', {}, name), make('small', {}, note)], deliver(mode), { class: 'choice', 'aria-pressed': String(mode === delivery), 'data-key': mode }))),
  ]
}

const when = (instant) => make('span', {}, shortTime(instant, now()), ' ', make('span', { class: 'caption' }, relative(instant, now())))

function outcome({ lastOutcome, lastError }) {
  const known = OUTCOMES[lastOutcome]
  return known ? [tag(...known), lastError ? make('p', { class: 'caption' }, lastError) : ''] : ''
}
