import { secretFrom } from '../../domain/survey/secret'
import { standardQuestionnaire } from '../../domain/survey/questionnaire'
import { DAY_MS, HOUR_MS, MINUTE_MS, instantOf } from '../../domain/time/beijing'
import { surveyId } from '../../store/surveys'
import { demoHash } from '../demo/hashes'
import { ESTATES, TOWN_ID } from '../demo/town'
import { DILIGENCE } from './reports'
import type { World } from './world'

const DAYS = 14
/** Out of a hundred households, so many answer; and of the answers, so many say what the estate deserves. */
const ANSWERING = 0.93

/** 年度满意率调查 of every estate, at the doors: two weeks of the last month. The clock opens and counts them, and books what they add. */
export function planSurveys(world: World, month: string): void {
  const year = Number(month.slice(0, 4))
  const opensAt = instantOf(`${month}-05`, '00:00')
  for (const { _id: estate } of ESTATES) {
    const id = surveyId(TOWN_ID, estate, year)
    world.later(opensAt - 2 * DAY_MS + 10 * HOUR_MS, `survey ${estate} saved`, async () => {
      const saved = await world.act(`survey ${estate} saved`, 'office-1', 'saveSurvey', { estateId: estate, year, opensAt, closesAt: opensAt + DAYS * DAY_MS })
      await world.act(`survey ${estate} published`, 'office-2', 'publishSurvey', { surveyId: id, version: saved?.questionnaire.version ?? standardQuestionnaire.version })
    })
    world.later(opensAt + DAY_MS + 9 * HOUR_MS, `survey ${estate} doors`, () => planDoors(world, estate, id))
  }
}

async function planDoors(world: World, estate: string, id: string): Promise<void> {
  const doors = await world.look(`survey ${estate} list`, 'inspector-town', 'listDoors', { surveyId: id, building: '1' }, ({ buildings }) => buildings)
  for (const building of doors) {
    const households = await world.look(`survey ${estate} ${building}`, 'inspector-town', 'listDoors', { surveyId: id, building }, (reply) => reply.doors.map(({ householdId }) => householdId))
    for (const [index, householdId] of households.entries()) {
      const name = `survey ${estate} ${householdId}`
      if (world.chances.part(`${name} answers`) < ANSWERING) world.later(world.now() + (1 + index) * 20 * MINUTE_MS, name, () => atTheDoor(world, estate, id, householdId, name))
    }
  }
}

async function atTheDoor(world: World, estate: string, survey: string, householdId: string, name: string): Promise<void> {
  const diligence = DILIGENCE[estate] ?? 1
  const answers = standardQuestionnaire.questions.map(({ id }) => (world.chances.part(`${name} ${id}`) < diligence ? 5 - world.chances.whole(`${name} ${id} good`, 2) : 3 - world.chances.whole(`${name} ${id} bad`, 3)))
  await world.act(name, 'inspector-town', 'castAtDoor', { surveyId: survey, householdId, secret: secretFrom(demoHash(name)), answers, remark: '', milliseconds: 90_000 })
}
