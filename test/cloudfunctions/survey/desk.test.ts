import { AUDITOR, MANAGER, OFFICE, OFFICE_2, RESIDENT } from '../../support/stories'
import { answerAll, answersFrom, beats, counted, homeOf, openEstate, opened, secretOf, spentOf, survey, SURVEY, voterOf, votes } from '../../support/surveys'
import { personId, type Town } from '../../support/town'

let town: Town
beforeEach(async () => {
  town = openEstate(40)
  await opened(town)
})
afterEach(() => town.close())

const desk = (by = OFFICE) => town.ok(by, 'readSurveyDesk', { surveyId: SURVEY })
const signal = async (kind: string) => (await desk()).signals.find((each) => each.kind === kind)!
const entries = () => town.all('ledger').filter(({ rule }) => rule === 'satisfaction')
const decide = (by: string, release: boolean, reason = '回访属实') => town.call(by, 'decideSurvey', { surveyId: SURVEY, release, reason })
async function callAll(outcome: 'confirmed' | 'denied' = 'confirmed') {
  for (const { householdId } of (await desk()).sample) await town.ok(OFFICE, 'recordRecontact', { surveyId: SURVEY, householdId, outcome })
}
/** Thirty-six ordinary answers, and four that nobody can have read. */
async function held() {
  await answerAll(town, 32, 30)
  for (const n of [32, 33, 34, 35]) await votes(town, n, { milliseconds: 2_000, answers: answersFrom(`4${n % 4}34${(n % 3) + 1}122`) })
  await counted(town)
}

describe('signals', () => {
  test('one phone for three households counts, for two it does not', async () => {
    for (const n of [1, 2]) await town.store.set('households', { ...town.one('households', homeOf(n)), members: town.one('households', homeOf(0)).members })
    const cast = async (n: number) => void (await town.ok(voterOf(0), 'castBallot', { surveyId: SURVEY, householdId: homeOf(n), secret: secretOf(`one phone ${n}`), revision: 1, answers: answersFrom('54345345'), remark: '', milliseconds: 60_000 }))
    await cast(0)
    await cast(1)
    await cast(2)
    await counted(town)
    expect(await signal('onePhone')).toEqual({ kind: 'onePhone', seen: 3, flagged: 3 })
    // Whose phone it was is forgotten with the count.
    expect(town.all('sealedUrns').map(({ phones }) => phones)).toEqual([{}])
  })

  test('a crowd in five minutes counts, but not right after the households were told', async () => {
    for (let n = 0; n < 12; n += 1) await votes(town, n, { answers: answersFrom(`4${n % 5}3${(n + 2) % 5}1234`) })
    await counted(town)
    expect(await signal('burst')).toEqual({ kind: 'burst', seen: 12, flagged: 12 })
    town.close()
    town = openEstate(40)
    await opened(town)
    town.goTo('2026-11-05 09:10')
    for (let n = 0; n < 12; n += 1) await votes(town, n, { answers: answersFrom(`4${n % 5}3${(n + 2) % 5}1234`) })
    await counted(town)
    expect(await signal('burst')).toEqual({ kind: 'burst', seen: 0, flagged: 0 })
  })

  test("WeChat's risk rank counts from 3 on, and where there is none nothing stops", async () => {
    town.onRank((openid) => (openid === voterOf(0) ? 3 : openid === voterOf(1) ? 2 : null))
    for (const n of [0, 1, 2]) await votes(town, n)
    await counted(town)
    expect(await signal('risk')).toEqual({ kind: 'risk', seen: 1, flagged: 1 })
    expect(survey(town).result?.answered).toBe(3)
  })

  test('all the same answer is seen and counts for nothing; the same odd pattern five times counts', async () => {
    for (let n = 0; n < 12; n += 1) {
      if (n % 4 === 0) town.goTo(town.now() + 660_000)
      await votes(town, n, n < 6 ? {} : { answers: answersFrom('43425135') })
    }
    await counted(town)
    expect([await signal('straightLine'), await signal('samePattern')]).toEqual([{ kind: 'straightLine', seen: 6, flagged: 0 }, { kind: 'samePattern', seen: 6, flagged: 6 }])
  })

  test('no signal deletes or stops anything', async () => {
    await held()
    expect(survey(town).result).toMatchObject({ answered: 36, spent: 36 })
  })
})

describe('a bonus above the threshold', () => {
  beforeEach(held)

  test('waits, the office is told, and residents read no figure yet', async () => {
    expect(survey(town).stage).toBe('held')
    expect(entries()).toEqual([])
    expect(town.all('notices').filter(({ kind }) => kind === 'surveyHeld')).toHaveLength(2)
    expect(await town.ok(RESIDENT, 'readSurvey', { surveyId: SURVEY })).toMatchObject({ survey: { stage: 'held', answered: 36 }, result: null, bonus: null })
    expect(await desk(AUDITOR)).toMatchObject({ bonusPoints: 1000, flaggedMost: 4, flaggedPercentMax: 10 })
  })

  test('is decided by two, after every household of the sample has been called', async () => {
    expect(await decide(OFFICE, true)).toMatchObject({ code: 'RECONTACT_FIRST', words: '抽样回访还没有做完（还有 5 户），做完才能审定加分' })
    await callAll()
    expect(await decide(OFFICE, true)).toMatchObject({ value: { isDecided: false } })
    // The same person again is one person.
    expect(await decide(OFFICE, true)).toMatchObject({ value: { isDecided: false } })
    expect(await decide(OFFICE, true, '另一个理由')).toMatchObject({ code: 'OWN_ACT' })
    expect(entries()).toEqual([])
    // Another word is another proposal, and the first one must agree.
    expect(await decide(OFFICE_2, false)).toMatchObject({ value: { isDecided: false } })
    expect(await decide(OFFICE, true)).toMatchObject({ value: { isDecided: false } })
    expect(await decide(OFFICE_2, true)).toMatchObject({ value: { isDecided: true } })
    expect(await decide(OFFICE_2, true)).toMatchObject({ value: { isDecided: true } })
    await beats(town)
    expect(entries()).toMatchObject([{ points: 1000, month: '2026-11', by: personId(OFFICE_2) }])
    expect(await town.ok(RESIDENT, 'readSurvey', { surveyId: SURVEY })).toMatchObject({ survey: { stage: 'final' }, bonus: { points: 1000, isWithheld: false } })
    expect((await town.ok(RESIDENT, 'readSurveyBundle', { surveyId: SURVEY })).checks.every(({ ok }) => ok)).toBe(true)
  })

  test('that is withheld books nothing, and the result is public with the reason', async () => {
    await callAll('denied')
    expect(await signal('denied')).toEqual({ kind: 'denied', seen: 5, flagged: 36 })
    await decide(OFFICE, false, '五户都说没有答过')
    await decide(OFFICE_2, false, '五户都说没有答过')
    await beats(town)
    expect(entries()).toEqual([])
    expect(await town.ok(RESIDENT, 'readSurvey', { surveyId: SURVEY })).toMatchObject({ bonus: { points: 0, isWithheld: true, reason: '五户都说没有答过' } })
    expect((await town.ok(RESIDENT, 'readSurveyBundle', { surveyId: SURVEY })).checks.every(({ ok }) => ok)).toBe(true)
  })

  test('is not decided by whoever manages the estate', async () => {
    const office = town.one('people', personId(OFFICE_2))
    await town.store.set('people', { ...office, grants: [...office.grants, { role: 'manager', estateId: 'jinxiu' }] })
    await callAll()
    expect(await decide(OFFICE_2, true)).toMatchObject({ code: 'OWN_ESTATE' })
  })

  test('the sample is the one whose seed was fixed before anybody answered', async () => {
    const { sample, seedHash } = await desk()
    expect(sample).toHaveLength(5)
    expect(new Set(sample.map(({ householdId }) => householdId)).size).toBe(5)
    for (const { householdId } of sample) expect(spentOf(town).map(({ _id }) => _id)).toContain(householdId)
    expect(await desk()).toMatchObject({ sample, seedHash })
    expect(await town.code(OFFICE, 'recordRecontact', { surveyId: SURVEY, householdId: homeOf(39), outcome: 'confirmed' })).toBe('NOT_IN_SAMPLE')
  })

})

describe('a bonus that is booked', () => {
  beforeEach(async () => {
    await answerAll(town, 36, 34)
    await counted(town)
    await beats(town)
  })
  const call = async (index: number, outcome: 'confirmed' | 'denied' | 'unreached') => void (await town.ok(OFFICE, 'recordRecontact', { surveyId: SURVEY, householdId: (await desk()).sample[index]!.householdId, outcome }))
  const scoreOf = async () => (await town.ok(AUDITOR, 'readStandings', { period: '2026-11' })).standings.find(({ estateId }) => estateId === 'jinxiu')!
  /** 分配, after every tie was drawn. */
  const year = async (by: string) => {
    await town.ok(by, 'recordDraw', { year: 2026, order: town.all('estates').map(({ _id }) => _id), note: '抽签' })
    return town.code(by, 'allocateRewards', { year: 2026 })
  }

  test('is not there to be decided, whoever confirms', async () => {
    expect(survey(town).stage).toBe('final')
    await callAll()
    expect((await desk()).survey.waits).toEqual({ review: false, remarks: 0 })
    expect(await decide(OFFICE, false)).toMatchObject({ code: 'NOT_HELD' })
  })

  test('one of five that denies stands for a fifth of all: two look at it again, and no year is allocated before', async () => {
    await call(0, 'denied')
    expect(await signal('denied')).toEqual({ kind: 'denied', seen: 1, flagged: 7 })
    expect((await desk()).survey.waits).toEqual({ review: true, remarks: 0 })
    expect((await town.ok(RESIDENT, 'readSurveys', { year: 2026 })).surveys[0]?.waits).toBeNull()
    expect(await decide(OFFICE, false)).toMatchObject({ code: 'RECONTACT_FIRST' })
    town.goTo('2027-01-10 09:00')
    await beats(town)
    expect(await year(OFFICE)).toBe('SURVEY_PENDING')
    // Who was not reached says nothing, so the one that denies weighs more; a second call clears it up.
    await call(1, 'unreached')
    expect(await signal('denied')).toEqual({ kind: 'denied', seen: 1, flagged: 9 })
    await call(0, 'confirmed')
    expect((await desk()).survey.waits?.review).toBe(false)
    expect(await year(OFFICE)).toBe('ok')
  })

  test('is taken back by two: a reversal that names the entry, once, and neither score nor tie has it any more', async () => {
    expect(await scoreOf()).toMatchObject({ propertyPoints: 11_000, satisfaction: { satisfied: 34, answered: 36 } })
    await callAll('denied')
    await decide(OFFICE, false, '五户都说没有答过')
    expect(await decide(OFFICE_2, false, '五户都说没有答过')).toMatchObject({ value: { isDecided: true } })
    expect(await decide(OFFICE_2, false, '五户都说没有答过')).toMatchObject({ value: { isDecided: true } })
    await beats(town)
    await beats(town)
    const [booked, takenBack] = entries()
    expect(entries()).toHaveLength(2)
    expect(takenBack).toMatchObject({ points: -1000, month: booked!.month, reverses: booked!._id, basis: { kind: 'correction', id: SURVEY }, by: personId(OFFICE_2), note: '满意率调查加分经复核收回：五户都说没有答过' })
    expect(await scoreOf()).toMatchObject({ propertyPoints: 10_000, satisfaction: null })
    expect(await town.ok(RESIDENT, 'readSurvey', { surveyId: SURVEY })).toMatchObject({ survey: { stage: 'final' }, bonus: { points: 0, isWithheld: true, reason: '五户都说没有答过' } })
    expect((await town.ok(RESIDENT, 'readSurveyBundle', { surveyId: SURVEY })).checks.every(({ ok }) => ok)).toBe(true)
    town.goTo('2027-01-10 09:00')
    await beats(town)
    expect(await year(OFFICE)).toBe('ok')
    expect(await town.ok(AUDITOR, 'verifyLedger', {})).toMatchObject({ faults: [], recomputed: true })
  })

  test('is left as it is by two, with the reason', async () => {
    await call(0, 'denied')
    for (const index of [1, 2, 3, 4]) await call(index, 'confirmed')
    await decide(OFFICE, true, '是女儿答的，老人不知道')
    await decide(OFFICE_2, true, '是女儿答的，老人不知道')
    await beats(town)
    expect(entries()).toHaveLength(1)
    expect(await town.ok(RESIDENT, 'readSurvey', { surveyId: SURVEY })).toMatchObject({ bonus: { points: 1000, isWithheld: false, reason: '是女儿答的，老人不知道' } })
    expect((await desk()).survey.waits?.review).toBe(false)
    // Decided is decided, whatever is said later.
    await callAll('denied')
    expect(await decide(OFFICE, false)).toMatchObject({ code: 'NOT_HELD' })
  })

  test('stays once the year is allocated: that was made of it', async () => {
    await callAll()
    town.goTo('2027-01-10 09:00')
    await beats(town)
    expect(await year(OFFICE)).toBe('ok')
    await callAll('denied')
    await decide(OFFICE, false, '五户都说没有答过')
    expect(await decide(OFFICE, false, '五户都说没有答过')).toMatchObject({ code: 'YEAR_ALLOCATED' })
    await decide(OFFICE, true, '五户都说没有答过，年度已分配')
    expect(await decide(OFFICE_2, true, '年度已分配')).toMatchObject({ value: { isDecided: true } })
    expect(await town.ok(AUDITOR, 'verifyLedger', {})).toMatchObject({ faults: [], recomputed: true })
  })
})

describe('remarks', () => {
  const toRead = (waiting = true, cursor?: string, by = OFFICE) => town.ok(by, 'listSurveyRemarksToRead', { surveyId: SURVEY, waiting, cursor })

  test('are read by the office before anybody else, and can be taken back', async () => {
    for (const n of [0, 1]) await votes(town, n, { remark: `${n} 号楼的灯不亮`, answers: answersFrom(`4${n}345345`) })
    await counted(town)
    const read = async () => (await town.ok(RESIDENT, 'listSurveyRemarks', { surveyId: SURVEY })).remarks
    expect(await read()).toEqual([])
    const [first, second] = (await toRead()).remarks
    const say = (remarkId: string, publish: boolean, reason = '') => town.code(OFFICE, 'decideSurveyRemark', { surveyId: SURVEY, remarkId, publish, reason })
    const waiting = async () => (await desk()).survey.waits?.remarks
    expect(await waiting()).toBe(2)
    expect(await say(first!.id, true)).toBe('ok')
    expect(await waiting()).toBe(1)
    expect(await say(second!.id, false)).toBe('TEXT_EMPTY')
    expect(await say(second!.id, false, '指名道姓')).toBe('ok')
    expect(await say('remark-of-nobody', true)).toBe('NOT_FOUND')
    expect(await read()).toEqual([first!.text])
    await say(first!.id, false, '也有姓名')
    expect(await waiting()).toBe(0)
    expect(await read()).toEqual([])
    expect(await town.code(MANAGER, 'readSurveyDesk', { surveyId: SURVEY })).toBe('NOT_ALLOWED')
  })

  test('of thousands come in pages, and none is passed over because others were decided meanwhile', async () => {
    await votes(town, 0, { remark: '0 号楼的灯不亮', answers: answersFrom('40345345') })
    await counted(town)
    const sealed = town.one('sealedUrns', `${SURVEY}:0`)
    const many = Array.from({ length: 45 }, (_, n) => ({ id: `remark-${String(n).padStart(3, '0')}`, text: `第 ${n} 条`, state: 'waiting' as const, by: null, reason: '' }))
    town.engine.update('sealedUrns', { filter: { _id: sealed._id }, operations: { $set: { remarks: many } } })
    const first = await toRead()
    expect(first.remarks.map(({ id }) => id)).toEqual(many.slice(0, 20).map(({ id }) => id))
    for (const { id } of first.remarks.slice(0, 7)) await town.ok(OFFICE, 'decideSurveyRemark', { surveyId: SURVEY, remarkId: id, publish: true })
    const rest = [await toRead(true, first.nextCursor!)]
    while (rest.at(-1)!.nextCursor !== null) rest.push(await toRead(true, rest.at(-1)!.nextCursor!))
    expect(rest.flatMap(({ remarks }) => remarks.map(({ id }) => id))).toEqual(many.slice(20).map(({ id }) => id))
    expect((await toRead(false)).remarks.map(({ id, state }) => [id, state])).toEqual(many.slice(0, 7).map(({ id }) => [id, 'published']))
    expect((await town.ok(RESIDENT, 'listSurveyRemarks', { surveyId: SURVEY })).remarks).toHaveLength(7)
  })
})
