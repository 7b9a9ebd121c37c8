import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/time/beijing'

/** 刚刚, 5 分钟前, 3 小时前, 2 天前: roughly how long ago, by the wall clock. */
export function agoWords(instant: number, now: number): string {
  const ms = Math.max(0, now - instant)
  if (ms < MINUTE_MS) return '刚刚'
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} 分钟前`
  return ms < DAY_MS ? `${Math.floor(ms / HOUR_MS)} 小时前` : `${Math.floor(ms / DAY_MS)} 天前`
}
