import { builtInEdition } from '../../../domain/rulebook/builtIn'
import type { Edition } from '../../../domain/rulebook/edition'
import { withDecisions } from '../../../domain/rulebook/withDecisions'
import { townSeed } from '../../../scripts/demo/town'
import { answered, aReport, closed, dispatched, INSPECTOR, MANAGER, NEIGHBOUR, OFFICE, OFFICE_2, RESIDENT, rest, stateOf, submitted, THIRD, verify } from '../../support/stories'
import { at, openTown, type Town } from '../../support/town'

/** Somebody who comes to the estate with a problem of theirs. */
const FOURTH = 'newcomer-1'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

const propose = (caseId: string, by = OFFICE) => town.ok(by, 'proposeFinding', { caseId, finding: 'shirked', reason: '推诿' })
const decide = (openid: string, caseId: string, confirm = true) => town.code(openid, 'decideFinding', { caseId, finding: 'shirked', confirm, reason: '属实' })
const findings = (caseId: string) => town.ok(OFFICE, 'readCase', { caseId }).then((read) => read.findings.map(({ kind, status }) => `${kind} ${status}`))

describe('a finding', () => {
  test('is confirmed by another person than the one who proposed it, and only then costs points', async () => {
    const caseId = await dispatched(town)
    await propose(caseId)
    town.goTo('2026-11-02 10:00')
    await rest(town)
    expect(town.all('ledger')).toEqual([])
    expect(await decide(OFFICE, caseId)).toBe('OWN_ACT')
    expect(await decide(OFFICE_2, caseId)).toBe('ok')
    town.goTo('2026-11-02 10:01')
    await rest(town)
    expect(town.all('ledger')).toMatchObject([{ _id: `case:${caseId}:shirked`, points: -200, factAt: at('2026-11-02 09:00') }])
    expect((await town.ok(MANAGER, 'listNotices', {})).notices.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['findingConfirmed', 'scoreEntry']))
  })

  test('proposed by an inspector is decided by the office', async () => {
    const caseId = await dispatched(town)
    await propose(caseId, INSPECTOR)
    expect(await decide(INSPECTOR, caseId)).toBe('NOT_ALLOWED')
    expect(await decide(OFFICE, caseId)).toBe('ok')
  })

  test('that is dropped costs nothing and can be proposed anew', async () => {
    const caseId = await dispatched(town)
    await propose(caseId)
    expect(await town.code(OFFICE_2, 'proposeFinding', { caseId, finding: 'shirked', reason: '再提' })).toBe('FINDING_EXISTS')
    expect(await decide(OFFICE_2, caseId, false)).toBe('ok')
    expect(await decide(OFFICE_2, caseId)).toBe('FINDING_MISSING')
    town.goTo('2026-11-02 10:00')
    await rest(town)
    expect(town.all('ledger')).toEqual([])
    await propose(caseId)
    expect(await findings(caseId)).toEqual(['shirked dropped', 'shirked proposed'])
  })

  const openUnder = (edition: Edition) => {
    town.close()
    town = openTown({ seed: { ...townSeed('2026-01'), editions: [{ _id: 'demo:demo-1', townId: 'demo', edition: { ...edition, id: 'demo-1' } }] } })
  }

  test('whose number nobody has decided keeps a case from being filed: being late must have its price before the clock starts', async () => {
    openUnder(withDecisions(builtInEdition, { townFindingPoints: 'undecided' }))
    const caseId = await submitted(town)
    expect(await town.call(OFFICE, 'fileCase', { caseId, categoryCode: '0201', dispatch: true })).toMatchObject({ code: 'RULE_UNDECIDED', words: expect.stringContaining('超时案卷') as string })
    expect(stateOf(town, caseId)).toBe('submitted')
  })

  test('without a number is not confirmed until the office has decided the number', async () => {
    const { shirked } = builtInEdition.findings
    openUnder({ ...builtInEdition, findings: { ...builtInEdition.findings, shirked: { ...shirked, points: { ...shirked.points, town: 'undecided' } } } })
    const caseId = await dispatched(town)
    await propose(caseId)
    const before = town.dump()
    expect(await town.call(OFFICE_2, 'decideFinding', { caseId, finding: 'shirked', confirm: true, reason: '属实' })).toMatchObject({ code: 'RULE_UNDECIDED', words: expect.stringContaining('推诿案卷') as string })
    expect(town.dump()).toBe(before)
    expect(await decide(OFFICE_2, caseId, false)).toBe('ok')
  })

  test('of a verification that failed is proposed with it, and the rework has its own limit', async () => {
    const caseId = await answered(town)
    await town.ok(INSPECTOR, 'verifyCase', { caseId, matches: false, method: 'onSite', text: '仍有垃圾' })
    expect([stateOf(town, caseId), await findings(caseId)]).toEqual(['rework', ['failedVerification proposed']])
    expect(await town.code(OFFICE, 'decideFinding', { caseId, finding: 'failedVerification', confirm: true, reason: '属实' })).toBe('ok')
  })

  test('on a problem found by an inspection is not made: it costs by itself', async () => {
    const { caseIds } = await town.ok(INSPECTOR, 'enterInspection', { key: 'inspection-000001', estateId: 'jinxiu', level: 'town', mode: 'announced', problems: [{ categoryCode: '0107', place: { spotId: 'jinxiu-bins' }, text: '桶未盖', photos: aReport().photos }] })
    expect(await town.code(OFFICE, 'proposeFinding', { caseId: caseIds[0]!, finding: 'shirked', reason: '推诿' })).toBe('STATE_CHANGED')
  })
})

describe('the same problem again and again in one month', () => {
  const again = async (day: string) => {
    town.goTo(`2026-11-${day} 09:00`)
    return closed(town)
  }

  test('the third report is proposed as recurrent, the fourth as key, and each costs once it is confirmed', async () => {
    expect(await findings(await again('02'))).toEqual([])
    expect(await findings(await again('03'))).toEqual([])
    const third = await again('04')
    expect(await findings(third)).toEqual(['recurrent proposed'])
    const fourth = await again('05')
    expect(await findings(fourth)).toEqual(['keyProblem proposed'])
    expect(await findings(await again('06'))).toEqual([])
    await town.ok(OFFICE, 'decideFinding', { caseId: third, finding: 'recurrent', confirm: true, reason: '属实' })
    await town.ok(OFFICE, 'decideFinding', { caseId: fourth, finding: 'keyProblem', confirm: true, reason: '属实' })
    town.goTo('2026-11-09 09:00')
    await rest(town)
    expect(town.all('ledger').map(({ rule, points }) => [rule, points]).sort()).toEqual([['keyProblem', -200], ['recurrent', -200]])
  })

  test('a month ends: the third report in December after two in November is the first', async () => {
    await again('02')
    await again('30')
    town.goTo('2026-12-01 09:00')
    expect(await findings(await closed(town))).toEqual([])
  })

  test('reports that joined within the limit count as one with it, one after the deadline counts by itself', async () => {
    await again('02')
    const second = await (town.goTo('2026-11-03 09:00'), dispatched(town))
    await town.ok('resident-jinxiu-2', 'reportCase', aReport())
    expect(await findings(second)).toEqual([])
    town.goTo('2026-11-03 11:01')
    await town.ok('resident-jinxiu-3', 'reportCase', aReport())
    expect(await findings(second)).toEqual(['recurrent proposed'])
    expect((await town.ok(OFFICE, 'readCase', { caseId: second })).monthCount).toBe(3)
  })

  test('two filings at the same moment do not both miss the third report', async () => {
    await again('02')
    town.goTo('2026-11-03 09:00')
    const late = await dispatched(town)
    town.goTo('2026-11-04 09:00')
    const unsure = await submitted(town, { categoryCode: null })
    await Promise.all([town.ok(OFFICE, 'fileCase', { caseId: unsure, categoryCode: '0201', dispatch: true }), town.ok(NEIGHBOUR, 'reportCase', aReport())])
    expect([...(await findings(late)), ...(await findings(unsure))]).toEqual(['recurrent proposed'])
  })

  test('three neighbours within an hour, of whom two did not know the item, are one report when the office has filed all three alike', async () => {
    const caseIds: string[] = []
    for (const [minute, by] of [['00', RESIDENT], ['20', NEIGHBOUR], ['40', THIRD]] as const) {
      town.goTo(`2026-11-02 09:${minute}`)
      caseIds.push(await submitted(town, { by, categoryCode: minute === '00' ? '0201' : null }))
    }
    town.goTo('2026-11-02 10:00')
    for (const caseId of caseIds) await town.ok(OFFICE, 'fileCase', { caseId, categoryCode: '0201', dispatch: true })
    expect((await Promise.all(caseIds.map(findings))).flat()).toEqual([])
    expect((await town.ok(OFFICE, 'readCase', { caseId: caseIds[2]! })).monthCount).toBe(1)
  })

  test('reports after an answer in time that nobody has verified count, each once the limit of the run has passed', async () => {
    town.goTo('2026-11-05 09:00')
    await town.ok(FOURTH, 'chooseEstate', { estateId: 'jinxiu' })
    const caseId = await answered(town)
    for (const [day, by] of [['10', NEIGHBOUR], ['16', THIRD], ['20', FOURTH]] as const) {
      town.goTo(`2026-11-${day} 09:00`)
      await town.ok(by, 'reportCase', aReport())
    }
    expect(await findings(caseId)).toEqual(['recurrent proposed', 'keyProblem proposed'])
  })

  test('of a problem that an inspection found are proposed there, and each that is confirmed is booked', async () => {
    const { caseIds: [caseId] } = await town.ok(INSPECTOR, 'enterInspection', { key: 'inspection-000002', estateId: 'jinxiu', level: 'town', mode: 'announced', problems: [{ categoryCode: '0201', place: { spotId: 'jinxiu-bins' }, text: '垃圾散落', photos: aReport().photos }] })
    await town.ok(FOURTH, 'chooseEstate', { estateId: 'jinxiu' })
    for (const [day, by] of [['03', RESIDENT], ['04', NEIGHBOUR], ['05', THIRD], ['06', FOURTH]] as const) {
      town.goTo(`2026-11-${day} 09:00`)
      await town.ok(by, 'reportCase', aReport())
    }
    expect(await findings(caseId!)).toEqual(['recurrent proposed', 'keyProblem proposed'])
    for (const finding of ['recurrent', 'keyProblem'] as const) await town.ok(OFFICE, 'decideFinding', { caseId: caseId!, finding, confirm: true, reason: '属实' })
    await rest(town)
    expect(town.all('ledger').map(({ rule, points }) => [rule, points]).sort()).toEqual([['doubled', -100], ['inspected', -100], ['keyProblem', -200], ['recurrent', -200]])
  })

  describe('once it is a key problem', () => {
    const asKey = async () => {
      for (const day of ['02', '03', '04']) await again(day)
      town.goTo('2026-11-05 09:00')
      return answered(town)
    }
    const byPhotos = (caseId: string, close: boolean) => town.code(OFFICE, 'verifyCase', { caseId, matches: true, method: 'photos', text: '照片相符', close })

    test('is closed only after somebody went there', async () => {
      const caseId = await asKey()
      expect(await byPhotos(caseId, true)).toBe('ON_SITE_REQUIRED')
      await verify(town, caseId)
      expect(stateOf(town, caseId)).toBe('closed')
    })

    test('is not verified by photos either, which would leave it without a way to its end', async () => {
      const caseId = await asKey()
      expect(await byPhotos(caseId, false)).toBe('ON_SITE_REQUIRED')
      await verify(town, caseId, false)
      expect(await town.code(OFFICE, 'closeCase', { caseId })).toBe('ok')
    })

    // The state machine knows no second verification of a verified case (domain/case/transitions.ts): such a case has no way to its end.
    test('that becomes one after it was verified by photos waits for the visit before it is closed', async () => {
      const caseId = await answered(town)
      await town.ok(OFFICE, 'verifyCase', { caseId, matches: true, method: 'photos', text: '照片相符' })
      await town.ok(OFFICE, 'proposeFinding', { caseId, finding: 'keyProblem', reason: '上级交办' })
      expect(await town.code(OFFICE, 'closeCase', { caseId })).toBe('ON_SITE_REQUIRED')
      await town.ok(INSPECTOR, 'verifyCase', { caseId, matches: true, method: 'onSite', text: '现场相符' })
      expect(await town.code(OFFICE, 'closeCase', { caseId })).toBe('ok')
    })
  })
})
