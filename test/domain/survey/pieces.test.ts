import fc from 'fast-check'
import { codeFrom } from '../../../domain/household/code'
import { answersFault } from '../../../domain/survey/answers'
import { mismatches } from '../../../domain/survey/paper'
import { questionnaireFault, QUESTION_LENGTH_MAX, standardQuestionnaire } from '../../../domain/survey/questionnaire'
import { denials, drawSample, sampleSize } from '../../../domain/survey/recontact'
import { isAsked, statusAt, type StatusChange } from '../../../domain/survey/right'
import { ballotId, isSecret, readSecret, receiptOf, remarkId, SECRET_BYTES, secretFrom, showSecret } from '../../../domain/survey/secret'
import { findSignals, FLAGGED_PERCENT_MAX, needsReview } from '../../../domain/survey/signals'
import { burstOf, BURST_MS, emptyUrn, revised, urnOf, urnsFor, type Ballot } from '../../../domain/survey/urn'
import { demoHash } from '../../../scripts/demo/hashes'

const hex = fc.uint8Array({ minLength: SECRET_BYTES, maxLength: SECRET_BYTES }).map((bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''))

describe('改答码', () => {
  test('is read back however it is written, and one wrong letter is noticed', () => {
    fc.assert(fc.property(hex, fc.nat(19), (chance, place) => {
      const secret = secretFrom(chance)
      expect(isSecret(secret)).toBe(true)
      expect(readSecret(showSecret(secret).toLowerCase())).toBe(secret)
      const other = secret[place] === 'A' ? 'B' : 'A'
      expect(readSecret(secret.slice(0, place) + other + secret.slice(place + 1))).toBeNull()
    }))
  })

  test('of every byte has a part: two that differ in one make two secrets', () => {
    const zeros = '00'.repeat(SECRET_BYTES)
    for (let place = 0; place < SECRET_BYTES; place += 1) expect(secretFrom(`${zeros.slice(0, place * 2)}01${zeros.slice(place * 2 + 2)}`)).not.toBe(secretFrom(zeros))
  })

  test('names a ballot, a remark and a receipt that have nothing in common', () => {
    const secret = secretFrom('5a'.repeat(SECRET_BYTES))
    const whose = { surveyId: 'survey:2026', householdId: 'h1' }
    const [ballot, remark] = [ballotId(demoHash, whose, secret), remarkId(demoHash, whose, secret)]
    expect(ballot).not.toBe(remark)
    // The code of another year or household names nothing here.
    for (const other of [{ ...whose, surveyId: 'survey:2025' }, { ...whose, householdId: 'h2' }]) expect(ballotId(demoHash, other, secret)).not.toBe(ballot)
    const receipt = receiptOf(demoHash, ballot)
    expect(receipt).toBe(receiptOf(demoHash, ballot))
    // Nobody finds the ballot by what stands on it, or the other way round, without the key.
    expect(receipt.replace('-', '')).not.toBe(codeFrom(ballot))
  })
})

describe('who is asked', () => {
  const change = (at: number, status: StatusChange['status']): StatusChange => ({ at, status, by: 'p', reason: '' })
  const history = [change(10, 'occupied'), change(20, 'vacant'), change(30, 'removed')]
  test.each([[9, null], [10, 'occupied'], [19, 'occupied'], [20, 'vacant'], [29, 'vacant'], [30, 'removed'], [99, 'removed']])('at %i the household is %s', (at, status) => expect(statusAt(history, at)).toBe(status))
  test.each([['occupied', 10, true], ['occupied', 20, false], ['all', 20, true], ['all', 30, false], ['all', 9, false]] as const)('with the denominator %s at %i: %s', (denominator, at, asked) => expect(isAsked(denominator, history, at)).toBe(asked))
})

describe('urns', () => {
  test.each([[0, 1], [1, 1], [400, 1], [401, 2], [20_000, 50]])('%i households have %i', (households, urns) => expect(urnsFor(households)).toBe(urns))
  test('each household has one, and they are filled alike', () => {
    const counts = [0, 0, 0]
    for (let n = 0; n < 1200; n += 1) counts[urnOf(demoHash(`household ${n}`), 3)]! += 1
    for (const count of counts) expect(Math.abs(count - 400)).toBeLessThan(100)
  })
  test('a changed ballot keeps its place in the order of ids, and its old remark goes', () => {
    const ballot = (id: string, answers: string): Ballot => ({ id, revision: 1, answers, mode: 'phone', isQuick: false })
    const urn = { ...emptyUrn, ballots: [ballot('a', '1'), ballot('c', '2')], remarks: [{ id: 'x', text: '旧' }] }
    expect(revised(urn, ballot('c', '5'), 'x', null)).toMatchObject({ ballots: [{ id: 'a' }, { id: 'c', answers: '5' }], remarks: [] })
    expect(revised(urn, ballot('b', '5'), 'y', { id: 'y', text: '新' }).ballots.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })
  test.each([[0, 0], [BURST_MS - 1, 0], [BURST_MS, 1], [-5, 0]])('%i ms after the opening is in five minutes number %i', (ms, burst) => expect(burstOf(1000, 1000 + ms)).toBe(burst))
})

describe('questionnaires and answers', () => {
  test('the standard one is sound, and each of its questions has a choice of five; all but the first may be passed over', () => {
    expect(questionnaireFault(standardQuestionnaire)).toBeNull()
    for (const step of [5, 4, 3, 2, 1]) expect(answersFault(standardQuestionnaire, standardQuestionnaire.questions.map(() => step))).toBeNull()
    expect(answersFault(standardQuestionnaire, standardQuestionnaire.questions.map((_, index) => (index === 0 ? 5 : 0)))).toBeNull()
  })
  test.each([[QUESTION_LENGTH_MAX, null], [QUESTION_LENGTH_MAX + 1, `第 2 题超过 ${QUESTION_LENGTH_MAX} 字`]])('a question of %i characters: %s', (length, fault) => {
    expect(questionnaireFault({ ...standardQuestionnaire, questions: [standardQuestionnaire.questions[0]!, { id: 'own', text: '问'.repeat(length) }] })).toBe(fault)
  })
})

describe('the sample', () => {
  const ids = Array.from({ length: 300 }, (_, n) => `h${n}`)
  test.each([[0, 0], [3, 3], [5, 5], [100, 5], [101, 6], [300, 15]])('of %i spent rights is %i', (spent, size) => expect(sampleSize(spent)).toBe(size))
  test('follows from the seed alone, whatever order the households come in, and is another one with another seed', () => {
    const drawn = drawSample('seed', ids, demoHash)
    expect(drawSample('seed', [...ids].reverse(), demoHash)).toEqual(drawn)
    expect(drawSample('other', ids, demoHash)).not.toEqual(drawn)
  })
})

test('two readings differ where they differ, and where one has no sheet', () => {
  expect(mismatches(['555', '123'], ['555', '143'])).toEqual([{ sheet: 2, question: 2 }])
  expect(mismatches(['55'], [])).toEqual([{ sheet: 1, question: 1 }, { sheet: 1, question: 2 }])
})

test.each([
  ['one of twenty stands for a twentieth', ['denied'], 20, 400, 20],
  ['who was not reached says nothing', ['denied', 'unreached', 'unreached'], 5, 36, 12],
  ['nobody reached, nothing said', ['unreached', 'unreached'], 2, 2, 0],
  ['nobody in the sample', [], 0, 0, 0],
])('%s', (_, outcomes, sampled, answered, flagged) => expect(denials(outcomes, sampled, answered)).toMatchObject({ kind: 'denied', flagged }))

describe('the threshold', () => {
  const signal = (flagged: number) => [{ kind: 'quick' as const, seen: flagged, flagged }]
  test.each([[10, 100, false], [11, 100, true], [1, 10, false], [2, 10, true], [0, 0, false]])(`%i flagged of %i is more than ${FLAGGED_PERCENT_MAX} %%: %s`, (flagged, answered, waits) => expect(needsReview(signal(flagged), answered)).toBe(waits))
  test('an urn that is empty has no signal', () => {
    expect(findSignals({ urns: [emptyUrn], households: 10, opensAt: 0, toldAt: [] }).every(({ seen, flagged }) => seen === 0 && flagged === 0)).toBe(true)
  })
})
