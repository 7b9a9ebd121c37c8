/** An element. Texts only ever go in as texts: what is shown was written by strangers. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value)
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? '' : value)
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false))
  return element
}

/** Puts new children in; whoever stood on one with a key stands on its successor. */
export function swap(place, ...children) {
  const key = place.contains(document.activeElement) ? document.activeElement.dataset.key : undefined
  place.replaceChildren(...children.flat(Infinity))
  if (key) [...place.querySelectorAll('[data-key]')].find((element) => element.dataset.key === key)?.focus()
}

/** A table that stays one for a screen reader where narrow screens show its rows as cards. A head that starts with `#` stands over numbers. */
export function table(label, heads, rows, className = '') {
  const isNumber = (head) => head.startsWith('#')
  const name = (head) => head.replace('#', '')
  const style = (head) => (isNumber(head) ? 'number' : false)
  const head = make('tr', { role: 'row' }, heads.map((each) => make('th', { role: 'columnheader', scope: 'col', class: style(each) }, name(each))))
  const line = (cells) => make('tr', { role: 'row' }, cells.map((cell, i) => make('td', { role: 'cell', class: style(heads[i]), 'data-label': name(heads[i]), 'data-empty': cell === '' }, make('div', {}, cell))))
  const body = make('tbody', { role: 'rowgroup' }, rows.map(line))
  return make('div', { class: 'scroll' }, make('table', { role: 'table', 'aria-label': label, class: className || false }, make('thead', { role: 'rowgroup' }, head), body))
}

export const hint = (...children) => make('p', { class: 'hint' }, ...children)
export const tag = (kind, text) => make('span', { class: `tag ${kind}` }, text)
export const wrong = (message) => make('p', { class: 'note wrong', role: 'alert' }, message)
/** What is not there, and what to do so that it is. */
export const empty = (title, ...help) => make('div', { class: 'empty' }, make('p', {}, make('b', {}, title)), help.map((each) => make('p', {}, each)))

export function toast(text) {
  const place = document.getElementById('toast')
  place.textContent = text
  clearTimeout(toast.timer)
  toast.timer = setTimeout(() => (place.textContent = ''), 4000)
}

/** A button that cannot be pressed twice at once, and says beside itself what went wrong. */
export function action(label, work, attributes = {}) {
  const button = make('button', { type: 'button', 'data-key': typeof label === 'string' ? label : undefined, ...attributes, click: () => attempt(button, work) }, label)
  return button
}

export async function attempt(button, work) {
  const place = button.closest('.says') ?? button.parentElement
  place.querySelector(':scope > .wrong')?.remove()
  button.disabled = true
  try {
    await work()
  } catch (error) {
    place.append(wrong(error.message))
  } finally {
    button.disabled = false
  }
}
