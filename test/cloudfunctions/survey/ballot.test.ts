import { AUDITOR, INSPECTOR, MANAGER, NEIGHBOUR, RESIDENT, STRANGER } from '../../support/stories'
import { householdAt, HOME, invited } from '../../support/households'
import { aBallot, answersFrom, ballotsOf, CLOSES, counted, expectBalance, homeOf, MIDST, openEstate, opened, OPENS, secretOf, SURVEY, urnsOf, voterOf, votes } from '../../support/surveys'
import { openTown, personId, type Town } from '../../support/town'

describe('one household, one counted ballot', () => {
  let town: Town
  beforeEach(async () => {
    town = openEstate(12)
    await opened(town)
  })
  afterEach(() => town.close())
  const code = (n: number, changes: Parameters<typeof aBallot>[2] = {}, by = voterOf(n)) => town.code(by, 'castBallot', aBallot(by, homeOf(n), changes))

  test('spends the right of the household and puts a ballot into the urn; the receipt is all there is to show', async () => {
    const { receipt, revision } = await votes(town, 0, { answers: answersFrom('54321054'), remark: '路灯暗' })
    expect(receipt).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
    expect(revision).toBe(1)
    expectBalance(town, 1)
    const [urn] = urnsOf(town)
    expect(urn!.ballots[0]).toEqual({ id: urn!.ballots[0]!.id, revision: 1, answers: '54321054', mode: 'phone', isQuick: false })
    expect(urn!.remarks.map(({ text }) => text)).toEqual(['路灯暗'])
    expect(urn!.remarks[0]!.id).not.toBe(urn!.ballots[0]!.id)
  })

  test('a double tap, a lost reply and an old request that comes again are one ballot with one receipt', async () => {
    const [first, second] = await Promise.all([votes(town, 0), votes(town, 0)])
    const third = await votes(town, 0, { answers: answersFrom('11111111') })
    expect([first, second, third]).toEqual(Array(3).fill(first))
    expectBalance(town, 1)
    expect(ballotsOf(town)[0]!.answers).toBe('55555555')
  })

  test('until the close the phone with the secret answers again, and the last answers count; the receipt stays', async () => {
    const first = await votes(town, 0, { remark: '第一次' })
    const again = await votes(town, 0, { revision: 2, answers: answersFrom('22222222'), remark: '第二次' })
    expect(again).toEqual({ receipt: first.receipt, revision: 2 })
    // What was on its way since before comes last, and changes nothing.
    expect(await votes(town, 0, { revision: 1 })).toEqual(again)
    await votes(town, 0, { revision: 3, answers: answersFrom('33333333') })
    expectBalance(town, 1)
    expect(urnsOf(town).map(({ ballots, remarks }) => [ballots[0]!.answers, remarks])).toEqual([['33333333', []]])
  })

  test('a second phone of the household finds the right spent, and may change the answers only by the code of the first', async () => {
    await votes(town, 0)
    const household = town.one('households', homeOf(0))
    await town.store.set('households', { ...household, members: [...household.members, { ...household.members[0]!, personId: personId('second-phone') }] })
    expect(await code(0, {}, 'second-phone')).toBe('BALLOT_SPENT')
    expect(await town.ok('second-phone', 'castBallot', aBallot('', homeOf(0), { secret: secretOf(voterOf(0)), revision: 2, answers: answersFrom('44444444') }))).toMatchObject({ revision: 2 })
    expectBalance(town, 1)
  })

  test('two phones of a household at the same instant: one is counted, the other one hears that the household has answered', async () => {
    const household = town.one('households', homeOf(0))
    await town.store.set('households', { ...household, members: [...household.members, { ...household.members[0]!, personId: personId('second-phone') }] })
    const said = await Promise.all([code(0), code(0, {}, 'second-phone')])
    expect(said.sort()).toEqual(['BALLOT_SPENT', 'ok'])
    expectBalance(town, 1)
  })

  test('two households with one code are two ballots, and changing one of them leaves the other', async () => {
    const shared = secretOf('shared')
    await votes(town, 0, { secret: shared })
    await votes(town, 1, { secret: shared })
    await votes(town, 1, { secret: shared, revision: 2, answers: answersFrom('22222222') })
    expectBalance(town, 2)
    expect(ballotsOf(town).map(({ answers }) => answers).sort()).toEqual(['22222222', '55555555'])
    expect(new Set(ballotsOf(town).map(({ id }) => id)).size).toBe(2)
  })

  test('a phone that has lost its secret keeps the ballot it has given', async () => {
    await votes(town, 0)
    expect(await code(0, { secret: secretOf('another'), revision: 2 })).toBe('BALLOT_SPENT')
  })

  test.each([
    ['the last millisecond', CLOSES - 1, 'ok'],
    ['the closing instant', CLOSES, 'SURVEY_CLOSED'],
    ['a day after', CLOSES + 86_400_000, 'SURVEY_CLOSED'],
  ])('at %s', async (_, instant, expected) => {
    town.goTo(instant)
    expect(await code(0)).toBe(expected)
    expectBalance(town, expected === 'ok' ? 1 : 0)
  })

  test('answered in time, a lost reply is asked for again after the close and after the count; other answers come too late', async () => {
    const first = await votes(town, 0)
    town.goTo(CLOSES)
    expect(await votes(town, 0)).toEqual(first)
    await counted(town)
    expect(await votes(town, 0)).toEqual(first)
    expect(await code(0, { revision: 2 })).toBe('SURVEY_CLOSED')
    expectBalance(town, 1)
  })

  test('an urn that has been sealed meanwhile takes nothing, and the right is not spent either', async () => {
    await votes(town, 0)
    await town.store.remove('urns', `${SURVEY}:0`)
    expect(await code(1)).toBe('SURVEY_CLOSED')
    expect(town.one('households', homeOf(1)).spentIn).toEqual([])
  })

  test.each([
    ['one too few', '5555555', /第 8 题还没有作答/],
    ['one too many', '555555555', /答案比题目多/],
    ['none at all', '', /第 1 题还没有作答/],
    ['a choice that is not offered', '55565555', /第 4 题没有这个选项/],
    ['nothing to say about the whole', '05555555', /第 1 题没有这个选项/],
  ])('answers with %s are refused in words, and nothing is spent', async (_, digits, words) => {
    const envelope = await town.call(voterOf(0), 'castBallot', aBallot(voterOf(0), homeOf(0), { answers: answersFrom(digits) }))
    expect(envelope).toMatchObject({ ok: false, code: 'ANSWERS_WRONG', words: expect.stringMatching(words) as string })
    expectBalance(town, 0)
  })

  test.each([
    ['a secret with a wrong letter', { secret: `${secretOf('a').slice(0, 19)}I` }],
    ['a short secret', { secret: 'ABC' }],
    ['a remark of 201 characters', { remark: '字'.repeat(201) }],
    ['no revision', { revision: 0 }],
  ])('%s is refused before anything is read', async (_, changes) => {
    expect(await code(0, changes)).toBe('BAD_REQUEST')
    expectBalance(town, 0)
  })

  test('nobody answers for a household one is not bound to, of another estate, or of a survey that is not there', async () => {
    expect(await code(1, {}, voterOf(0))).toBe('HOUSEHOLD_NOT_YOURS')
    for (const by of ['nobody', STRANGER, MANAGER, INSPECTOR, AUDITOR]) expect([by, await code(0, {}, by)]).toEqual([by, 'HOUSEHOLD_NOT_YOURS'])
    expect(await town.code(voterOf(0), 'castBallot', aBallot('x', householdAt(HOME, 'heping')))).toBe('SURVEY_OTHER_ESTATE')
    expect(await town.code(voterOf(0), 'castBallot', aBallot('x', 'h-of-nobody'))).toBe('SURVEY_OTHER_ESTATE')
    expect(await town.code(voterOf(0), 'castBallot', aBallot('x', homeOf(0), { surveyId: 'survey:demo:jinxiu:2025' }))).toBe('NOT_FOUND')
    expectBalance(town, 0)
  })

  test('costs three database operations in one transaction, and the survey is read once by a warm function', async () => {
    await votes(town, 0)
    town.life.bear()
    await votes(town, 1)
    const [begin, commit] = [1, 1]
    expect(town.life.calls() - begin - commit).toBe(3)
  })

  test('WeChat is told neither the remark nor the answer', async () => {
    const told: string[] = []
    town.onText(async (_openid, text) => {
      told.push(text)
      return false
    })
    await votes(town, 0, { remark: '门卫总在睡觉' })
    expect(told).toEqual([])
  })
})

describe('who is asked', () => {
  let town: Town
  beforeEach(() => (town = openTown()))
  afterEach(() => town.close())
  const cast = (by: string, householdId: string) => town.code(by, 'castBallot', aBallot(by, householdId))

  test('a relative is heard at the door or not at all, whoever lives there answers', async () => {
    await invited(town, RESIDENT, NEIGHBOUR, HOME, 'relative')
    await opened(town)
    expect(await cast(NEIGHBOUR, householdAt(HOME))).toBe('RELATIVE_NO_VOICE')
    expect(await cast(RESIDENT, householdAt(HOME))).toBe('ok')
  })

  const change = async (status: 'vacant' | 'removed' | 'occupied', instant: number) => {
    const household = town.one('households', householdAt(HOME))
    await town.store.set('households', { ...household, status, history: [...household.history, { at: instant, status, by: 'p', reason: '核对' }] })
  }
  test.each([
    ['empty just before the opening', 'vacant', OPENS - 1, 'NOT_ASKED', 10],
    ['empty at the opening instant', 'vacant', OPENS, 'NOT_ASKED', 10],
    ['split up before the opening', 'removed', OPENS - 1, 'NOT_ASKED', 10],
    ['empty a moment later: the roster of the opening counts', 'vacant', OPENS + 1, 'ok', 11],
    ['split up while it runs: the right stays with the household of the opening', 'removed', OPENS + 1, 'ok', 11],
  ] as const)('a household that is %s', async (_, status, instant, expected, households) => {
    await change(status, instant)
    await opened(town)
    expect(town.one('surveys', SURVEY).households).toBe(households)
    expect(await cast(RESIDENT, householdAt(HOME))).toBe(expected)
  })

  test('a household that was put on the roster while it runs answers next year', async () => {
    await opened(town)
    const household = town.one('households', householdAt(HOME))
    await town.store.set('households', { ...household, _id: 'h-new', history: [{ at: MIDST, status: 'occupied', by: 'p', reason: '分户' }] })
    expect(await cast(RESIDENT, 'h-new')).toBe('NOT_ASKED')
    expect(town.one('surveys', SURVEY).households).toBe(11)
  })

  test('before the first day there is nothing to answer, and it says from when', async () => {
    await town.ok('office-1', 'saveSurvey', { estateId: 'jinxiu', year: 2026, opensAt: OPENS, closesAt: CLOSES })
    expect(await cast(RESIDENT, householdAt(HOME))).toBe('NOT_FOUND')
    await town.ok('office-2', 'publishSurvey', { surveyId: SURVEY, version: 1 })
    const envelope = await town.call(RESIDENT, 'castBallot', aBallot('x', householdAt(HOME)))
    expect(envelope).toMatchObject({ code: 'SURVEY_NOT_OPEN', words: expect.stringContaining('11月5日') as string })
  })
})
