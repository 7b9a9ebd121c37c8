import { dateOf, dayNumberOfDate, msOfDay } from '../time/beijing'
import { decisionIds } from './decisions'
import type { Decisions, Edition, TieBreak, WorkingHours } from './edition'
import { exactly, percent, positiveWhole, unique, wholePoints, wholePointsOrUndecided, when, written, type Problems } from './problems'
import { withDecisions } from './withDecisions'

const tieBreaks = ['fewerOverdue', 'higherSatisfaction', 'fewerDeductions', 'recordedDraw'] as const satisfies readonly TieBreak[]

const choices = {
  longTermPeriod: ['month', 'cumulative'],
  bandEdge: ['higher', 'lower'],
  keyAndRecurrent: ['both', 'keyReplacesRecurrent'],
  coverageDenominator: ['occupied', 'all'],
  prizeAmounts: ['asWritten', 'corrected'],
  monthMembers: ['anyDay', 'wholeMonth'],
  yearMembers: ['atEnd', 'wholeYear'],
} as const satisfies { readonly [Field in keyof Decisions]?: readonly Decisions[Field][] }

const checkPeriods = ({ from, periods }: WorkingHours): Problems => {
  const where = `工作时段（自${from}起）`
  const times = periods.flatMap(({ start, end }) => [msOfDay(start), msOfDay(end)])
  if (times.length === 0) return [`${where}：一段也没有`]
  if (times.includes(undefined)) return [`${where}：时间须写作“时时:分分”`]
  // Read in a row, starts and ends must rise; only an end and the start after it may meet.
  const rises = times.every((time, place) => {
    const before = times[place - 1]
    if (time === undefined || before === undefined) return true
    return place % 2 === 0 ? before <= time : before < time
  })
  return when(!rises, `${where}：时段须先后有序，互不重叠`)
}

const checkWorkingHours = (workingHours: readonly WorkingHours[], effectiveFrom: number): Problems => {
  const first = workingHours[0]
  if (first === undefined) return ['工作时段：未规定']
  const days = workingHours.map(({ from }) => dayNumberOfDate(from))
  if (days.includes(undefined)) return ['工作时段：起始日期须写作“年年年年-月月-日日”，且确有其日']
  return [
    ...when(
      workingHours.some(({ from }, place) => from <= (workingHours[place - 1]?.from ?? '')),
      '工作时段：须按起始日期先后排列，日期不得重复',
    ),
    ...when(first.from > dateOf(effectiveFrom), '工作时段：方案生效之日尚无工作时段'),
    ...workingHours.flatMap(checkPeriods),
  ]
}

/** The numbers that rest on a decision, as one text to compare. */
const dependent = ({ findings, propertyRules, awards }: Edition): string => JSON.stringify([findings, propertyRules, awards])

/** 补充规定的检查: each decision well formed, explained, and followed by the numbers that rest on it. @source 补充规定 D1–D15 */
export const checkDecisions = (edition: Edition): Problems => {
  const { decisions, decisionNotes } = edition
  const problems = [
    ...wholePointsOrUndecided('补充规定D1', decisions.delayedHandlingPoints),
    ...wholePointsOrUndecided('补充规定D2', decisions.missedMeetingPoints),
    ...wholePointsOrUndecided('补充规定D3', decisions.townFindingPoints),
    ...checkWorkingHours(decisions.workingHours, edition.effectiveFrom),
    ...Object.entries(choices).flatMap(([field, allowed]) =>
      when(!(allowed as readonly unknown[]).includes(decisions[field as keyof Decisions]), `补充规定${field}：没有这种选择`),
    ),
    ...unique('同分比较', decisions.tieBreaks),
    ...decisions.tieBreaks.filter((tieBreak) => !tieBreaks.includes(tieBreak)).map((tieBreak) => `同分比较不认识：${tieBreak}`),
    ...when(decisions.tieBreaks.at(-1) !== 'recordedDraw', '同分比较：最后须以抽签了结'),
    ...wholePoints('补充规定D9', decisions.filedReportPoints),
    ...positiveWhole('申诉期', decisions.appealWindowDays),
    ...positiveWhole('公示期', decisions.publicityDays),
    ...percent('核查比例', decisions.verificationSharePercent),
    ...when(!Number.isSafeInteger(decisions.verificationMin) || decisions.verificationMin < 0, '最少核查件数：须为不小于零的整数'),
    ...exactly('补充规定说明', decisionIds, decisionNotes.map(({ id }) => id)),
    ...decisionNotes.flatMap(({ id, question, decided, why }) => written(`补充规定${id}说明`, question, decided, why)),
  ]
  // Following the decisions is only asked of decisions that are sound themselves.
  if (problems.length > 0) return problems
  const followed = withDecisions(edition, {})
  return [
    ...when(dependent(followed) !== dependent(edition), '补充规定：有分值或金额没有照补充规定改写'),
    ...decisionNotes
      .filter(({ decided }, place) => decided !== followed.decisionNotes[place]?.decided)
      .map(({ id }) => `补充规定${id}说明：文字与规定不符`),
  ]
}
