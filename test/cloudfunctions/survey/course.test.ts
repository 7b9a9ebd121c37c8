import { AUDITOR, MANAGER, OFFICE, OFFICE_2, rest, RESIDENT, STRANGER } from '../../support/stories'
import { householdAt, HOME } from '../../support/households'
import { aBallot, answerAll, answersFrom, beats, CLOSES, counted, COUNTED, expectBalance, homeOf, openEstate, opened, OPENS, survey, SURVEY, urnsOf, votes } from '../../support/surveys'
import { at, openTown, personId, type Town } from '../../support/town'
import { DAY_MS } from '../../../domain/time/beijing'

let town: Town
// What is killed says so in the log.
beforeAll(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined))
afterAll(() => void jest.restoreAllMocks())
afterEach(() => town.close())
const save = (request: object = {}, by = OFFICE) => town.call(by, 'saveSurvey', { estateId: 'jinxiu', year: 2026, opensAt: OPENS, closesAt: CLOSES, ...request })

describe('a survey before it opens', () => {
  beforeEach(() => (town = openTown()))

  test.each([
    ['crossed', { opensAt: CLOSES, closesAt: OPENS }, /早于开始/],
    ['in the past', { opensAt: at('2026-11-01 00:00') }, /已经过去/],
    ['not whole days', { opensAt: OPENS + 1 }, /须是整天/],
    ['six of them', { closesAt: OPENS + 6 * DAY_MS }, /至少开放 7 天/],
    ['sixty-one of them', { closesAt: OPENS + 61 * DAY_MS }, /最多开放 60 天/],
    ['of the next year', { closesAt: at('2027-01-01 00:00') }, /2026 年内/],
  ])('days that are %s are refused in words', async (_, request, words) => {
    expect(await save(request)).toMatchObject({ code: 'SURVEY_DAYS_WRONG', words: expect.stringMatching(words) as string })
    expect(town.all('surveys')).toEqual([])
  })

  test.each([
    ['without the overall question', [{ id: 'cleaning', text: '干净吗？' }], /第一题须是总体/],
    ['with an empty question', [{ id: 'overall', text: '满意吗？' }, { id: 'own', text: ' ' }], /第 2 题没有写/],
    ['with the same question twice', [{ id: 'overall', text: '满意吗？' }, { id: 'own', text: '满意吗？' }], /与前面的题目相同/],
    ['with two questions of one name', [{ id: 'overall', text: '满意吗？' }, { id: 'overall', text: '好吗？' }], /编号有重复/],
  ])('a questionnaire %s is refused in words', async (_, questions, words) => {
    expect(await save({ questions })).toMatchObject({ code: 'QUESTIONNAIRE_WRONG', words: expect.stringMatching(words) as string })
  })

  test('keeps its version as long as its words, and what was not read is not published', async () => {
    expect(await save()).toMatchObject({ value: { questionnaire: { version: 1 } } })
    expect(await save({ closesAt: CLOSES + DAY_MS })).toMatchObject({ value: { questionnaire: { version: 1 } } })
    expect(await save({ remarkPrompt: '想说什么？' })).toMatchObject({ value: { questionnaire: { version: 2 } } })
    expect(await town.code(OFFICE, 'publishSurvey', { surveyId: SURVEY, version: 1 })).toBe('QUESTIONNAIRE_CHANGED')
    expect(await town.ok(OFFICE, 'publishSurvey', { surveyId: SURVEY, version: 2 })).toEqual({ asked: 11 })
    expect(await town.ok(OFFICE_2, 'publishSurvey', { surveyId: SURVEY, version: 2 })).toEqual({ asked: 11 })
    // A change takes it back.
    await save()
    expect(survey(town)).toMatchObject({ stage: 'draft', nextAt: null })
  })

  test('an estate whose roster has nobody to ask is refused, and says what to do', async () => {
    for (const household of town.all('households')) if (household.estateId === 'jinxiu') await town.store.remove('households', household._id)
    await save()
    expect(await town.call(OFFICE, 'publishSurvey', { surveyId: SURVEY, version: 1 })).toMatchObject({ code: 'SURVEY_WITHOUT_HOUSEHOLDS', words: '“锦绣花园”的名册里没有应调查的户，请先导入住户名册' })
  })

  test('a draft is seen by the office and the auditor alone', async () => {
    await save()
    const seen = async (by: string) => (await town.ok(by, 'readSurveys', {})).surveys.length
    expect([await seen(OFFICE), await seen(AUDITOR), await seen(RESIDENT), await seen(MANAGER)]).toEqual([1, 1, 0, 0])
    expect(await town.code(RESIDENT, 'readSurvey', { surveyId: SURVEY })).toBe('NOT_FOUND')
  })

  test('published on its first day, it opens with the next beat, with the roster of that minute', async () => {
    town.goTo('2026-11-05 14:30')
    await save()
    await town.ok(OFFICE, 'publishSurvey', { surveyId: SURVEY, version: 1 })
    await town.beat()
    expect(survey(town)).toMatchObject({ stage: 'open', opensAt: at('2026-11-05 14:30'), households: 11 })
  })

  test('once its first instant has come nothing can be changed, though the clock is late', async () => {
    await save()
    await town.ok(OFFICE, 'publishSurvey', { surveyId: SURVEY, version: 1 })
    town.goTo(OPENS)
    expect(await save({ opensAt: OPENS + DAY_MS, closesAt: CLOSES + DAY_MS })).toMatchObject({ code: 'SURVEY_UNDERWAY' })
    await town.beat()
    expect(await save()).toMatchObject({ code: 'SURVEY_UNDERWAY' })
  })
})

describe('a survey while it runs', () => {
  test('everybody who is asked hears of it in the morning, and in the last days only those who have not answered', async () => {
    town = openTown()
    await opened(town)
    const told = (kind: string) => town.all('notices').filter((notice) => notice.kind === kind).map(({ personId: id, tryAt }) => [id, tryAt])
    expect(told('surveyOpen')).toEqual([[personId(RESIDENT), at('2026-11-05 08:30')]])
    town.goTo('2026-11-17 09:00')
    await beats(town)
    expect(told('surveyLastDays')).toHaveLength(1)
    town.close()
    town = openTown()
    await opened(town)
    await town.ok(RESIDENT, 'castBallot', aBallot('x', householdAt(HOME)))
    town.goTo('2026-11-17 09:00')
    await beats(town)
    expect(told('surveyLastDays')).toEqual([])
  })

  test('shows everybody how many have answered, and nobody who, and no figure of the answers', async () => {
    town = openEstate(12)
    await opened(town)
    for (const n of [0, 1, 2]) await votes(town, n, { answers: answersFrom('11111111') })
    for (const by of [RESIDENT, STRANGER, MANAGER, OFFICE, AUDITOR]) {
      const read = await town.ok(by, 'readSurvey', { surveyId: SURVEY })
      expect([read.survey.answered, read.survey.households, read.result, read.bonus]).toEqual([3, 12, null, null])
    }
    expect(await town.ok(OFFICE, 'readSurveyDesk', { surveyId: SURVEY })).toMatchObject({ result: null, bonusPoints: null, signals: [], sample: [] })
    expect(await town.ok(OFFICE, 'listSurveyRemarksToRead', { surveyId: SURVEY, waiting: true })).toEqual({ remarks: [], nextCursor: null })
    expect(await town.code(OFFICE, 'readSurveyBundle', { surveyId: SURVEY })).toBe('SURVEY_NOT_FINAL')
  })

  test('a big estate has several urns, each for some hundred households', async () => {
    town = openEstate(801)
    await opened(town)
    expect(urnsOf(town)).toHaveLength(3)
    await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((n) => votes(town, n)))
    expectBalance(town, 8)
  })
})

/** So many of the households answer, so many of them satisfied. */
async function surveyed(households: number, answered: number, satisfied: number): Promise<void> {
  town = openEstate(households)
  await opened(town)
  await answerAll(town, answered, satisfied)
  await counted(town)
}
const entries = () => town.all('ledger').filter(({ rule }) => rule === 'satisfaction').map(({ points, month, basis }) => ({ points, month, basis: basis.id }))

describe('the count', () => {
  test.each([
    // households, answered, satisfied, points: the exact edges, in whole numbers
    [25, 19, 19, 0], [25, 20, 20, 1000], [25, 20, 18, 1000], [25, 20, 17, 500], [25, 20, 16, 500], [25, 20, 15, 0],
  ])('of %i households %i answered and %i are satisfied: the ledger has %i', async (households, answered, satisfied, points) => {
    await surveyed(households, answered, satisfied)
    expect(survey(town)).toMatchObject({ stage: 'final', result: { households, answered, satisfied, spent: answered } })
    expect(entries()).toEqual(points === 0 ? [] : [{ points, month: '2026-11', basis: SURVEY }])
    expect((await town.ok(RESIDENT, 'readSurvey', { surveyId: SURVEY })).bonus).toEqual({ points, isWithheld: false, reason: '' })
    const bundle = await town.ok(STRANGER, 'readSurveyBundle', { surveyId: SURVEY })
    expect(bundle.checks.filter(({ ok }) => !ok)).toEqual([])
    expect([bundle.receipts.length, bundle.result.spent, bundle.points]).toEqual([answered, answered, points])
  })

  test('waits until every function that took an answer in time has ended, and finds the ballot of the last millisecond', async () => {
    town = openEstate(12)
    await opened(town)
    town.goTo(CLOSES - 1)
    await votes(town, 0)
    town.goTo(CLOSES + 60_000)
    await rest(town)
    expect(survey(town).stage).toBe('open')
    town.goTo(COUNTED)
    await rest(town)
    expect(survey(town)).toMatchObject({ stage: 'final', result: { answered: 1, questions: null, modes: null } })
    expect(town.all('urns')).toEqual([])
  })

  test('is published to everybody asked, and the estate has a month to tell what it does', async () => {
    await surveyed(12, 11, 11)
    const kinds = town.all('notices').map(({ kind }) => kind)
    expect([kinds.filter((kind) => kind === 'surveyResult').length, kinds.filter((kind) => kind === 'surveyFollowUp').length]).toEqual([12, 1])
    const measure = { key: 'measure-000000000001', surveyId: SURVEY, questionId: 'order', text: '夜间巡逻改为每两小时一次' }
    expect(await town.code(RESIDENT, 'addMeasure', measure)).toBe('NOT_ALLOWED')
    expect(await town.code('manager-heping', 'addMeasure', measure)).toBe('NOT_FOUND')
    expect(await town.code(MANAGER, 'addMeasure', { ...measure, questionId: 'weather' })).toBe('BAD_REQUEST')
    for (let times = 0; times < 2; times += 1) await town.ok(MANAGER, 'addMeasure', measure)
    expect((await town.ok(STRANGER, 'readSurvey', { surveyId: SURVEY })).measures).toMatchObject([{ questionId: 'order', text: measure.text, who: '陈国平' }])
    town.goTo(COUNTED + 31 * DAY_MS)
    expect(await town.code(MANAGER, 'addMeasure', { ...measure, key: 'measure-000000000002' })).toBe('MEASURES_OVER')
  })

  test('killed after any of its database calls, it counts and books the same once', async () => {
    const outcome = () => JSON.stringify([survey(town).result, survey(town).stage, town.all('sealedUrns').flatMap(({ ballots }) => ballots), entries()])
    await surveyed(12, 11, 10)
    const undisturbed = outcome()
    town.close()
    for (let call = 1; call < 60; call += 3) {
      town = openEstate(12)
      await opened(town)
      await answerAll(town, 11, 10)
      town.goTo(COUNTED)
      town.life.endAt(call, call % 2 ? 'before' : 'after')
      await town.beat().catch(() => undefined)
      town.life.bear()
      await beats(town)
      expect([call, outcome()]).toEqual([call, undisturbed])
      if (call < 58) town.close()
    }
  })

  test('rewards wait for a survey that may still add points', async () => {
    town = openEstate(12)
    await opened(town, 'jinxiu', { opensAt: at('2026-12-10 00:00'), closesAt: at('2026-12-31 00:00') }).catch(() => undefined)
    await town.store.set('surveys', { ...survey(town), stage: 'held' })
    town.goTo('2027-01-05 09:00')
    await rest(town)
    expect(await town.call(OFFICE, 'allocateRewards', { year: 2026 })).toMatchObject({ code: 'SURVEY_PENDING', words: '锦绣花园 的满意率调查还没有定论，请先办完再分配' })
  })

  test('a ballot of the home that the auditor counts again is the one that was given', async () => {
    await surveyed(12, 11, 11)
    expect(town.one('households', homeOf(0)).spentIn).toEqual([SURVEY])
    expectBalance(town, 11)
  })
})
