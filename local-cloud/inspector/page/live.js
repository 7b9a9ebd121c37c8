import { make, swap, wrong } from './dom.js'

/**
 * A part of the page that follows the cloud. It is drawn anew only when the answer is another one; and where it says `gently`,
 * not under the eyes of whoever has scrolled down, marked a text or stands in it with the keyboard: they are offered it.
 */
export function live(load, draw, { gently = false } = {}) {
  const place = make('div', { class: 'stack' })
  const offer = make('button', { type: 'button', class: 'main', hidden: true, click: () => show() }, '有新的内容，点此显示')
  let shown = null
  let waiting = null

  function show() {
    if (waiting === null) return
    const [text, answer] = waiting
    ;[shown, waiting] = [text, null]
    offer.hidden = true
    swap(place, draw(answer))
  }

  const isBeingRead = () => window.scrollY > 40 || place.contains(document.activeElement) || !document.getSelection().isCollapsed

  async function refresh() {
    try {
      const answer = await load()
      const text = JSON.stringify(answer)
      if (text === shown) return
      waiting = [text, answer]
    } catch (error) {
      shown = waiting = null
      return swap(place, wrong(error.message))
    }
    if (shown !== null && gently && isBeingRead()) offer.hidden = false
    else show()
  }
  return { place, offer, refresh }
}
