import { DAY_MS, MINUTE_MS } from '../../../domain/time/beijing'
import { AFTER, BEFORE, caseWithPhotos, JOINED, judgeAll, photosOf, verdict } from '../../support/photos'
import { AUDITOR, dispatched, INSPECTOR, MANAGER, NEIGHBOUR, OFFICE, OFFICE_2, RESIDENT, rest, submitted, THIRD } from '../../support/stories'
import { linkOf, openTown, personId, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())
beforeAll(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined))
afterAll(() => void jest.restoreAllMocks())

const { seen, read, check, traceOf } = photosOf(() => town)
const withPhotos = () => caseWithPhotos(town)

describe('a photo that was sent', () => {
  test('is given to WeChat within a minute, in the name of who sent it, and nobody is tied to it afterwards', async () => {
    await withPhotos()
    expect(town.checked).toEqual([])
    await rest(town)
    expect(town.checked.map(({ openid, fileId }) => [openid, fileId]).slice(0, 2).sort()).toEqual([[RESIDENT, BEFORE], [NEIGHBOUR, JOINED]].sort())
    expect(check(BEFORE)).toMatchObject({ state: 'waiting', personId: personId(RESIDENT), attempts: 1 })
    await judgeAll(town)
    expect(town.all('photoChecks').map(({ state, personId: whose, tryAt }) => [state, whose, tryAt])).toEqual(town.all('photoChecks').map(() => ['passed', null, null]))
  })

  test('is shown at once to those who handle the case, marked; to others when it has passed', async () => {
    const caseId = await withPhotos()
    const own = { [RESIDENT]: [BEFORE], [NEIGHBOUR]: [JOINED] }
    for (const openid of [MANAGER, OFFICE, INSPECTOR, AUDITOR]) {
      const reply = await read(openid, caseId)
      expect(reply.photosBefore).toEqual([BEFORE, JOINED].map(linkOf))
      expect(reply.photosUnchecked).toEqual(expect.arrayContaining([BEFORE, JOINED].map(linkOf)))
    }
    for (const [openid, photos] of Object.entries(own)) expect([openid, await seen(openid, caseId)]).toEqual([openid, photos.map(linkOf)])
    expect(await read(THIRD, caseId)).toMatchObject({ photosBefore: [], photosAfter: [], photosUnchecked: [], summary: { photo: null } })
    expect((await town.ok(THIRD, 'listCases', { scope: 'neighbours' })).cases).toMatchObject([{ photo: null }])
    expect((await town.ok(MANAGER, 'listCases', { scope: 'estate', open: false })).cases).toMatchObject([{ photo: linkOf(BEFORE) }])
    await judgeAll(town)
    for (const openid of [MANAGER, OFFICE, RESIDENT, NEIGHBOUR, THIRD]) {
      const reply = await read(openid, caseId)
      expect([reply.photosBefore, reply.photosUnchecked]).toEqual([[BEFORE, JOINED].map(linkOf), []])
    }
    expect((await town.ok(THIRD, 'findSameProblems', { estateId: 'jinxiu', categoryCode: '0201', place: { spotId: 'jinxiu-bins' } })).cases).toMatchObject([{ photo: linkOf(BEFORE) }])
  })

  test('of the answer is shown at once to the reporter who is asked about it', async () => {
    const caseId = await dispatched(town)
    await town.ok(MANAGER, 'answerCase', { caseId, text: '已清扫', photos: [AFTER] })
    expect(await read(RESIDENT, caseId)).toMatchObject({ photosAfter: [linkOf(AFTER)], photosUnchecked: expect.arrayContaining([linkOf(AFTER)]) as string[] })
    expect(await read(THIRD, caseId)).toMatchObject({ photosAfter: [] })
  })

  test('that is risky is hidden from all but the office, which is told once, in working time', async () => {
    const caseId = await withPhotos()
    await rest(town)
    await town.push(verdict(traceOf(BEFORE), 'risky'))
    await town.push(verdict(traceOf(BEFORE), 'risky'))
    for (const openid of [MANAGER, INSPECTOR, AUDITOR]) expect(await seen(openid, caseId)).toEqual([linkOf(JOINED)])
    expect(await seen(RESIDENT, caseId)).toEqual([])
    expect(await read(OFFICE, caseId)).toMatchObject({ photosBefore: [BEFORE, JOINED].map(linkOf), photos: [{ link: linkOf(BEFORE), state: 'risky' }, { state: 'waiting' }, { state: 'waiting' }] })
    expect(town.all('notices').filter(({ kind }) => kind === 'photoRisky').map((notice) => notice.personId).sort()).toEqual([OFFICE, OFFICE_2].map(personId).sort())
    expect(await town.ok(OFFICE, 'readDesk', {})).toMatchObject({ photosToDecide: 1 })
  })

  test('about which WeChat is not sure waits for the office, and so does one it could not open in the end', async () => {
    await withPhotos()
    await rest(town)
    await town.push(verdict(traceOf(BEFORE), 'review'))
    await town.push(verdict(traceOf(JOINED), 'pass', -1008))
    expect([check(BEFORE), check(JOINED)]).toMatchObject([{ state: 'unchecked', waitsForOffice: true, personId: null }, { state: 'waiting', traceId: null, tryAt: town.now() }])
    await rest(town)
    expect(check(JOINED)).toMatchObject({ state: 'waiting', attempts: 2 })
  })
})

describe('a check that does not come to its end', () => {
  const tries = () => town.checked.filter(({ fileId }) => fileId === BEFORE).length
  async function pass(minutes: number) {
    for (let minute = 0; minute < minutes; minute += 1) {
      town.goTo(town.now() + MINUTE_MS)
      await rest(town)
    }
  }

  test('is begun three times within two hours, and then the office looks; a late verdict still counts', async () => {
    await submitted(town, { photos: [BEFORE] })
    await rest(town)
    await pass(104)
    expect([tries(), check(BEFORE).state]).toEqual([3, 'waiting'])
    await pass(2)
    expect([tries(), check(BEFORE)]).toMatchObject([3, { state: 'unchecked', waitsForOffice: true, personId: null, tryAt: null }])
    await town.push(verdict(traceOf(BEFORE), 'pass'))
    expect(check(BEFORE)).toMatchObject({ state: 'passed', waitsForOffice: false })
  })

  test('because WeChat does not take it is tried again, and holds up no other', async () => {
    town.onCheck((_, fileId) => (fileId === BEFORE ? Promise.reject(Object.assign(new Error('oSecret'), { errCode: 61010 })) : Promise.resolve('trace-of-the-other')))
    const caseId = await submitted(town, { photos: [BEFORE, JOINED] })
    expect(await town.beat()).toMatchObject({ failed: [] })
    expect([check(BEFORE), check(JOINED)]).toMatchObject([{ traceId: null, attempts: 1 }, { traceId: 'trace-of-the-other' }])
    town.onCheck(null)
    await pass(20)
    expect(check(BEFORE)).toMatchObject({ attempts: 2, traceId: expect.any(String) as string })
    await judgeAll(town)
    expect((await read(OFFICE, caseId)).photosUnchecked).toEqual([])
    // Why is told to the log, and not in whose name.
    expect(JSON.stringify(jest.mocked(console.error).mock.calls)).toMatch(/61010/)
    expect(JSON.stringify(jest.mocked(console.error).mock.calls)).not.toMatch(/oSecret/)
  })

  test('run by two clocks at once is counted once', async () => {
    await submitted(town, { photos: [BEFORE] })
    await Promise.all([town.beat(), town.beat()])
    expect(check(BEFORE)).toMatchObject({ attempts: 1 })
  })
})

describe('a verdict', () => {
  test.each<[string, (trace: string) => unknown]>([
    ['for a trace nobody knows', () => verdict('trace-guessed', 'pass')],
    ['without a trace', (trace) => ({ ...verdict(trace, 'pass'), trace_id: '' })],
    ['whose trace is an operator', (trace) => ({ ...verdict(trace, 'pass'), trace_id: { $ne: null } })],
    ['whose trace is null', (trace) => ({ ...verdict(trace, 'pass'), trace_id: null })],
    ['of another event', (trace) => ({ ...verdict(trace, 'pass'), Event: 'subscribe' })],
    ['with an invented word', (trace) => ({ ...verdict(trace, 'pass'), result: { suggest: 'fine' } })],
  ])('%s is refused and changes nothing', async (_, push) => {
    await submitted(town, { photos: [BEFORE] })
    await rest(town)
    const before = town.dump()
    expect(await town.push(push(traceOf(BEFORE)))).toMatchObject({ ok: false })
    expect(town.dump()).toBe(before)
  })

  test('is answered as WeChat wants it, also when it comes twice', async () => {
    await submitted(town, { photos: [BEFORE] })
    await rest(town)
    expect([await town.push(verdict(traceOf(BEFORE), 'pass')), await town.push(verdict(traceOf(BEFORE), 'risky'))]).toEqual(['success', 'success'])
    expect(check(BEFORE).state).toBe('passed')
  })

  test('is in no reply to anybody: the trace is what makes it WeChat’s', async () => {
    const caseId = await withPhotos()
    await rest(town)
    await town.push(verdict(traceOf(JOINED), 'review'))
    for (const openid of [OFFICE, MANAGER, RESIDENT, NEIGHBOUR])
      for (const [action, request] of [['readCase', { caseId }], ['listCases', { scope: 'mine' }], ['listPhotosToDecide', {}], ['exportMyData', {}]] as const)
        expect(JSON.stringify(await town.call(openid, action, request))).not.toMatch(/trace-/)
  })
})

test('a day later nothing is left to do', async () => {
  await withPhotos()
  await judgeAll(town)
  town.goTo(town.now() + DAY_MS)
  const given = town.checked.length
  await rest(town)
  expect(town.checked).toHaveLength(given)
})
