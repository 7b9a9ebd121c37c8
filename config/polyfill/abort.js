// WeChat's runtime has no AbortController; without one react-query waits for ever and says nothing.
// Plain ES2017: nothing under config/ is compiled.
class Signal {
  constructor() {
    this.aborted = false
    this.reason = undefined
    this.onabort = null
    this.listeners = new Set()
  }
  addEventListener(type, listener) {
    if (type === 'abort') this.listeners.add(listener)
  }
  removeEventListener(_type, listener) {
    this.listeners.delete(listener)
  }
  throwIfAborted() {
    if (this.aborted) throw this.reason
  }
}

// eslint-disable-next-line no-redeclare -- it stands in where the runtime has none
export class AbortController {
  constructor() {
    this.signal = new Signal()
  }
  abort(reason) {
    const signal = this.signal
    if (signal.aborted) return
    signal.aborted = true
    signal.reason = reason !== undefined ? reason : Object.assign(new Error('aborted'), { name: 'AbortError' })
    const event = { type: 'abort', target: signal }
    if (signal.onabort) signal.onabort(event)
    signal.listeners.forEach((listener) => listener(event))
  }
}
