import { send } from './api.js'
import { cloud, now } from './cloud.js'
import { action, hint, make, toast } from './dom.js'
import { live } from './live.js'
import { dateOf, fullTime, relative, timeOf, toLocalInput } from './time.js'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

export async function showClock() {
  const time = make('p', { class: 'clock' })
  const date = make('p', { class: 'today' })
  const note = make('p', { class: 'hint' })
  const tell = () => {
    const { ahead, isFrozen } = cloud.state
    time.textContent = timeOf(now())
    date.textContent = dateOf(now())
    note.textContent = isFrozen ? '时钟停着。拨动或走起来以前，云上一直是这一刻。' : Math.abs(ahead) < 2000 ? '和真实时间一样。' : `比真实时间${ahead > 0 ? '快' : '慢'} ${relative(now(), now() - ahead).replace(/[前后]$/, '')}。`
  }
  const ticking = setInterval(() => (time.isConnected ? tell() : clearInterval(ticking)), 500)
  tell()
  const controls = live(async () => ({ isFrozen: cloud.state.isFrozen, hasWorkingTime: cloud.state.hasWorkingTime }), drawControls)
  await controls.refresh()
  return { parts: [make('div', { class: 'head' }, make('h1', {}, '时钟')), make('div', { class: 'card' }, date, time, note), controls.place], refresh: controls.refresh }
}

async function move(body) {
  const answer = await send('clock', body)
  toast(`云上现在是 ${fullTime(answer.now)}`)
  dispatchEvent(new Event('cloud-changed'))
}

function drawControls({ isFrozen, hasWorkingTime }) {
  const moves = [
    ['+30 分', '', { by: 30 * MINUTE }], ['+1 天', '', { by: DAY }],
    ...(hasWorkingTime ? [['+2 工作时', '午休和下班不算', { workingHours: 2 }], ['到下个工作时段', '', { to: 'nextWorkingPeriod' }]] : []),
    ['回到现在', '和真实时间一样', { to: 'now' }],
    isFrozen ? ['让时钟走', '从这一刻走下去', { freeze: false }] : ['让时钟停', '停在这一刻', { freeze: true }],
  ]
  const input = make('input', { type: 'datetime-local' })
  input.value = toLocalInput(now())
  const go = make('form', { class: 'fields', submit: (event) => event.preventDefault() }, make('label', { class: 'wide' }, '拨到（北京时间）', input), action('拨到', async () => void (input.value && (await move({ to: `${input.value}:00+08:00` }))), { type: 'submit', class: 'main' }))
  return [
    make('div', { class: 'choices says' }, moves.map(([label, small, body]) => action([make('span', {}, label), small ? make('small', {}, small) : null], () => move(body), { class: 'choice', 'data-key': label }))),
    make('div', { class: 'says' }, go),
    hint('只有云函数和本地云看得见这个时间，浏览器和登录有效期仍按真实时间。往后拨，到期的定时器会补做一遍；往回拨不触发任何东西。拨动以后时钟接着走。'),
  ]
}
