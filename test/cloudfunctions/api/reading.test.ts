import { answered, aReport, AUDITOR, dispatched, MANAGER, NEIGHBOUR, newKey, newPhoto, OFFICE, OFFICE_2, RESIDENT, rest, stateOf, submitted } from '../../support/stories'
import { surveyAt } from '../../support/requests'
import { at, linkOf, openTown, photo, TOWN_ID, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

describe('what residents read of a case', () => {
  test('is not what is still being weighed between the office and the manager', async () => {
    const caseId = await dispatched(town)
    await town.ok(MANAGER, 'requestTime', { kind: 'extension', caseId, reason: '配件需要订购' })
    await town.ok(OFFICE, 'proposeFinding', { caseId, finding: 'shirked', reason: '推诿' })
    for (const openid of [RESIDENT, NEIGHBOUR]) {
      const read = await town.ok(openid, 'readCase', { caseId })
      expect([read.request, read.findings, read.timeline.map(({ type }) => type)]).toEqual([null, [], ['submitted', 'filed', 'dispatched']])
    }
    for (const openid of [MANAGER, OFFICE, AUDITOR]) {
      const read = await town.ok(openid, 'readCase', { caseId })
      expect([read.request?.kind, read.findings, read.timeline.slice(3).map(({ type }) => type)]).toEqual(['extension', [{ kind: 'shirked', status: 'proposed', factAt: town.now(), points: 200 }], ['requested', 'findingProposed']])
    }
    await town.ok(OFFICE_2, 'decideFinding', { caseId, finding: 'shirked', confirm: true, reason: '属实' })
    expect((await town.ok(NEIGHBOUR, 'readCase', { caseId })).findings).toMatchObject([{ kind: 'shirked', status: 'confirmed' }])
  })

  test('is the same explanation of the limit that the manager and the auditor read, word for word', async () => {
    const caseId = await dispatched(town)
    town.goTo('2026-11-02 09:30')
    await town.ok(MANAGER, 'requestTime', { kind: 'suspension', caseId, reason: '等待配件', until: at('2026-11-04 08:30') })
    await town.ok(OFFICE, 'decideRequest', { caseId, approve: true, reason: '同意' })
    const words = async (openid: string) => (await town.ok(openid, 'readCase', { caseId })).deadline?.explanation
    const [first, ...others] = await Promise.all([RESIDENT, NEIGHBOUR, MANAGER, OFFICE, AUDITOR].map(words))
    expect(first?.length).toBeGreaterThan(2)
    for (const other of others) expect(other).toEqual(first)
  })

  test('is photos by links that open, and a photo that is gone leaves no empty frame', async () => {
    const caseId = await dispatched(town, { photos: [photo('one'), photo('two')] })
    town.engine.update('cases', { filter: { _id: caseId }, operations: { $set: { 'events.0.photos': [photo('one'), 'cloud://gone/two.jpg'] } } })
    const read = await town.ok(RESIDENT, 'readCase', { caseId })
    expect([read.photosBefore, read.summary.photo]).toEqual([[linkOf(photo('one'))], linkOf(photo('one'))])
    expect(JSON.stringify(read)).not.toContain('cloud://')
  })

  test('says how the own report stands in it', async () => {
    const caseId = await dispatched(town)
    await town.ok(NEIGHBOUR, 'joinCase', { key: newKey(), caseId })
    const mine = async (openid: string) => {
      const { timeline, summary } = await town.ok(openid, 'readCase', { caseId })
      return [summary.mine, timeline.filter((item) => item.mine).map(({ type }) => type)]
    }
    expect([await mine(RESIDENT), await mine(NEIGHBOUR), await mine('resident-jinxiu-3')]).toEqual([['first', ['submitted']], ['joined', ['joined']], [null, []]])
  })
})

describe('what a reporter says', () => {
  test('"fixed", said twice, is said once', async () => {
    const caseId = await answered(town)
    const request = { caseId, fixed: true }
    await town.ok(RESIDENT, 'followUp', request)
    const before = town.dump()
    await town.ok(RESIDENT, 'followUp', request)
    expect(town.dump()).toBe(before)
  })

  test('"not fixed", sent again after it was taken in, changes nothing more', async () => {
    const caseId = await answered(town)
    const request = { caseId, fixed: false, text: '没修好', photos: [newPhoto()] }
    await town.ok(RESIDENT, 'followUp', request)
    const before = town.dump()
    expect(await town.code(RESIDENT, 'followUp', request)).toBe('ok')
    expect([town.dump(), stateOf(town, caseId)]).toEqual([before, 'rework'])
  })

  test('about the next answer counts anew', async () => {
    const caseId = await answered(town)
    const unfixed = () => town.ok(RESIDENT, 'followUp', { caseId, fixed: false, text: '没修好', photos: [] })
    await unfixed()
    await town.ok(MANAGER, 'answerCase', { caseId, text: '再次处理', photos: [newPhoto()] })
    await unfixed()
    expect(town.one('cases', caseId).events.filter(({ type }) => type === 'reportedUnfixed')).toHaveLength(2)
  })

  test('who only joined does not take back what another one reported, nor is the report of who joined taken back with it', async () => {
    const caseId = await submitted(town)
    expect(await town.ok(NEIGHBOUR, 'reportCase', aReport())).toMatchObject({ caseId, joinedInstead: true })
    expect(await town.code(NEIGHBOUR, 'withdrawCase', { caseId })).toBe('NOT_FOUND')
    const before = town.dump()
    expect(await town.code(RESIDENT, 'withdrawCase', { caseId })).toBe('OTHERS_JOINED')
    expect(town.dump()).toBe(before)
  })

  test('and has said twice, alone, may be taken back', async () => {
    const caseId = await submitted(town)
    await town.ok(RESIDENT, 'reportCase', aReport())
    expect(await town.code(RESIDENT, 'withdrawCase', { caseId })).toBe('ok')
  })
})

describe('what everybody reads of the law and the score', () => {
  test('is the edition in force and the calendar, whole', async () => {
    const { edition, calendarYears } = await town.ok(RESIDENT, 'readRulebook', {})
    expect([edition.id, edition.categories.length, calendarYears.map(({ year }) => year)]).toEqual(['demo-1', 26, [2024, 2025, 2026, 2027]])
  })

  test('is every entry with the words and the clause it rests on', async () => {
    const { caseIds } = await town.ok('inspector-town', 'enterInspection', { key: newKey(), estateId: 'jinxiu', level: 'town', mode: 'announced', problems: [{ categoryCode: '0201', place: { spotId: 'jinxiu-b1' }, text: '有垃圾', photos: [newPhoto()] }] })
    await dispatched(town)
    await town.ok(OFFICE, 'enterPropertyCheck', { key: newKey(), estateId: 'jinxiu', ruleCode: '2.1.1', count: 1, note: '缺一项' })
    await town.store.set('assessments', { _id: surveyAt('jinxiu'), townId: TOWN_ID, estateId: 'jinxiu', factAt: town.now(), enteredAt: town.now(), by: 'clock', editionId: 'demo-1', booked: false, photos: [], note: '年度', kind: 'survey', year: 2026, households: 100, answered: 90, satisfied: 85 })
    await town.ok(OFFICE, 'enterProject', { key: newKey(), estateId: 'jinxiu', level: 'city', note: '示范' })
    town.goTo('2026-11-02 11:01')
    await rest(town)
    const { entries, standing } = await town.ok(NEIGHBOUR, 'readScore', { estateId: 'jinxiu', period: '2026-11' })
    expect(Object.fromEntries(entries.map(({ rule, clause }) => [rule, clause]))).toEqual({ overdue: '方案四(一)2', inspected: '方案四(一)1', doubled: '方案四(一)1', '2.1.1': '附件2.1', satisfaction: '附件2.7', 'project:city': '方案五2' })
    for (const { ruleText } of entries) expect(ruleText.length).toBeGreaterThan(10)
    expect(entries.filter(({ basis }) => basis.id === caseIds[0]).map(({ caseNumber }) => caseNumber)).toEqual(['202611-0001', '202611-0001'])
    // 85 of 90 are above 90 %: 60 % of 96.00 + 40 % of (100.00 − 1.00 + 10.00) + 5.00
    expect(standing).toMatchObject({ longTermPoints: 9600, propertyPoints: 10900, bonusPoints: 500, compositePoints: 5760 + 4360 + 500, satisfaction: { satisfied: 85, answered: 90 } })
  })

  test('is preliminary once the month is over', async () => {
    town.goTo('2026-12-01 00:00')
    expect((await town.ok(RESIDENT, 'readStandings', { period: '2026-11' })).stage).toBe('preliminary')
    expect((await town.ok(RESIDENT, 'readStandings', { period: '2026-12' })).stage).toBe('running')
  })
})
