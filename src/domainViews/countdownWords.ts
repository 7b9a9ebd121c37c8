import { dateOfDayNumber, dayNumberOf, startOfDayNumber } from '../../domain/time/beijing'
import type { WorkingCalendar } from '../../domain/time/calendar'
import { dayKindOf } from '../../domain/time/calendarYear'
import { clockOf } from '../../domain/time/chineseTime'
import { isOverdue } from '../../domain/time/overdue'
import { workingMsLeft } from '../../domain/time/reminder'
import { spokenEnd } from '../../domain/time/spokenTime'
import { isWorking, nextWorkingInstant, workingMsBetween } from '../../domain/time/workingTime'
import { leftText } from '../../domain/notice/leftText'
import type { IconName } from '@/components/Icon/icons'
import type { Tone } from '@/components/tone'
import { dayWords, endWords } from './momentWords'

export type CountdownWords = { caption: string; value: string; lines: string[]; tone: Tone; icon: IconName }

/** How a running limit is told: what is left in working time, until when, and when the clock stands. */
export function countdownWords(calendar: WorkingCalendar, dueAt: number, now: number): CountdownWords {
  const left = workingMsLeft(calendar, now, dueAt)
  const until = `应在${endWords(dueAt, now)}前回复`
  if (isOverdue(dueAt, now)) {
    const late = left.ok ? leftText(-left.ms) : '已过时限'
    return { caption: '已超时（工作时间）', value: late, lines: [until], tone: 'urgent', icon: 'triangleAlert' }
  }
  const standing = pauseWords(calendar, now)
  return {
    caption: '还剩（工作时间）',
    value: left.ok ? leftText(left.ms) : endWords(dueAt, now),
    lines: standing ? [until, standing] : [until],
    tone: left.ok && left.ms <= SOON_MS ? 'warn' : 'info',
    icon: standing ? 'pause' : 'timer',
  }
}

/** The same to a resident: by when, as it is said; the working hours are the small lines below. */
export function promiseWords(calendar: WorkingCalendar, dueAt: number, now: number): CountdownWords {
  const { caption, value, lines, tone, icon } = countdownWords(calendar, dueAt, now)
  const promised = `${spokenEnd(dueAt, now)}前`
  const [, ...standing] = lines
  if (isOverdue(dueAt, now)) return { caption: '已经过了说好的时间', value: promised, lines: [`晚了 ${value}（工作时间）`], tone, icon }
  return { caption: '物业要在这之前处理', value: promised, lines: [`${caption.slice(0, 2)} ${value}（工作时间）`, ...standing], tone, icon }
}

/** From here on the colour warns: a reading aid, no rule of the plan. */
const SOON_MS = 3_600_000

/** 午休不计时，今天 13:30 继续; null while the clock runs. */
export function pauseWords(calendar: WorkingCalendar, now: number): string | null {
  const [working, next] = [isWorking(calendar, now), nextWorkingInstant(calendar, now)]
  if (!working.ok || working.working || !next.ok) return null
  const [today, then] = [dayNumberOf(now), dayNumberOf(next.at)]
  const resumes = `${then === today ? '' : dayWords(then, now)}${clockOf(next.at)} 继续`
  return `${whyStanding(calendar, now, then === today)}不计时，${resumes}`
}

function whyStanding(calendar: WorkingCalendar, now: number, resumesToday: boolean): string {
  const day = dayNumberOf(now)
  const date = dateOfDayNumber(day)
  const year = calendar.years.find((each) => each.year === Number(date.slice(0, 4)))
  const kind = year && dayKindOf(year, date)
  if (kind?.kind === 'holiday') return `${kind.holiday}放假`
  if (kind?.kind === 'weekend') return '周末'
  const soFar = workingMsBetween(calendar, startOfDayNumber(day), now)
  if (soFar.ok && soFar.ms === 0) return '还没到工作时间，'
  return resumesToday ? '午休' : '下班后'
}
