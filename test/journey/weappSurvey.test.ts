import { HOUR_MS, instantOf } from '../../domain/time/beijing'
import { startWeappTown, type WeappTown } from '../weapp/town'
import type { Phone } from '../weapp/host'

const OPENS = instantOf('2026-11-25', '00:00')
const CLOSES = instantOf('2026-12-09', '00:00')
const SURVEY = 'survey:demo:jinxiu:2026'
const ON_IT = `surveyId=${encodeURIComponent(SURVEY)}`

describe('the survey with the mini-program that ships', () => {
  let town: WeappTown
  let mine: Phone
  const beats = async () => {
    for (let n = 0; n < 4; n += 1) await town.player.beat()
  }
  const ballots = () => town.cloud.engine.find('urns', {}).flatMap((urn) => urn.ballots as { answers: string; revision: number }[])

  beforeAll(async () => {
    town = await startWeappTown(OPENS - HOUR_MS, '2026-11')
    const { questionnaire } = await town.player.call('office-1', 'saveSurvey', { estateId: 'jinxiu', year: 2026, opensAt: OPENS, closesAt: CLOSES })
    await town.player.call('office-2', 'publishSurvey', { surveyId: SURVEY, version: questionnaire.version })
    town.cloud.clock.freezeAt(OPENS)
    await beats()
    town.cloud.clock.freezeAt(OPENS + 10 * HOUR_MS)
  })
  afterAll(async () => {
    await town?.cloud.close()
  })

  test('is on the home page of who may answer, and is answered question by question', async () => {
    mine = await town.phoneOf('resident-jinxiu-1', 'pages/home/index')
    await mine.waitFor('锦绣花园满意率调查')
    mine = await town.phoneOf('resident-jinxiu-1', `survey/pages/answer/index?${ON_IT}`)
    await mine.waitFor('开始作答')
    await mine.tap('开始作答')
    for (let n = 1; n <= 8; n += 1) {
      await mine.waitFor(`第 ${n} 题 / 共 8 题`)
      await mine.tap(n === 4 ? '没接触过' : '满意')
    }
    await mine.waitFor('题目答完了，还有一句话')
    await mine.tap('下一步')
    await mine.waitFor('请核对一遍，点一下就能改')
    await mine.tap('提交答卷')
    await mine.waitFor('谢谢您')
    expect(ballots()).toMatchObject([{ answers: '44404444', revision: 1 }])
  })

  test('another phone of the same person without the code finds that the household has answered, and keeps off', async () => {
    const other = await town.phoneOf('resident-jinxiu-1', `survey/pages/answer/index?${ON_IT}`)
    await other.waitFor('您家已作答')
    expect(ballots()).toHaveLength(1)
  })

  test('the coverage is there for everybody', async () => {
    const anybody = await town.phoneOf('resident-heping-1', `survey/pages/result/index?${ON_IT}`)
    await anybody.waitFor('已答 1 / 11 户')
  })

  test('nothing was thrown, left out of the templates, or asked of WeChat that it does not have', () => {
    expect(town.phones.flatMap(({ errors, unstubbed }) => [...errors, ...unstubbed])).toEqual([])
  })
})
