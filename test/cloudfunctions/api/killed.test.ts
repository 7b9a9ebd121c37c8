import { beginning } from '../../support/killed'
import { answered, aReport, dispatched, NEIGHBOUR, newKey, newPhoto, OFFICE, RESIDENT, rest, submitted } from '../../support/stories'
import { openTown, type Town } from '../../support/town'
import { requestsAbout, NOBODYS } from '../../support/requests'

beforeAll(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined))
afterAll(() => void jest.restoreAllMocks())

const typesOf = (town: Town, caseId: string) => town.one('cases', caseId).events.map(({ type }) => type)

const saidIn = (town: Town) => town.all('caseRemarks').map(({ type, number }) => `${type} ${number}`)

describe('a function that the platform kills after any of its database calls, and a phone that sends again', () => {
  test('a report is one case and one report', () =>
    beginning(openTown, async () => aReport(), (town, report) => town.call(RESIDENT, 'reportCase', report), (town) => {
      expect(town.all('cases').map(({ state, number }) => [state, number])).toEqual([['submitted', null]])
      expect(town.all('reports')).toMatchObject([{ caseId: town.all('cases')[0]!._id, first: true }])
    }))

  test('a report that joins is one more report on the same case', () =>
    beginning(openTown, async (town) => (await dispatched(town), aReport()), (town, report) => town.call(NEIGHBOUR, 'reportCase', report), (town) => {
      expect(town.all('cases').map(({ _id, followers, words }) => [typesOf(town, _id), followers, words])).toEqual([[['submitted', 'filed', 'dispatched'], 1, 1]])
      expect([town.all('reports').length, saidIn(town)]).toEqual([2, ['joined 1']])
    }))

  test('a tap on join is one more report on the same case', () =>
    beginning(openTown, async (town) => ({ caseId: await dispatched(town), key: newKey() }), (town, request) => town.call(NEIGHBOUR, 'joinCase', request), (town, { caseId }) => {
      expect(town.one('cases', caseId)).toMatchObject({ followers: 1, words: 1 })
      expect([town.all('reports').length, saidIn(town)]).toEqual([2, ['joined 1']])
    }))

  test('a "not fixed" is one rework, told once, with the rating', () =>
    beginning(
      openTown,
      async (town) => {
        const caseId = await answered(town)
        await town.ok(NEIGHBOUR, 'joinCase', { key: newKey(), caseId })
        return { caseId, fixed: false, text: '没修好', photos: [newPhoto()], rating: 2 }
      },
      (town, request) => town.call(RESIDENT, 'followUp', request),
      async (town, { caseId }) => {
        expect(typesOf(town, caseId).slice(-2)).toEqual(['reportedUnfixed', 'reworked'])
        expect(typesOf(town, caseId).filter((type) => type === 'reworked')).toHaveLength(1)
        expect(town.all('reports').find(({ first }) => first)).toMatchObject({ rating: { value: 2 } })
        await rest(town)
        expect(town.all('notices').map(({ kind }) => kind).filter((kind) => kind === 'caseRework' || kind === 'reportReopened').sort()).toEqual(['caseRework', 'reportReopened'])
      },
    ))

  test('a remark is said once and told once', () =>
    beginning(openTown, async (town) => ({ key: newKey(), caseId: await dispatched(town), text: '又多了一袋', photos: [newPhoto()] }), (town, request) => town.call(RESIDENT, 'addRemark', request), (town, { caseId }) => {
      expect([town.one('cases', caseId).remarks, saidIn(town), town.all('reports').map(({ remarks }) => remarks)]).toEqual([1, ['remarked 1'], [1]])
      expect(town.all('notices').filter(({ kind }) => kind === 'caseRemarked')).toHaveLength(1)
    }))

  test('a filing is filed and dispatched together or not at all, told once and numbered once', () =>
    beginning(openTown, async (town) => ({ caseId: await submitted(town), categoryCode: '0201', dispatch: true }), (town, request) => town.call(OFFICE, 'fileCase', request), async (town, { caseId }) => {
      expect(typesOf(town, caseId)).toEqual(['submitted', 'filed', 'dispatched'])
      expect(town.all('announcements')).toHaveLength(1)
      town.goTo(town.now() + 60_000)
      await rest(town)
      expect(town.one('cases', caseId).number).toBe('202611-0001')
      expect(town.one('counters', 'cases:demo:202611').value).toBe(1)
      expect(town.all('notices').map(({ kind }) => kind).sort()).toEqual(['caseNew', 'reportFiled'])
      expect(town.all('announcements')).toEqual([])
    }))

  test('an inspection with two problems is two cases, or none', () =>
    beginning(
      openTown,
      async () => {
        const request = requestsAbout(NOBODYS).enterInspection
        return { ...request, problems: [...request.problems, { ...request.problems[0], place: { spotId: 'jinxiu-b1' } }] }
      },
      (town, request) => town.call('inspector-town', 'enterInspection', request),
      async (town) => {
        expect(town.all('inspections').map(({ caseIds }) => caseIds.length)).toEqual([2])
        expect(town.all('notices')).toHaveLength(2)
        town.goTo(town.now() + 60_000)
        await rest(town)
        expect(town.all('cases').map(({ number }) => number)).toEqual(['202611-0001', '202611-0002'])
      },
    ))

  test('a fact for the score is entered once', () =>
    beginning(openTown, async () => requestsAbout(NOBODYS).enterPropertyCheck, (town, request) => town.call(OFFICE, 'enterPropertyCheck', request), (town) => expect(town.all('assessments')).toHaveLength(1)))
})
