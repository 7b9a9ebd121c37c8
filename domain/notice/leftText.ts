import { HOUR_MS, MINUTE_MS } from '../time/beijing'

/** `1 小时 20 分` of working time; less than a minute is `不到 1 分钟`. */
export function leftText(ms: number): string {
  const [hours, minutes] = [Math.floor(ms / HOUR_MS), Math.floor((ms % HOUR_MS) / MINUTE_MS)]
  if (hours === 0 && minutes === 0) return '不到 1 分钟'
  return [hours > 0 && `${hours} 小时`, minutes > 0 && `${minutes} 分`].filter(Boolean).join(' ')
}
