import fc from 'fast-check'
import { builtInEdition } from '../../../domain/rulebook/builtIn'
import { standardQuestionnaire } from '../../../domain/survey/questionnaire'
import { BREAKDOWN_MIN, countBallots, honestBand, withMergedModes } from '../../../domain/survey/result'
import { satisfactionBonus } from '../../../domain/survey/satisfaction'
import { MODES, type Ballot, type Mode } from '../../../domain/survey/urn'
import { verifySurvey } from '../../../domain/survey/verify'

const ballot = (n: number, answers = '55555555', mode: Mode = 'phone'): Ballot => ({ id: `b${String(n).padStart(4, '0')}`, revision: 1, answers, mode, isQuick: false })
const ballots = (count: number, answers?: string, mode?: Mode, from = 0) => Array.from({ length: count }, (_, n) => ballot(from + n, answers, mode))
const count = (given: readonly Ballot[], households = 100) => countBallots({ questionnaire: standardQuestionnaire, ballots: withMergedModes(given), households, spent: given.length, countedAt: 0 })

describe('what is counted', () => {
  test('is the overall question alone: the two best steps are satisfied, the middle one is not', () => {
    expect(count([ballot(1, '51111111'), ballot(2, '41111111'), ballot(3, '35555555'), ballot(4, '25555555'), ballot(5, '15555555')]).satisfied).toBe(2)
  })

  test('by question has every step and those who had nothing to say', () => {
    const { questions } = count([...ballots(6, '54321054'), ...ballots(6, '50000000', 'phone', 6)])
    expect(questions?.[0]).toEqual({ questionId: 'overall', steps: [12, 0, 0, 0, 0], notMet: 0 })
    expect(questions?.[1]).toEqual({ questionId: 'cleaning', steps: [0, 6, 0, 0, 0], notMet: 6 })
  })

  test.each([[BREAKDOWN_MIN - 1, false], [BREAKDOWN_MIN, true], [BREAKDOWN_MIN + 1, true]])('with %i ballots has parts: %s', (answered, has) => {
    expect(count(ballots(answered)).questions !== null).toBe(has)
  })
})

describe('ways of answering', () => {
  const modesOf = (phone: number, door: number, paper: number) => count([...ballots(phone), ...ballots(door, undefined, 'door', 1000), ...ballots(paper, undefined, 'paper', 2000)]).modes?.map(({ mode, answered }) => [mode, answered]) ?? null
  test.each([
    ['all of them many', 20, 10, 10, [['phone', 20], ['door', 10], ['paper', 10]]],
    ['one with few: it and the next smallest are one, so that nothing can be subtracted', 40, 12, 9, [['phone', 40], ['merged', 21]]],
    ['two with few that are many together', 40, 6, 5, [['phone', 40], ['merged', 11]]],
    ['two with few that are few together take the third with them', 40, 4, 5, null],
    ['one way only', 40, 0, 0, null],
  ] as const)('%s', (_, phone, door, paper, expected) => {
    expect(modesOf(phone, door, paper)).toEqual(expected)
  })

  test('are never shown for fewer than ten, whatever they are', () => {
    fc.assert(fc.property(fc.nat(40), fc.nat(40), fc.nat(40), (phone, door, paper) => {
      const modes = modesOf(phone, door, paper)
      if (modes === null) return
      expect(modes.length).toBeGreaterThan(1)
      for (const [, answered] of modes) expect(answered).toBeGreaterThanOrEqual(BREAKDOWN_MIN)
      expect(modes.reduce((sum, [, answered]) => sum + Number(answered), 0)).toBe(phone + door + paper)
    }))
  })
})

describe('the honest band', () => {
  test.each([
    ['80 of 100 answered, 72 of them satisfied: between 72 and 92 of 100', { households: 100, answered: 80, satisfied: 72 }, { from: 72, to: 92, of: 100 }],
    ['everybody answered: no band at all', { households: 12, answered: 12, satisfied: 9 }, { from: 9, to: 9, of: 12 }],
    ['nobody answered: anything', { households: 12, answered: 0, satisfied: 0 }, { from: 0, to: 12, of: 12 }],
  ])('%s', (_, given, expected) => expect(honestBand(given)).toEqual(expected))
})

describe('the published bundle', () => {
  const given = Array.from({ length: 90 }, (_, n) => ballot(n, n < 81 ? '5'.repeat(8) : '2'.repeat(8)))
  const result = count(given)
  const sound = { surveyId: 's', result, receipts: given.map(({ id }) => id), points: satisfactionBonus(builtInEdition, result).points, isWithheld: false, seedHash: 'hash of seed', seed: 'seed' }
  const failures = (changes: object) => verifySurvey(builtInEdition, { ...sound, ...changes }, (text) => `hash of ${text}`).filter(({ ok }) => !ok).map(({ words }) => words)

  test('of a sound survey holds in every point', () => expect(failures({})).toEqual([]))
  test.each([
    ['a spent right without a ballot', { result: { ...result, spent: 91 } }, /已用答题权/],
    ['a ballot without a receipt', { receipts: sound.receipts.slice(1) }, /回执/],
    ['one receipt for two', { receipts: [...sound.receipts.slice(1), sound.receipts[1]!] }, /没有重复/],
    ['more ballots than households', { result: { ...result, households: 89 } }, /不多于/],
    ['a satisfied one too many', { result: { ...result, satisfied: 82 } }, /总体满意度/],
    ['a question that does not add up', { result: { ...result, questions: result.questions!.map((question, index) => (index === 3 ? { ...question, notMet: 1 } : question)) } }, /每一题/],
    ['points that the rule does not give', { points: 500 }, /加分与细则/],
    ['a bonus in spite of two who withheld it', { isWithheld: true }, /不计加分/],
    ['another seed', { seed: 'other' }, /抽样种子/],
  ])('shows %s', (_, changes, words) => expect(failures(changes).join()).toMatch(words))
  test('ways that do not add up show', () => {
    const mixed = count([...ballots(20), ...ballots(20, undefined, 'door', 100)])
    expect(failures({ result: { ...mixed, modes: mixed.modes!.map((mode, index) => (index === 0 ? { ...mode, answered: 19 } : mode)) } }).join()).toMatch(/各作答方式/)
    expect(MODES).toContain('door')
  })
})
