const format = (options) => new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hourCycle: 'h23', ...options })
const FULL = format({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' })
const DATE = format({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' })
const WEEKDAY = format({ month: 'long', day: 'numeric', weekday: 'short' })
const TIME = format({ hour: '2-digit', minute: '2-digit', second: '2-digit' })
const SHORT = format({ month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' })
const LONG = format({ year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' })
const DAY = format({ year: 'numeric', month: 'numeric', day: 'numeric' })
const YEAR = format({ year: 'numeric' })

const MINUTE = 60_000
const UNITS = [[24 * 60 * MINUTE, '天'], [60 * MINUTE, '小时'], [MINUTE, '分'], [1000, '秒']]

/** All in Beijing time, wherever the browser is. */
export const fullTime = (instant) => FULL.format(instant)
export const dateOf = (instant) => DATE.format(instant)
export const timeOf = (instant) => TIME.format(instant)
export const dayOf = (instant) => WEEKDAY.format(instant)
/** With the day if it is not today's by the cloud's clock, and with the year if it is not this one. */
export function shortTime(instant, now) {
  if (DAY.format(instant) === DAY.format(now)) return `今天 ${TIME.format(instant)}`
  return (YEAR.format(instant) === YEAR.format(now) ? SHORT : LONG).format(instant)
}

export function relative(instant, now) {
  const distance = Math.abs(instant - now)
  const [unit, name] = UNITS.find(([length]) => distance >= length) ?? [1000, '秒']
  const count = Math.floor(distance / unit)
  if (count === 0) return '刚刚'
  return `${count} ${name}${instant > now ? '后' : '前'}`
}

/** A number that can only be meant as an instant: milliseconds between 2010 and 2100. */
export const isInstant = (value) => Number.isInteger(value) && value > 1.26e12 && value < 4.1e12

/** For `<input type="datetime-local">`, which knows no zones. */
export const toLocalInput = (instant) => new Date(instant + 8 * 60 * MINUTE).toISOString().slice(0, 16)
