import { householdAt } from '../../support/households'
import { INSPECTOR, MANAGER, OFFICE, OFFICE_2 } from '../../support/stories'
import { aBallot, answersFrom, ballotsOf, CLOSES, counted, expectBalance, homeOf, openEstate, opened, secretOf, survey, SURVEY, voterOf, votes } from '../../support/surveys'
import { personId, type Town } from '../../support/town'

let town: Town
beforeEach(async () => {
  town = openEstate(40)
  await opened(town)
})
afterEach(() => town.close())

describe('at the door', () => {
  const atDoor = (n: number, changes: object = {}, by = INSPECTOR) => town.call(by, 'castAtDoor', { surveyId: SURVEY, householdId: homeOf(n), secret: secretOf(`door ${n}`), answers: answersFrom('43215043'), remark: '', milliseconds: 60_000, ...changes })

  test('the resident presses on the phone of an inspector or the office, once, and it is known as such', async () => {
    const first = await atDoor(0)
    expect(await atDoor(0)).toEqual(first)
    expect(await atDoor(0, { secret: secretOf('again') }, OFFICE)).toMatchObject({ code: 'BALLOT_SPENT' })
    expectBalance(town, 1)
    expect(ballotsOf(town)).toMatchObject([{ mode: 'door', revision: 1 }])
  })

  test('with the code it was given the household changes the answers on its own phone: nobody at the door has the last word', async () => {
    await atDoor(0)
    await town.ok(voterOf(0), 'castBallot', aBallot('', homeOf(0), { secret: secretOf('door 0'), revision: 2, answers: answersFrom('11111111') }))
    expect(ballotsOf(town)).toMatchObject([{ answers: '11111111', mode: 'door', revision: 2 }])
    expectBalance(town, 1)
  })

  test('whoever manages the estate is not let in with the questions about it', async () => {
    const inspector = town.one('people', personId(INSPECTOR))
    await town.store.set('people', { ...inspector, grants: [...inspector.grants, { role: 'manager', estateId: 'jinxiu' }] })
    expect(await atDoor(0)).toMatchObject({ code: 'OWN_ESTATE' })
    expect(await atDoor(0, {}, MANAGER)).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  test('the list of doors has the households that are asked, by building, and whether they have answered', async () => {
    await atDoor(0)
    await votes(town, 1)
    const { buildings, doors } = await town.ok(INSPECTOR, 'listDoors', { surveyId: SURVEY, building: '1幢' })
    expect(buildings).toEqual(['1'])
    expect(doors).toHaveLength(40)
    expect(doors.filter(({ standing }) => standing === 'answered').map(({ householdId }) => householdId).sort()).toEqual([homeOf(0), homeOf(1)].sort())
    expect((await town.ok(INSPECTOR, 'listDoors', { surveyId: SURVEY, building: '1', open: true })).doors).toHaveLength(38)
  })

  test('more than five households in five minutes is faster than one person walks', async () => {
    for (let n = 0; n < 6; n += 1) await atDoor(n, { answers: answersFrom(`4${n % 5}215043`) })
    await counted(town)
    expect(survey(town).signals.find(({ kind }) => kind === 'doorBurst')).toMatchObject({ flagged: 6 })
  })

  test('a way of answering with few ballots is told apart from the others no more', async () => {
    for (let n = 0; n < 3; n += 1) await atDoor(n)
    for (let n = 3; n < 25; n += 1) await votes(town, n)
    await counted(town)
    expect(new Set(ballotsOf(town).map(({ mode }) => mode))).toEqual(new Set(['merged']))
    expect(survey(town).result?.modes).toBeNull()
  })
})

describe('on paper', () => {
  const envelopes = [0, 1, 2, 3, 4]
  const register = (numbers = envelopes, key = 'paper-000000000001', by = INSPECTOR) => town.call(by, 'registerPaper', { key, surveyId: SURVEY, householdIds: numbers.map(homeOf) })
  const batchId = () => town.all('paperBatches')[0]!._id
  const SHEETS = ['55555555', '43214321', '11111111', '50505050', '33333333']
  const keyIn = (by: string, sheets = SHEETS) => town.call(by, 'keyPaper', { batchId: batchId(), sheets })

  test('two people key in the same, and all envelopes and sheets are counted at once', async () => {
    expect(await register()).toMatchObject({ ok: true })
    expect(await register()).toMatchObject({ ok: true })
    expect(town.all('paperBatches')).toHaveLength(1)
    expect(await keyIn(OFFICE)).toMatchObject({ value: { isCounted: false, mismatches: [] } })
    expect(await keyIn(OFFICE)).toMatchObject({ value: { isCounted: false } })
    expectBalance(town, 0)
    expect(await keyIn(OFFICE_2)).toMatchObject({ value: { isCounted: true } })
    expect(await keyIn(OFFICE_2)).toMatchObject({ value: { isCounted: true } })
    expectBalance(town, 5)
    expect(ballotsOf(town).map(({ answers, mode }) => [answers, mode]).sort()).toEqual(SHEETS.map((answers) => [answers, 'paper']).sort())
    // What was keyed in stands beside the households no more.
    expect(town.all('paperBatches')).toMatchObject([{ state: 'counted', keyed: [{ sheets: [] }, { sheets: [] }] }])
    expect(await town.code(OFFICE, 'releasePaper', { batchId: batchId(), reason: '弄错了' })).toBe('PAPER_OVER')
  })

  test('where two readings differ both are told the place, and neither what the other read', async () => {
    await register()
    await keyIn(OFFICE)
    const wrong = SHEETS.map((sheet, index) => (index === 2 ? '11151111' : sheet))
    const envelope = await keyIn(OFFICE_2, wrong)
    expect(envelope).toMatchObject({ value: { isCounted: false, mismatches: [{ sheet: 3, question: 4 }] } })
    const { batches } = await town.ok(INSPECTOR, 'readPaperBatches', { surveyId: SURVEY })
    expect(batches).toMatchObject([{ envelopes: 5, keyedBy: ['周主任', '吴干事'], keyedByMe: false, mismatches: [{ sheet: 3, question: 4 }] }])
    expect(JSON.stringify(batches)).not.toContain('11151111')
    // Either reads again, or a third person does: two that are the same count.
    expect(await keyIn(INSPECTOR)).toMatchObject({ value: { isCounted: true } })
    expectBalance(town, 5)
  })

  test('a household whose envelope is registered answers no other way, and again when it is released', async () => {
    await register()
    expect(await town.code(voterOf(0), 'castBallot', aBallot('x', homeOf(0)))).toBe('BALLOT_ON_PAPER')
    expect(await town.ok(INSPECTOR, 'releasePaper', { batchId: batchId(), reason: '信封是空的' })).toEqual({})
    expect(await town.code(voterOf(0), 'castBallot', aBallot('x', homeOf(0)))).toBe('ok')
    expect(await keyIn(OFFICE)).toMatchObject({ code: 'PAPER_OVER' })
  })

  test('who has answered already is named, and nothing is registered', async () => {
    await votes(town, 2)
    const before = town.dump()
    expect(await register()).toMatchObject({ code: 'PAPER_SPENT', words: '1 幢 1 单元 102 已经作答，请把这几户的信封原封退回，其余的再登记' })
    expect(town.dump()).toBe(before)
  })

  test.each([
    ['fewer than five envelopes', [0, 1, 2, 3], 'PAPER_TOO_FEW'],
    ['the same household five times', [0, 0, 0, 0, 0], 'PAPER_TOO_FEW'],
  ])('%s are not opened', async (_, numbers, code) => {
    expect(await register(numbers)).toMatchObject({ code })
  })

  test('an envelope of another estate is refused', async () => {
    expect(await town.code(INSPECTOR, 'registerPaper', { key: 'paper-000000000009', surveyId: SURVEY, householdIds: [...[0, 1, 2, 3].map(homeOf), householdAt('1-1-301', 'heping')] })).toBe('SURVEY_OTHER_ESTATE')
  })

  test.each([
    ['one sheet too few', SHEETS.slice(1), /信封 5 个，录入 4 份/],
    ['a sheet with a question left out', [...SHEETS.slice(1), '5555555'], /第 5 份：第 8 题还没有作答/],
    ['a sheet with a six', [...SHEETS.slice(1), '55655555'], /第 5 份：第 3 题没有这个选项/],
  ])('%s is said in words', async (_, sheets, words) => {
    await register()
    expect(await keyIn(OFFICE, sheets)).toMatchObject({ code: 'PAPER_SHEETS_WRONG', words: expect.stringMatching(words) as string })
  })

  test('what is not keyed in twice by the close is not counted, and its rights are not spent', async () => {
    await register()
    await keyIn(OFFICE)
    town.goTo(CLOSES)
    expect(await keyIn(OFFICE_2)).toMatchObject({ code: 'SURVEY_CLOSED' })
    await counted(town)
    expect(survey(town)).toMatchObject({ stage: 'final', result: { answered: 0, spent: 0 } })
    // And what had been read is kept beside no household.
    expect(town.all('paperBatches')).toMatchObject([{ state: 'released', keyed: [] }])
    expect(town.all('households').filter(({ paper }) => paper !== null)).toEqual([])
  })
})
