import { beginning } from '../../support/killed'
import { INSPECTOR, OFFICE, OFFICE_2 } from '../../support/stories'
import { aBallot, answerAll, answersFrom, ballotsOf, CLOSES, counted, expectBalance, homeOf, openEstate, opened, OPENS, secretOf, SURVEY, survey, voterOf, votes } from '../../support/surveys'
import type { Town } from '../../support/town'

beforeAll(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined))
afterAll(() => void jest.restoreAllMocks())

const open = () => openEstate(8)
const begun = async (town: Town) => void (await opened(town))
const PAPER = { key: 'paper-000000000001', surveyId: SURVEY, householdIds: [] as string[] }
const SHEETS = ['55555555', '43214321', '11111111', '50505050', '33333333']
const registered = async (town: Town) => {
  await begun(town)
  return (await town.ok(OFFICE, 'registerPaper', { ...PAPER, householdIds: [0, 1, 2, 3, 4].map(homeOf) })).batchId
}

describe('a function that the platform kills before or after any of its database calls, and a phone that sends again', () => {
  test('a ballot is one ballot for one right, or none for none', () =>
    beginning(open, begun, (town) => town.call(voterOf(0), 'castBallot', aBallot(voterOf(0), homeOf(0), { remark: '路灯暗' })), (town) => {
      expectBalance(town, 1)
      expect(town.all('urns').flatMap(({ remarks }) => remarks)).toHaveLength(1)
    }))

  test('other answers are there, or the ones before', () =>
    beginning(open, async (town) => {
      await begun(town)
      await votes(town, 0, { remark: '第一次' })
    }, (town) => town.call(voterOf(0), 'castBallot', aBallot(voterOf(0), homeOf(0), { revision: 2, answers: answersFrom('11111111') })), (town) => {
      expectBalance(town, 1)
      expect(ballotsOf(town)).toMatchObject([{ revision: 2, answers: '11111111' }])
    }))

  test('at the door it is the same', () =>
    beginning(open, begun, (town) => town.call(INSPECTOR, 'castAtDoor', { surveyId: SURVEY, householdId: homeOf(0), secret: secretOf('door'), answers: answersFrom('43215043'), remark: '', milliseconds: 60_000 }), (town) => expectBalance(town, 1)))

  test('a batch of paper is registered whole or not at all', () =>
    beginning(open, begun, (town) => town.call(OFFICE, 'registerPaper', { ...PAPER, householdIds: [0, 1, 2, 3, 4].map(homeOf) }), (town) => {
      expect(town.all('paperBatches')).toHaveLength(1)
      expect(town.all('households').filter(({ paper }) => paper !== null)).toHaveLength(5)
    }))

  test('a batch of paper is counted whole or not at all', () =>
    beginning(open, async (town) => {
      const batchId = await registered(town)
      await town.ok(OFFICE, 'keyPaper', { batchId, sheets: SHEETS })
      return batchId
    }, (town, batchId) => town.call(OFFICE_2, 'keyPaper', { batchId, sheets: SHEETS }), (town) => expectBalance(town, 5)))

  test('a booked bonus is taken back once', () =>
    beginning(open, async (town) => {
      await begun(town)
      await answerAll(town, 7, 7)
      await counted(town)
      for (const { householdId } of (await town.ok(OFFICE, 'readSurveyDesk', { surveyId: SURVEY })).sample) await town.ok(OFFICE, 'recordRecontact', { surveyId: SURVEY, householdId, outcome: 'denied' })
      await town.ok(OFFICE, 'decideSurvey', { surveyId: SURVEY, release: false, reason: '都说没有答过' })
    }, (town) => town.call(OFFICE_2, 'decideSurvey', { surveyId: SURVEY, release: false, reason: '都说没有答过' }), (town) => {
      expect(survey(town).decided).toMatchObject({ release: false })
      expect(town.all('assessments').map(({ kind }) => kind)).toEqual(['survey', 'correction'])
    }))

  test('a survey is published once', () =>
    beginning(open, (town) => town.ok(OFFICE, 'saveSurvey', { estateId: 'jinxiu', year: 2026, opensAt: OPENS, closesAt: CLOSES }), (town) => town.call(OFFICE, 'publishSurvey', { surveyId: SURVEY, version: 1 }), (town) => expect(survey(town).stage).toBe('scheduled')))
})
