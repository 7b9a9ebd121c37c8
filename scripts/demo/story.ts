import { DAY_MS, HOUR_MS, MINUTE_MS, instantOf, dateOf } from '../../domain/time/beijing'
import { nextWorkingInstant, addWorkingMs } from '../../domain/time/workingTime'
import { TEMPLATE_IDS } from '../../config/templates'
import type { Cloud } from '../../local-cloud/start'
import type { TemplateKey } from '../../types/codes'
import { playerOn, type Player } from '../play/player'
import { demoCalendarAt } from './calendars'
import { answerSurveys, doorsAt, followSurveys, publishSurveys, surveysBegin, SURVEY_STEPS } from './surveys'
import { ESTATES, PEOPLE } from './town'

export const addWorking = (from: number, ms: number): number => {
  const added = addWorkingMs(demoCalendarAt(from), from, ms)
  if (!added.ok) throw Object.assign(new Error(`no calendar of ${added.year}`), { code: 'CALENDAR_MISSING' })
  return added.at
}
const workingFrom = (at: number): number => {
  const next = nextWorkingInstant(demoCalendarAt(at), at)
  return next.ok ? next.at : at
}

/** A morning so many working days before: over a week of holidays nothing is handled, and nothing passes its deadline. */
function morningBefore(now: number, workingDays: number): number {
  let morning = now
  for (let left = workingDays, day = now - DAY_MS; left > 0; day -= DAY_MS) {
    morning = workingFrom(instantOf(dateOf(day), '08:40'))
    if (dateOf(morning) === dateOf(day)) left -= 1
  }
  return morning
}

type Telling = { readonly estate: string; readonly category: string; readonly spot: string; readonly text: string }
const FINISHED: readonly (Telling & { readonly workingDaysAgo: number; readonly answerAfterHours: number })[] = [
  { workingDaysAgo: 6, estate: 'jinxiu', category: '0201', spot: 'bins', text: '分类亭旁边垃圾散落一地，有污水', answerAfterHours: 1 },
  { workingDaysAgo: 6, estate: 'heping', category: '0214', spot: 'b3', text: '楼道口灭鼠毒饵站是空的', answerAfterHours: 10 },
  { workingDaysAgo: 5, estate: 'yangguang', category: '0207', spot: 'b5', text: '单元门上贴满小广告', answerAfterHours: 6 },
  { workingDaysAgo: 4, estate: 'cuihu', category: '0106', spot: 'play', text: '健身器材踏板断了，小孩子容易受伤', answerAfterHours: 9 },
  { workingDaysAgo: 3, estate: 'guixiang', category: '0203', spot: 'gate-n', text: '北门边堆着旧家具没人清', answerAfterHours: 1 },
]
const OPEN: readonly (Telling & { readonly dispatch: boolean })[] = [
  { estate: 'jinxiu', category: '0301', spot: 'garden', text: '花园里有一棵枯树，草也很久没修剪', dispatch: true },
  { estate: 'jinxiu', category: '0302', spot: 'b6', text: '有人在 6 幢后面的绿地停车，草皮压坏了', dispatch: true },
  { estate: 'lvzhou', category: '0104', spot: 'parking', text: '停车场入口的井盖破了一角', dispatch: true },
  { estate: 'jinxiu', category: '0201', spot: 'gate-s', text: '南门口落叶和纸屑堆了好几天', dispatch: false },
  { estate: 'cuihu', category: '0208', spot: 'b2', text: '公共绿化上晒满被子', dispatch: false },
]

/** When the story begins that ends at `now`: in that month the town is assessed first. */
export const storyStart = (now: number): number => Math.min(morningBefore(now, FINISHED[0]!.workingDaysAgo) - DAY_MS, surveysBegin(now))

/** Two weeks of an ordinary town, played through the real actions and the real clock, ending at `now`: what a newcomer finds on the first look. */
export async function playStory(cloud: Cloud, now: number): Promise<void> {
  const player = playerWithWeChat(cloud)
  const at = (instant: number) => cloud.clock.freezeAt(Math.min(instant, now))
  at(storyStart(now))
  await acceptMessages(cloud, player)
  await publishSurveys(player, now)
  const finish = async (telling: (typeof FINISHED)[number], index: number, morning: number) => {
    const { caseId } = await report(player, at, morning, telling, `story-${index}`)
    const filedAt = addWorking(morning, 20 * MINUTE_MS)
    at(filedAt)
    await player.call('office-1', 'fileCase', { caseId, categoryCode: telling.category, dispatch: true })
    at(addWorking(filedAt, telling.answerAfterHours * HOUR_MS))
    await player.beat()
    const manager = `manager-${telling.estate}`
    await player.call(manager, 'answerCase', { caseId, text: '已安排人员处理完毕，请查看照片', photos: [await player.photo(manager, `story-${index}-after`, true)] })
    await player.beat()
    at(addWorking(filedAt, (telling.answerAfterHours + 2) * HOUR_MS))
    if (index !== FINISHED.length - 1) await player.call('office-2', 'verifyCase', { caseId, matches: true, method: 'photos', text: '照片与现场相符', close: true })
    await player.beat()
  }
  const deeds = [
    { from: doorsAt(now, true), play: () => answerSurveys(player, at, now, true) },
    ...FINISHED.map((telling, index) => ({ telling, index, from: morningBefore(now, telling.workingDaysAgo) })).map(({ telling, index, from }) => ({ from, play: () => finish(telling, index, from) })),
  ]
  for (const { play } of deeds.sort((one, other) => one.from - other.from)) await play()
  at(morningBefore(now, 2))
  const found = await player.photo('inspector-town', 'story-inspection', false)
  await player.call('inspector-town', 'enterInspection', { key: 'story-inspection-0001', estateId: 'yangguang', level: 'town', mode: 'unannounced', problems: [{ categoryCode: '0107', place: { spotId: 'yangguang-bins' }, text: '垃圾桶未盖，责任牌缺失', photos: [found] }] })
  await player.beat()
  // Two surveys have ended since: counted and told.
  at(workingFrom(now - 2 * DAY_MS + HOUR_MS))
  for (let steps = 0; steps < SURVEY_STEPS; steps += 1) await player.beat()
  await followSurveys(player, now)
  await answerSurveys(player, at, now, false)
  await player.call('office-1', 'enterPropertyCheck', { key: 'story-check-000001', estateId: 'cuihu', ruleCode: '2.6.1', count: 1, note: '重阳节敬老活动', photos: [] })
  for (const [index, telling] of OPEN.entries()) {
    const { caseId } = await report(player, at, now - (OPEN.length - index) * 25 * MINUTE_MS, telling, `story-open-${index}`)
    if (telling.dispatch) await player.call('office-1', 'fileCase', { caseId, categoryCode: telling.category, dispatch: true })
  }
  at(now)
  await player.beat()
  cloud.clock.moveTo(now)
}

/** WeChat judges a photo only while its sender is about, so the clock beats soon after each, and the verdict is there at once. */
function playerWithWeChat(cloud: Cloud): Player {
  const player = playerOn(cloud)
  return {
    ...player,
    beat: async () => {
      await player.beat()
      await cloud.deliverVerdicts()
    },
  }
}

async function report(player: Player, at: (instant: number) => void, instant: number, { estate, category, spot, text }: Telling, name: string) {
  const reporter = `resident-${estate}-1`
  at(instant)
  const photo = await player.photo(reporter, name, false)
  const reported = await player.call(reporter, 'reportCase', { key: name.padEnd(20, '0'), estateId: estate, categoryCode: category, place: { spotId: `${estate}-${spot}` }, text, photos: [photo] })
  await player.beat()
  return reported
}

const ACCEPTED = 12

/** Everybody but one manager has accepted some messages, so that the desk has somebody to call. */
async function acceptMessages(cloud: Cloud, player: Player): Promise<void> {
  const told = PEOPLE.filter(({ openid }) => openid !== `manager-${ESTATES[5]?._id}`)
  for (const { openid, grants } of told) {
    const templates: TemplateKey[] = grants.some(({ role }) => role === 'manager') ? ['caseTask', 'caseDeadline'] : ['caseProgress']
    for (const template of templates) cloud.acceptMessages(openid, TEMPLATE_IDS[template], ACCEPTED)
    for (let times = 0; times < ACCEPTED; times += 1) await player.call(openid, 'addQuota', { accepted: templates })
  }
}
