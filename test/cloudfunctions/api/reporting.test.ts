import { aReport, answered, dispatched, MANAGER, NEIGHBOUR, newKey, OFFICE, RESIDENT, rest, STRANGER, submitted, THIRD } from '../../support/stories'
import { openTown, personId, photo, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

const joins = (caseId: string) => town.all('caseRemarks').filter((remark) => remark.caseId === caseId && remark.type === 'joined')

describe('a report that is sent', () => {
  test('twice, one after the other, is one case and one report, with the same answer', async () => {
    const report = aReport()
    const first = await town.ok(RESIDENT, 'reportCase', report)
    expect(await town.ok(RESIDENT, 'reportCase', report)).toEqual(first)
    expect([town.all('cases').length, town.all('reports').length]).toEqual([1, 1])
  })

  test.each([['of a known item', {}], ['of an item the office has to find', { categoryCode: null }]] as const)('by a double tap, both at once, is one case and one report: %s', async (_, changes) => {
    const report = aReport(changes)
    const [first, second] = await Promise.all([town.ok(RESIDENT, 'reportCase', report), town.ok(RESIDENT, 'reportCase', report)])
    expect(second).toEqual(first)
    expect([town.all('cases').length, town.all('reports').length]).toEqual([1, 1])
    expect(town.one('cases', first.caseId).events.map(({ type }) => type)).toEqual(['submitted'])
  })

  test('by a double tap of which the second stands in the text check while the first is written does not join itself', async () => {
    const report = aReport()
    let first: Promise<unknown> | undefined
    town.onText(async () => {
      if (!first) await (first = town.ok(RESIDENT, 'reportCase', report))
      return true
    })
    const second = await town.ok(RESIDENT, 'reportCase', report)
    expect(second).toEqual(await first)
    expect(joins(second.caseId)).toEqual([])
    expect(town.all('reports')).toMatchObject([{ first: true, personId: personId(RESIDENT) }])
  })

  test('with the same key by two people is two cases', async () => {
    const key = newKey()
    const one = await town.ok(RESIDENT, 'reportCase', aReport({ key }))
    const other = await town.ok(NEIGHBOUR, 'reportCase', aReport({ key, place: { spotId: 'jinxiu-b1' } }))
    expect(other.caseId).not.toBe(one.caseId)
    expect(town.all('reports').map((report) => report.personId).sort()).toEqual([personId(RESIDENT), personId(NEIGHBOUR)].sort())
  })

  test('has no number before it is filed: refused or withdrawn it leaves no gap in the register', async () => {
    const [refused, withdrawn, filed] = [await submitted(town, { place: { spotId: 'jinxiu-b1' } }), await submitted(town, { place: { spotId: 'jinxiu-b2' } }), await submitted(town)]
    await town.ok(OFFICE, 'refuseCase', { caseId: refused, reason: '不属于公共区域' })
    await town.ok(RESIDENT, 'withdrawCase', { caseId: withdrawn })
    const numberOf = async (caseId: string) => (await town.ok(RESIDENT, 'readCase', { caseId })).summary.number
    expect(await Promise.all([refused, withdrawn, filed].map(numberOf))).toEqual([null, null, null])
    await town.ok(OFFICE, 'fileCase', { caseId: filed, categoryCode: '0201', dispatch: true })
    expect(await Promise.all([refused, withdrawn, filed].map(numberOf))).toEqual([null, null, '202611-0001'])
  })

  test('in November and filed in December stands in the register of December', async () => {
    town.goTo('2026-11-30 17:00')
    const caseId = await submitted(town)
    town.goTo('2026-12-01 09:00')
    await town.ok(OFFICE, 'fileCase', { caseId, categoryCode: '0201', dispatch: true })
    expect(town.one('cases', caseId).number).toBe('202612-0001')
  })

  test('about a problem that is open joins it, and both reporters follow the one case', async () => {
    const caseId = await dispatched(town)
    const reply = await town.ok(NEIGHBOUR, 'reportCase', aReport())
    expect(reply).toEqual({ caseId, number: '202611-0001', joinedInstead: true })
    expect(town.all('cases')).toHaveLength(1)
    expect([joins(caseId).length, town.one('cases', caseId).events.some(({ type }) => type === 'joined')]).toEqual([1, false])
    for (const [openid, mine] of [[RESIDENT, 'first'], [NEIGHBOUR, 'joined']] as const) expect((await town.ok(openid, 'listCases', { scope: 'mine' })).cases).toMatchObject([{ id: caseId, mine, reportCount: 2 }])
    await town.ok(MANAGER, 'answerCase', { caseId, text: '已清扫', photos: [photo('after')] })
    await rest(town)
    for (const openid of [RESIDENT, NEIGHBOUR]) expect((await town.ok(openid, 'listNotices', {})).notices.map(({ kind }) => kind)).toContain('reportAnswered')
  })

  test('and joined an open problem is sent again with the same key and the same answer', async () => {
    await dispatched(town)
    const report = aReport()
    const first = await town.ok(NEIGHBOUR, 'reportCase', report)
    expect(await town.ok(NEIGHBOUR, 'reportCase', report)).toEqual(first)
    expect([joins(first.caseId).length, town.all('reports').length]).toEqual([1, 2])
  })

  test('again by the same person while it is open stands once in the own list', async () => {
    const caseId = await dispatched(town)
    await town.ok(RESIDENT, 'reportCase', aReport())
    const { cases, nextCursor } = await town.ok(RESIDENT, 'listCases', { scope: 'mine' })
    expect(cases.map(({ id, mine }) => [id, mine])).toEqual([[caseId, 'first']])
    expect(nextCursor).toBeNull()
  })

  test.each([
    ['another place', { place: { spotId: 'jinxiu-b1' } }],
    ['another item', { categoryCode: '0203' }],
    ['no item, which the office has to find', { categoryCode: null }],
  ])('about %s is a case of its own', async (_, changes) => {
    await dispatched(town)
    expect(await town.ok(NEIGHBOUR, 'reportCase', aReport(changes))).toMatchObject({ joinedInstead: false, number: null })
  })

  test('after the first one is closed is a new case', async () => {
    const caseId = await answered(town)
    await town.ok(OFFICE, 'verifyCase', { caseId, matches: true, method: 'photos', text: '相符', close: true })
    expect(await town.ok(NEIGHBOUR, 'reportCase', aReport())).toMatchObject({ joinedInstead: false })
  })
})

describe('a problem that somebody has reported already', () => {
  const looking = { estateId: 'jinxiu', categoryCode: '0201', place: { spotId: 'jinxiu-bins' } }

  test('is shown before it is reported again, from the moment the office has looked at it', async () => {
    const caseId = await submitted(town)
    expect((await town.ok(NEIGHBOUR, 'findSameProblems', looking)).cases).toEqual([])
    await town.ok(OFFICE, 'fileCase', { caseId, categoryCode: '0201', dispatch: true })
    expect((await town.ok(NEIGHBOUR, 'findSameProblems', looking)).cases).toMatchObject([{ id: caseId, mine: null }])
    expect((await town.ok(RESIDENT, 'findSameProblems', looking)).cases).toMatchObject([{ id: caseId, mine: 'first' }])
    expect((await town.ok(NEIGHBOUR, 'findSameProblems', { ...looking, place: { spotId: 'jinxiu-b1' } })).cases).toEqual([])
  })

  test('is joined once by a tap, however often it is sent', async () => {
    const caseId = await dispatched(town)
    const request = { key: newKey(), caseId, text: '我也看见了', photos: [photo('joined')] }
    expect(await town.ok(NEIGHBOUR, 'joinCase', request)).toEqual({ caseId, counted: false })
    expect(await town.ok(NEIGHBOUR, 'joinCase', request)).toEqual({ caseId, counted: false })
    expect(await town.code(NEIGHBOUR, 'joinCase', { ...request, key: newKey() })).toBe('ALREADY_JOINED')
    expect([joins(caseId).length, town.all('reports').length]).toEqual([1, 2])
  })

  test('is joined once by a double tap, both at once', async () => {
    const caseId = await dispatched(town)
    const request = { key: newKey(), caseId }
    await Promise.all([town.ok(NEIGHBOUR, 'joinCase', request), town.ok(NEIGHBOUR, 'joinCase', request)])
    expect([joins(caseId).length, town.all('reports').length]).toEqual([1, 2])
  })

  test('is joined by two people at once, and neither is lost', async () => {
    const caseId = await dispatched(town)
    await Promise.all([NEIGHBOUR, THIRD].map((openid) => town.ok(openid, 'joinCase', { key: newKey(), caseId })))
    expect((await town.ok(OFFICE, 'readCase', { caseId })).summary.reportCount).toBe(3)
  })

  test('is not there for a stranger from another estate', async () => {
    const caseId = await dispatched(town)
    expect(await town.code(STRANGER, 'joinCase', { key: newKey(), caseId })).toBe('NOT_FOUND')
    expect(await town.code(STRANGER, 'readCase', { caseId })).toBe('NOT_FOUND')
  })

  test('is taken back by its reporter until it is filed, and by nobody afterwards', async () => {
    const caseId = await submitted(town)
    await town.ok(RESIDENT, 'withdrawCase', { caseId })
    expect((await town.ok(RESIDENT, 'readCase', { caseId })).summary.state).toBe('withdrawn')
    const filed = await dispatched(town)
    expect(await town.code(RESIDENT, 'withdrawCase', { caseId: filed })).toBe('STATE_CHANGED')
  })

  test('that is refused is told to its reporter with the reason, and to nobody else', async () => {
    const caseId = await submitted(town)
    await town.ok(OFFICE, 'refuseCase', { caseId, reason: '不属于公共区域' })
    await rest(town)
    expect((await town.ok(RESIDENT, 'listNotices', {})).notices).toMatchObject([{ kind: 'reportRefused', text: '您反映的问题没有受理：不属于公共区域' }])
    expect(await town.code(NEIGHBOUR, 'readCase', { caseId })).toBe('NOT_FOUND')
    expect(await town.code(MANAGER, 'readCase', { caseId })).toBe('NOT_FOUND')
  })
})

