import type { HandlingLimit, WorkingHours } from '../rulebook/edition'
import { clockOf, clockOfEnd, dateWithWeekday, durationText, momentOf, momentOfEnd } from './chineseTime'
import type { ExplainedDay, Explanation } from './explanation'
import type { Pause } from './suspension'

/** 时限说明书 in plain Chinese, one sentence a line. Consecutive days that do not count for the same reason are one line. */
export function explanationText(explanation: Explanation): string[] {
  const { dueAt, pauses, provisional } = explanation
  return [
    headline(explanation),
    ...pauses.map(pauseLine),
    ...dayLines(explanation),
    `截止：${momentOfEnd(dueAt)}`,
    ...(provisional ? [provisionalLine(explanation)] : []),
    `工作时段：${explanation.hours.map((hours) => hoursText(hours, explanation.hours.length > 1)).join('；')}`,
    `日历：${explanation.calendars.map(({ year, source, version }) => `${year}年（${source}，第${version}版）`).join('；')}`,
    `规则：${explanation.ruleEdition}`,
  ]
}

const limitText = ({ amount, unit }: HandlingLimit): string => `${amount}个${unit === 'hour' ? '工作时' : '工作日'}`

const headline = ({ limit, extensions }: Explanation): string =>
  [`时限：${limitText(limit)}`, ...extensions.map((extension) => `延期${limitText(extension)}`)].join('，')

function pauseLine({ from, to, workingMs, grounds }: Pause): string {
  const why = grounds.flatMap(({ reason, approvedBy }) => [
    ...(reason === undefined ? [] : [`原因：${reason}`]),
    ...(approvedBy === undefined ? [] : [`批准：${approvedBy}`]),
  ])
  return [`暂停：${momentOf(from)} 至 ${momentOf(to)}，扣除工作时间${durationText(workingMs)}`, ...why].join('；')
}

const provisionalLine = ({ calendars }: Explanation): string => {
  const years = calendars.filter(({ state }) => state === 'provisional').map(({ year }) => `${year}年`)
  return `${years.join('、')}放假安排尚未发布，截止时间为暂定`
}

const hoursText = ({ from, periods }: WorkingHours, dated: boolean): string =>
  `${dated ? `${from}起 ` : ''}${periods.map(({ start, end }) => `${start}–${end}`).join('、')}`

function dayLines(explanation: Explanation): string[] {
  const { limit, extensions, pauses, days } = explanation
  // Whole days can be numbered only while nothing breaks them up; otherwise minutes are told.
  const whole = [limit, ...extensions].every(({ unit }) => unit === 'day') && pauses.every(({ workingMs }) => workingMs === 0)
  const lines: string[] = []
  let [i, nth] = [0, 0]
  while (i < days.length) {
    const day = days[i]!
    let next = i + 1
    if (i === 0) lines.push(firstLine(explanation, day))
    else if (day.countedMs > 0) lines.push(`${dayText(day)} ${madeUp(day)}${whole ? `第${(nth += 1)}个工作日` : countedText(day)}`)
    else {
      while (next < days.length && days[next]!.countedMs === 0 && whyNot(days[next]!) === whyNot(day)) next += 1
      lines.push(`${rangeText(day, days[next - 1]!)} ${whyNot(day)}，不计`)
    }
    i = next
  }
  return lines
}

function firstLine({ from, limit }: Explanation, day: ExplainedDay): string {
  const what = limit.unit === 'day' ? '当日不计' : day.countedMs > 0 ? `${madeUp(day)}${countedText(day)}` : `${whyNot(day)}，不计`
  return `${momentOf(from)} 派遣，${what}`
}

const dayText = ({ date, weekday }: ExplainedDay): string => dateWithWeekday(date, weekday)

/** `2026-01-01(周四)至01-03(周六)`; the year again only when it changes. */
function rangeText(first: ExplainedDay, last: ExplainedDay): string {
  if (first === last) return dayText(first)
  const short = first.date.slice(0, 4) === last.date.slice(0, 4) ? last.date.slice(5) : last.date
  return `${dayText(first)}至${dateWithWeekday(short, last.weekday)}`
}

const madeUp = ({ day }: ExplainedDay): string => (day.kind === 'makeUp' ? '调休上班，' : '')

function countedText({ counted, countedMs, pausedMs, totalMs }: ExplainedDay): string {
  const spans = counted.map(({ from, to }) => `${clockOf(from)}–${clockOfEnd(to)}`).join('、')
  const paused = pausedMs > 0 ? `，暂停${durationText(pausedMs)}` : ''
  return `计 ${spans}，${durationText(countedMs)}，累计${durationText(totalMs)}${paused}`
}

function whyNot({ day, uncounted }: ExplainedDay): string {
  if (day.kind === 'holiday') return `${day.holiday}放假`
  if (day.kind === 'weekend') return '周末'
  return uncounted === 'suspended' ? '暂停' : '已过工作时段'
}
