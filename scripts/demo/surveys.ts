import { secretFrom } from '../../domain/survey/secret'
import { RUN_DAYS_MIN } from '../../domain/survey/stage'
import { DAY_MS, dayNumberOf, HOUR_MS, instantOf, MINUTE_MS, startOfDayNumber, yearOf } from '../../domain/time/beijing'
import { surveyId } from '../../store/surveys'
import type { Player } from '../play/player'
import { demoHash } from './hashes'
import { TOWN_ID } from './town'

/** Opened or counted, and told: a step in a beat. */
export const SURVEY_STEPS = 4

type Telling = {
  readonly estate: string
  readonly isOver: boolean
  /** Doors that nobody has opened yet. */
  readonly closed: readonly string[]
  readonly answers: readonly string[]
  readonly remarks: Readonly<Record<number, string>>
  /** Answers given faster than anybody reads. */
  readonly quick: number
}
const [DAYS_AGO, DAYS_LEFT, DAYS_OVER] = [9, 5, 2]

/** One survey that runs and waits for 李阿姨's household, one that is counted, and one whose bonus waits for two of the office. */
const SURVEYS: readonly Telling[] = [
  { estate: 'jinxiu', isOver: false, closed: ['1 幢 1 单元 301', '1 幢 2 单元 301', '1 幢 2 单元 501', '3 幢 2 单元 501'], answers: ['54543453', '44345340', '35443254', '55544455', '43452304', '54454345', '24332423'], remarks: {}, quick: 0 },
  { estate: 'heping', isOver: true, closed: ['1 幢 1 单元 301'], answers: ['54543453', '44345344', '55443254', '55544455', '43452304', '54454345', '45332423', '53545443', '44553345', '24332223'], remarks: { 1: '北门的路灯坏了很久，晚上看不清路', 3: '保洁阿姨很负责', 9: '停车太乱，消防通道总被占' }, quick: 0 },
  { estate: 'cuihu', isOver: true, closed: ['3 幢 2 单元 301'], answers: ['55555555', '55555554', '54555555', '55545555', '43452304', '54454345', '45332423', '53545443', '44553345', '55543223'], remarks: { 0: '都好', 4: '希望游乐区早点修好' }, quick: 4 },
]
const midnight = (instant: number): number => startOfDayNumber(dayNumberOf(instant))
type Days = { readonly year: number; readonly opensAt: number; readonly closesAt: number }

/**
 * A survey closes within its year, and no later than 30 December: on the 31st none can run, so the next one opens in the night; in the first days of
 * January those that are over are of the year before.
 */
function daysOf({ isOver }: Telling, now: number): Days {
  const today = midnight(now)
  const days = (opensAt: number, closesAt: number): Days => ({ year: yearOf(opensAt), opensAt, closesAt })
  const newYear = (year: number) => instantOf(`${year}-01-01`, '00:00')
  if (!isOver) {
    const year = yearOf(today + DAY_MS)
    const opensAt = Math.max(today - DAYS_AGO * DAY_MS, newYear(year))
    return days(opensAt, Math.min(Math.max(today + DAYS_LEFT * DAY_MS, opensAt + RUN_DAYS_MIN * DAY_MS), newYear(year + 1) - DAY_MS))
  }
  const closesAt = today - DAYS_OVER * DAY_MS
  const closed = yearOf(closesAt - RUN_DAYS_MIN * DAY_MS) === yearOf(closesAt) ? closesAt : newYear(yearOf(closesAt)) - DAY_MS
  return days(closed - RUN_DAYS_MIN * DAY_MS, closed)
}
const idOf = (survey: Telling, now: number): string => surveyId(TOWN_ID, survey.estate, daysOf(survey, now).year)

/** The day before the first of them opens. */
export const surveysBegin = (now: number): number => Math.min(...SURVEYS.map((survey) => daysOf(survey, now).opensAt)) - DAY_MS

/** Written and published the day before, so that the clock opens them. To be played before that day. */
export async function publishSurveys(player: Player, now: number): Promise<void> {
  for (const survey of SURVEYS) {
    const { year, opensAt, closesAt } = daysOf(survey, now)
    const { surveyId: id, questionnaire } = await player.call('office-1', 'saveSurvey', { estateId: survey.estate, year, opensAt, closesAt })
    await player.call('office-2', 'publishSurvey', { surveyId: id, version: questionnaire.version })
  }
}

/** The first evening at the doors: of those that are over right after they opened, of the one that runs yesterday. */
export function doorsAt(now: number, areOver: boolean): number {
  const { opensAt } = daysOf(SURVEYS.find(({ isOver }) => isOver === areOver)!, now)
  return (areOver ? opensAt + DAY_MS : Math.max(opensAt, midnight(now) - DAY_MS)) + 17 * HOUR_MS
}

/** Answered at the doors. */
export async function answerSurveys(player: Player, at: (instant: number) => void, now: number, areOver: boolean): Promise<void> {
  for (const [round, survey] of SURVEYS.filter(({ isOver }) => isOver === areOver).entries()) {
    const evening = doorsAt(now, areOver)
    if (daysOf(survey, now).opensAt > now) continue
    at(evening)
    for (let steps = 0; steps < SURVEY_STEPS; steps += 1) await player.beat()
    const id = idOf(survey, now)
    let visited = 0
    for (const building of ['1', '2', '3'])
      for (const { householdId, label } of (await player.call('inspector-town', 'listDoors', { surveyId: id, building, open: true })).doors) {
        const answers = survey.answers[visited]
        if (survey.closed.includes(label) || answers === undefined) continue
        at(evening + (round * 20 + visited) * 7 * MINUTE_MS)
        await player.call('inspector-town', 'castAtDoor', { surveyId: id, householdId, secret: secretFrom(demoHash(`demo ballot ${survey.estate} ${label}`)), answers: [...answers].map(Number), remark: survey.remarks[visited] ?? '', milliseconds: visited < survey.quick ? 4_000 : 80_000 })
        visited += 1
      }
  }
}

/** Of the households drawn to be asked so many are left for who tries it out. */
const CALLS_LEFT = 2

/** Most of the drawn households are asked about the one whose bonus waits; the remarks of the counted one are read, and its estate says what it does. */
export async function followSurveys(player: Player, now: number): Promise<void> {
  const doubted = idOf(SURVEYS.find(({ estate }) => estate === 'cuihu')!, now)
  const { sample } = await player.call('office-1', 'readSurveyDesk', { surveyId: doubted })
  for (const { householdId } of sample.slice(CALLS_LEFT)) await player.call('office-1', 'recordRecontact', { surveyId: doubted, householdId, outcome: 'confirmed', note: '' })
  const id = idOf(SURVEYS.find(({ estate }) => estate === 'heping')!, now)
  const { remarks } = await player.call('office-1', 'listSurveyRemarksToRead', { surveyId: id, waiting: true })
  for (const { id: remarkId, text } of remarks) if (!text.includes('停车')) await player.call('office-1', 'decideSurveyRemark', { surveyId: id, remarkId, publish: true })
  await player.call('manager-heping', 'addMeasure', { key: 'story-measure-00001', surveyId: id, questionId: 'repairs', text: '北门路灯已更换，以后报修当天查看、三天内修好', photos: [await player.photo('manager-heping', 'story-measure-after', true)] })
  await player.beat()
}
