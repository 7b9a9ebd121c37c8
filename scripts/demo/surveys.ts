import { secretFrom } from '../../domain/survey/secret'
import { daysFault } from '../../domain/survey/stage'
import { DAY_MS, dayNumberOf, MINUTE_MS, startOfDayNumber, yearOf } from '../../domain/time/beijing'
import { surveyId } from '../../store/surveys'
import type { Player } from '../play/player'
import { demoHash } from './hashes'
import { TOWN_ID } from './town'

type Telling = {
  readonly estate: string
  readonly daysLeft: number
  /** Doors that nobody has opened yet. */
  readonly closed: readonly string[]
  readonly answers: readonly string[]
  readonly remarks: Readonly<Record<number, string>>
  /** Answers given faster than anybody reads. */
  readonly quick: number
}
const DAYS_AGO = 9

/** One survey that runs and waits for 李阿姨's household, one that is counted, and one whose bonus waits for two of the office. */
const SURVEYS: readonly Telling[] = [
  { estate: 'jinxiu', daysLeft: 5, closed: ['1 幢 1 单元 301', '1 幢 2 单元 301', '1 幢 2 单元 501', '3 幢 2 单元 501'], answers: ['54543453', '44345340', '35443254', '55544455', '43452304', '54454345', '24332423'], remarks: {}, quick: 0 },
  { estate: 'heping', daysLeft: -2, closed: ['1 幢 1 单元 301'], answers: ['54543453', '44345344', '55443254', '55544455', '43452304', '54454345', '45332423', '53545443', '44553345', '24332223'], remarks: { 1: '北门的路灯坏了很久，晚上看不清路', 3: '保洁阿姨很负责', 9: '停车太乱，消防通道总被占' }, quick: 0 },
  { estate: 'cuihu', daysLeft: -2, closed: ['3 幢 2 单元 301'], answers: ['55555555', '55555554', '54555555', '55545555', '43452304', '54454345', '45332423', '53545443', '44553345', '55543223'], remarks: { 0: '都好', 4: '希望游乐区早点修好' }, quick: 4 },
]
const idOf = ({ estate }: Telling, year: number) => surveyId(TOWN_ID, estate, year)
const midnight = (instant: number): number => startOfDayNumber(dayNumberOf(instant))
type Days = { readonly year: number; readonly opensAt: number; readonly closesAt: number; readonly now: number }
const daysOf = ({ daysLeft }: Telling, now: number): Days => {
  const today = midnight(now)
  const opensAt = today - DAYS_AGO * DAY_MS
  const year = yearOf(opensAt)
  // Near the end of a year what runs has to end with it.
  const last = startOfDayNumber(dayNumberOf(Date.UTC(year, 11, 31)))
  return { year, opensAt, closesAt: Math.min(today + daysLeft * DAY_MS, last), now: opensAt - DAY_MS }
}
/** In the first days of January there is none: a survey belongs to one year. */
const playable = (now: number) => SURVEYS.filter((survey) => daysFault(daysOf(survey, now)) === null && yearOf(now) === daysOf(survey, now).year)

/** Written and published the day before, so that the clock opens them. To be played before that day. */
export async function publishSurveys(player: Player, now: number): Promise<void> {
  for (const survey of playable(now)) {
    const { year, opensAt, closesAt } = daysOf(survey, now)
    const { surveyId: id, questionnaire } = await player.call('office-1', 'saveSurvey', { estateId: survey.estate, year, opensAt, closesAt })
    await player.call('office-2', 'publishSurvey', { surveyId: id, version: questionnaire.version })
  }
}

/** Answered at the doors, four days ago. */
export async function answerSurveys(player: Player, at: (instant: number) => void, now: number): Promise<void> {
  const evening = midnight(now) - 4 * DAY_MS + 17 * 60 * MINUTE_MS
  for (const [round, survey] of playable(now).entries()) {
    const id = idOf(survey, daysOf(survey, now).year)
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

/** The remarks of the counted one are read, and its estate says what it does. */
export async function followSurveys(player: Player, now: number): Promise<void> {
  const [, counted] = playable(now)
  if (counted?.estate !== 'heping') return
  const id = idOf(counted, daysOf(counted, now).year)
  const { remarks } = await player.call('office-1', 'listSurveyRemarksToRead', { surveyId: id, waiting: true })
  for (const { id: remarkId, text } of remarks) if (!text.includes('停车')) await player.call('office-1', 'decideSurveyRemark', { surveyId: id, remarkId, publish: true })
  await player.call('manager-heping', 'addMeasure', { key: 'story-measure-00001', surveyId: id, questionId: 'repairs', text: '北门路灯已更换，以后报修当天查看、三天内修好', photos: [await player.photo('manager-heping', 'story-measure-after', true)] })
  await player.beat()
}
