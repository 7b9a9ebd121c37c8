import { cloud, learn, learnAbout, nameOf, now } from './cloud.js'
import { make, wrong } from './dom.js'
import { showClock } from './clock.js'
import { showData } from './data.js'
import { showFaults } from './faults.js'
import { showFiles } from './files.js'
import { showLogs } from './logs.js'
import { showMessages } from './messages.js'
import { showPeople } from './people.js'
import { dayOf, timeOf } from './time.js'
import { showTimers } from './timers.js'

/** Each section gives its name, its elements and, when it follows the cloud, how to look again. */
const SECTIONS = {
  data: ['数据', showData], logs: ['日志', showLogs], messages: ['消息', showMessages], files: ['文件', showFiles],
  timers: ['定时器', showTimers], clock: ['时钟', showClock], people: ['我是谁', showPeople], faults: ['故障', showFaults],
}
const REFRESH_MILLISECONDS = 3000
const PATIENCE_MILLISECONDS = 300
const at = (id) => document.getElementById(id)
let shown = { refresh: null }
let visit = 0

/** '#/data/cases/id?filter=…' */
function route() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?')
  const [section = '', ...rest] = path.split('/').map(decodeURIComponent)
  return { section: Object.hasOwn(SECTIONS, section) ? section : 'data', path: rest, query: new URLSearchParams(query) }
}

async function show() {
  const mine = ++visit
  const { section, path, query } = route()
  const [name, draw] = SECTIONS[section]
  for (const link of at('sections').children) link.setAttribute('aria-current', link.dataset.section === section ? 'page' : 'false')
  shown = { refresh: null }
  at('main').setAttribute('aria-busy', 'true')
  const patience = setTimeout(() => at('main').replaceChildren(make('p', { class: 'hint', role: 'status' }, '正在读取…')), PATIENCE_MILLISECONDS)
  try {
    const drawn = await draw({ path, query })
    // Whoever has gone on meanwhile is not called back.
    if (mine !== visit) return
    shown = drawn
    at('main').replaceChildren(...drawn.parts)
    document.title = `${drawn.title ?? name} · 本地云`
  } catch (error) {
    if (mine === visit) at('main').replaceChildren(wrong(error.message), make('p', {}, make('button', { type: 'button', click: show }, '再试一次')))
  } finally {
    clearTimeout(patience)
    if (mine === visit) at('main').removeAttribute('aria-busy')
  }
}

function showState() {
  const { openid, isFrozen } = cloud.state
  at('date').textContent = dayOf(now())
  at('time').textContent = timeOf(now())
  at('frozen').hidden = !isFrozen
  at('who').textContent = openid ? `我是 ${nameOf(openid)}` : '还没有选身份'
}

async function follow() {
  if (document.hidden) return
  try {
    await learn()
    showState()
    at('trouble').textContent = ''
  } catch (error) {
    at('trouble').textContent = error.message
  }
  await shown.refresh?.()
}

async function start() {
  at('sections').append(...Object.entries(SECTIONS).map(([key, [name]]) => make('a', { href: `#/${key}`, 'data-section': key }, name)))
  await Promise.all([learn(), learnAbout()]).catch((error) => at('main').replaceChildren(wrong(error.message)))
  at('environment').textContent = cloud.about.envId
  at('app').hidden = !cloud.about.hasApp
  showState()
  await show()
  addEventListener('hashchange', () => {
    window.scrollTo(0, 0)
    at('main').focus({ preventScroll: true })
    void show()
  })
  addEventListener('cloud-changed', () => void follow())
  document.addEventListener('visibilitychange', () => void follow())
  setInterval(showState, 1000)
  setInterval(follow, REFRESH_MILLISECONDS)
}

void start()
