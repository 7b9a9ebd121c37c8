/* The demonstrator's strip: who I am, what time it is, what arrived. It lives outside the app, in its own shadow. */
(() => {
  if (/(?:^|; )linjing_strip=off/.test(document.cookie) || document.getElementById('linjing-cloud-strip')) return

  const HEIGHT = 40
  const FOLDED = 'linjing-strip-folded'
  const MINUTE = 60000
  const DAY = 24 * 60 * MINUTE
  const clockText = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: 'numeric', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', hour12: false })
  const fullText = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'medium', hour12: false })

  const CSS = `
    :host { all: initial; position: fixed; inset: 0 0 auto 0; z-index: 2147483000; font: 15px/1.5 system-ui, -apple-system, "PingFang SC", "Noto Sans CJK SC", sans-serif; color: #1B1F1D }
    * { box-sizing: border-box } button, input { font: inherit; color: inherit }
    .bar { height: ${HEIGHT}px; background: #17332C; color: #fff; display: flex; align-items: stretch; padding: 0 4px; gap: 2px }
    .bar button { background: none; border: 0; padding: 0 8px; display: flex; align-items: center; gap: 4px; cursor: pointer; min-width: 40px; justify-content: center; white-space: nowrap; overflow: hidden }
    .bar button[aria-expanded=true] { background: #17695A }
    .bar .who { flex: 1 1 0; justify-content: flex-start; min-width: 0 } .bar .who span { overflow: hidden; text-overflow: ellipsis }
    .tag { font-size: 12px; background: #6CC5B1; color: #0E211C; border-radius: 4px; padding: 0 5px; flex: none }
    .count { background: #B3261E; border-radius: 9px; min-width: 18px; padding: 0 5px; font-size: 12px; line-height: 18px; text-align: center }
    .count[hidden] { display: none }
    button:focus-visible, input:focus-visible, a:focus-visible { outline: 2px solid #F2B36B; outline-offset: -2px }
    .pill { position: absolute; top: 6px; right: 6px; border: 0; border-radius: 16px; height: 32px; padding: 0 12px; background: #17332Ce6; color: #fff; cursor: pointer; font-size: 13px; white-space: nowrap }
    .panel { background: #F5F6F4; max-height: min(70vh, 560px); overflow: auto; padding: 12px 16px 16px; border-bottom: 1px solid #E3E7E4; box-shadow: 0 12px 24px #0003; max-width: 720px; margin: 0 auto }
    [hidden] { display: none !important }
    h2 { font-size: 13px; color: #55605B; margin: 12px 0 6px; font-weight: 600 } h2:first-child { margin-top: 0 }
    .choices { display: grid; grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); gap: 8px }
    .choice { min-height: 48px; text-align: left; background: #fff; border: 1px solid #E3E7E4; border-radius: 12px; padding: 6px 12px; cursor: pointer }
    .choice small { display: block; font-size: 13px; color: #55605B; line-height: 1.35 }
    .choice[aria-pressed=true] { border-color: #17695A; background: #E2F0EC; font-weight: 600 }
    .choice[aria-pressed=true]::after { content: " · 现在是我"; font-size: 13px; color: #17695A }
    .now { font-size: 20px; font-weight: 600; font-variant-numeric: tabular-nums } .hint { font-size: 13px; color: #55605B; margin: 4px 0 10px }
    .to { display: flex; gap: 8px; margin-top: 10px } .to input { flex: 1; min-width: 0; min-height: 48px; border: 1px solid #E3E7E4; border-radius: 12px; padding: 0 12px; background: #fff }
    .to button { min-height: 48px; border: 0; border-radius: 12px; padding: 0 20px; background: #17695A; color: #fff; cursor: pointer }
    .choice:disabled, .to button:disabled { opacity: .5; cursor: default }
    .message { background: #fff; border: 1px solid #E3E7E4; border-radius: 12px; padding: 10px 12px; margin-bottom: 8px; overflow-wrap: anywhere }
    .message header { display: flex; justify-content: space-between; gap: 8px; font-size: 13px; color: #55605B } .message b { color: #1B1F1D; font-size: 15px }
    .wrong { color: #B3261E; font-size: 15px; margin: 8px 0 0 } a { color: #17695A }
    @media (prefers-color-scheme: dark) {
      :host { color: #E8ECE9 } .panel { background: #111513; border-color: #2C3430 } .choice, .message, .to input { background: #1A201D; border-color: #2C3430 }
      .choice[aria-pressed=true] { background: #17332C; border-color: #6CC5B1 } .message b { color: #E8ECE9 } h2, .hint, .choice small, .message header { color: #A7B2AC } a, .choice[aria-pressed=true]::after { color: #6CC5B1 }
    }`

  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) {
      if (name === 'onclick') element.addEventListener('click', value)
      else if (value !== false && value !== null) element.setAttribute(name, value === true ? '' : value)
    }
    element.append(...children.filter((child) => child !== null))
    return element
  }

  const ask = async (path, body) => {
    const reply = await fetch(`/_cloud/api/${path}`, body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    const answer = await reply.json()
    if (!reply.ok) throw new Error(answer.errMsg)
    return answer
  }

  const host = make('div', { id: 'linjing-cloud-strip' })
  const shadow = host.attachShadow({ mode: 'open' })
  const room = make('style')
  let state = { now: Date.now(), openid: null, people: [], messageCount: 0, hasWorkingTime: false, isFrozen: false }
  let learntAt = Date.now()
  let opened = null
  const now = () => (state.isFrozen ? state.now : state.now + Date.now() - learntAt)

  const who = make('span')
  const time = make('span')
  const count = make('span', { class: 'count', hidden: true })
  const tabs = {
    people: make('button', { class: 'who', 'aria-expanded': 'false', title: '换一个人', onclick: () => open('people') }, make('i', { class: 'tag', style: 'font-style:normal' }, '演示'), who),
    clock: make('button', { 'aria-expanded': 'false', title: '拨动时钟', onclick: () => open('clock') }, time),
    messages: make('button', { 'aria-expanded': 'false', title: '谁的手机收到了什么', onclick: () => open('messages') }, '消息', count),
  }
  const panel = make('div', { class: 'panel', hidden: true })
  const bar = make('div', { class: 'bar', role: 'toolbar', 'aria-label': '演示条' }, tabs.people, tabs.clock, tabs.messages, make('button', { title: '收起演示条', 'aria-label': '收起演示条', onclick: () => fold(true) }, '收起'))
  const pill = make('button', { class: 'pill', 'aria-label': '展开演示条', onclick: () => fold(false) }, '演示')
  shadow.append(make('style', {}, CSS), bar, panel, pill)

  function fold(isFolded) {
    localStorage.setItem(FOLDED, isFolded ? '1' : '')
    bar.hidden = isFolded
    pill.hidden = !isFolded
    host.style.cssText = isFolded ? 'inset: 0 0 auto auto' : ''
    // The app is pushed down, never covered.
    room.textContent = isFolded ? '' : `html { --covered: ${HEIGHT}px; padding-top: ${HEIGHT}px !important; box-sizing: border-box !important; height: 100% }`
    if (isFolded) open(null)
  }

  function open(name) {
    opened = name === opened ? null : name
    for (const [key, tab] of Object.entries(tabs)) tab.setAttribute('aria-expanded', String(key === opened))
    panel.hidden = opened === null
    panel.replaceChildren()
    if (opened) void PANELS[opened]().then((parts) => panel.replaceChildren(...parts), (error) => panel.replaceChildren(make('p', { class: 'wrong' }, error.message)))
  }

  const nameOf = (openid) => state.people.find((person) => person.openid === openid)?.name ?? (openid ? '访客' : '访客(未登记)')

  const PANELS = {
    async people() {
      const roles = [...new Set(state.people.map(({ role }) => role ?? ''))]
      const groups = roles.flatMap((role) => [
        make('h2', {}, role || '人物'),
        make('div', { class: 'choices' }, ...state.people.filter((person) => (person.role ?? '') === role).map(({ openid, name, note }) => choice(name, note, openid === state.openid, () => become(openid)))),
      ])
      const stranger = choice('新访客', '第一次打开的人', false, () => become(`visitor-${Math.random().toString(16).slice(2, 14)}`))
      return [...groups, make('h2', {}, '其他'), make('div', { class: 'choices' }, stranger)]
    },

    async clock() {
      const moves = [
        ['+30 分', '', { by: 30 * MINUTE }],
        ['+1 天', '', { by: DAY }],
        ...(state.hasWorkingTime ? [['+2 工作时', '午休和下班不算', { workingHours: 2 }], ['到下个工作时段', '', { to: 'nextWorkingPeriod' }]] : []),
        ['现在', '回到真实时间', { to: 'now' }],
      ]
      const input = make('input', { type: 'datetime-local', 'aria-label': '拨到(北京时间)' })
      input.value = new Date(now() + 8 * 60 * MINUTE).toISOString().slice(0, 16)
      const go = make('button', { onclick: () => input.value && move({ to: `${input.value}:00+08:00` }) }, '拨到')
      return [
        make('div', { class: 'now' }, fullText.format(now())),
        make('p', { class: 'hint' }, '北京时间。拨动以后,到期的定时任务会补做一遍。'),
        make('div', { class: 'choices' }, ...moves.map(([label, note, body]) => choice(label, note, false, () => move(body)))),
        make('div', { class: 'to' }, input, go),
      ]
    },

    async messages() {
      const messages = await ask('messages')
      const more = make('p', { class: 'hint' }, make('a', { href: '/_cloud', target: '_blank' }, '看全部数据、日志和时钟'))
      if (messages.length === 0) return [make('p', { class: 'hint' }, '还没有人收到消息。只有点过"允许"的人才收得到,允许一次收一条。'), more]
      return [...messages.map(showMessage), more]
    },
  }

  const choice = (label, note, isPressed, onclick) => make('button', { class: 'choice', 'aria-pressed': String(isPressed), onclick }, label, note ? make('small', {}, note) : null)

  const showMessage = ({ at, openid, templateId, data }) =>
    make('article', { class: 'message' }, make('header', {}, make('b', {}, `${nameOf(openid)}的手机`), make('span', {}, clockText.format(at))), ...Object.values(data).map(({ value }) => make('div', {}, String(value))), make('small', { class: 'hint' }, templateId))

  async function act(work) {
    for (const button of panel.querySelectorAll('button')) button.disabled = true
    try {
      await work()
    } catch (error) {
      for (const button of panel.querySelectorAll('button')) button.disabled = false
      panel.append(make('p', { class: 'wrong', role: 'alert' }, error.message))
    }
  }

  const become = (openid) =>
    act(async () => {
      await ask('person', { openid })
      // Another person begins at the beginning.
      history.replaceState(null, '', '/')
      location.reload()
    })

  const move = (body) =>
    act(async () => {
      await ask('clock', body)
      location.reload()
    })

  function show() {
    who.textContent = nameOf(state.openid)
    time.textContent = clockText.format(now())
    count.textContent = String(state.messageCount)
    count.hidden = state.messageCount === 0
  }

  async function refresh() {
    if (document.hidden) return
    try {
      state = await ask('state')
      learntAt = Date.now()
      show()
    } catch {
      who.textContent = '本地云没有回应'
    }
  }

  document.documentElement.append(host)
  document.head.append(room)
  fold(localStorage.getItem(FOLDED) === '1')
  show()
  void refresh()
  setInterval(show, 1000)
  setInterval(refresh, 5000)
  document.addEventListener('keydown', (event) => event.key === 'Escape' && opened && open(null))
  document.addEventListener('click', (event) => opened && !event.composedPath().includes(host) && open(null))
})()
