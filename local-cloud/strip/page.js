/* One look at everything the local cloud holds. Text only goes in as text: documents come from people. */
(() => {
  const get = async (path) => (await fetch(`/_cloud/api/${path}`)).json()
  const at = (id) => document.getElementById(id)
  const time = (instant) => new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'medium', hour12: false }).format(instant)
  const element = (tag, text) => Object.assign(document.createElement(tag), text === undefined ? {} : { textContent: text })

  function table(place, heads, rows) {
    if (rows.length === 0) return at(place).replaceChildren(Object.assign(element('p', '还没有'), { className: 'empty' }))
    const line = (cells, tag) => {
      const row = element('tr')
      row.append(...cells.map((cell) => element(tag, String(cell ?? ''))))
      return row
    }
    const made = element('table')
    made.append(line(heads, 'th'), ...rows.map((row) => line(row, 'td')))
    at(place).replaceChildren(made)
  }

  async function showDocuments(name, button) {
    for (const other of at('collections').querySelectorAll('button')) other.setAttribute('aria-pressed', String(other === button))
    const documents = await get(`documents?collection=${encodeURIComponent(name)}`)
    at('documents').hidden = false
    at('documents').replaceChildren(element('pre', documents.map((document) => JSON.stringify(document, null, 1)).join('\n') || '空'))
  }

  async function show() {
    const [state, collections, messages, logs] = await Promise.all([get('state'), get('collections'), get('messages'), get('logs')])
    const names = new Map(state.people.map(({ openid, name }) => [openid, name]))
    at('now').textContent = `云上时间 ${time(state.now)}(北京)`
    at('collections').replaceChildren(
      ...collections.map(({ name, count }) => {
        const button = element('button', `${name} ${count}`)
        button.setAttribute('aria-pressed', 'false')
        button.addEventListener('click', () => showDocuments(name, button))
        return button
      }),
    )
    table('messages', ['时间', '谁', '内容', '页面'], messages.map((message) => [time(message.at), names.get(message.openid) ?? message.openid, Object.values(message.data).map(({ value }) => value).join(' · '), message.page]))
    table('people', ['姓名', '角色', '说明', 'openid'], state.people.map(({ name, role, note, openid }) => [name, role, note, openid]))
    const lines = logs.map((line) => `${time(line.at)} ${line.functionName} ${line.invocation.slice(0, 8)} ${line.level} ${line.text}`)
    at('logs').replaceChildren(element('pre', lines.join('\n') || '还没有'))
  }

  void show()
})()
