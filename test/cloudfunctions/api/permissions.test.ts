import { ACTION_NAMES, NOBODYS, requestsAbout } from '../../support/requests'
import { FAR_ESTATE, FAR_PEOPLE, FAR_SPOT, FAR_TOWN, twoTowns } from '../../support/secondTown'
import { answered, dispatched, MANAGER, NEIGHBOUR, newPhoto, OFFICE, OTHER_MANAGER, RESIDENT } from '../../support/stories'
import { openTown, personId, TOWN_ID, type Town } from '../../support/town'
import type { ActionName } from '../../../types/api'

/**
 * Who may do what, written down from the law and not from the code: 1. People. Everybody may also do what a resident may: a grant
 * adds to being a resident. Only who supervises changes nothing, and keeps what is the own: messages, household, ballot, consents. `+` may, `-` may not, `.` belongs nowhere yet.
 */
const PEOPLE = ['newcomer-1', RESIDENT, MANAGER, 'inspector-town', OFFICE, 'auditor-1'] as const
const LAW: { readonly [Name in ActionName]: string } = {
  //                   new res man ins off aud
  whoAmI: /*         */ '+ + + + + +',
  chooseEstate: /*   */ '+ + + + + +',
  readRulebook: /*   */ '. + + + + +',
  findSameProblems: /**/ '. + + + + +',
  listCases: /*      */ '. + + + + +',
  readCase: /*       */ '. + + + + +',
  reportCase: /*     */ '. + + + + -',
  joinCase: /*       */ '. + + + + -',
  withdrawCase: /*   */ '. + + + + -',
  followUp: /*       */ '. + + + + -',
  addRemark: /*      */ '. + + + + -',
  readMyReports: /*  */ '. + + + + +',
  readEstateNews: /* */ '+ + + + + +',
  listEstateCases: /**/ '+ + + + + +',
  readStandings: /*  */ '. + + + + +',
  readScore: /*      */ '+ + + + + +',
  readRewards: /*    */ '. + + + + +',
  listNotices: /*    */ '. + + + + +',
  markRead: /*       */ '. + + + + +',
  addQuota: /*       */ '. + + + + +',
  readQuotas: /*     */ '. + + + + +',
  openUploads: /*    */ '. + + + + +',
  returnCase: /*     */ '. - + - - -',
  answerCase: /*     */ '. - + - - -',
  requestTime: /*    */ '. - + - - -',
  enterInspection: /**/ '. - - + + -',
  enterPropertyCheck: '. - - + + -',
  enterRedProperty: /**/ '. - - + + -',
  verifyCase: /*     */ '. - - + + -',
  proposeFinding: /* */ '. - - + + -',
  fileCase: /*       */ '. - - - + -',
  refuseCase: /*     */ '. - - - + -',
  dispatchCase: /*   */ '. - - - + -',
  redirectCase: /*   */ '. - - - + -',
  rejectReturn: /*   */ '. - - - + -',
  decideRequest: /*  */ '. - - - + -',
  resumeCase: /*     */ '. - - - + -',
  reworkCase: /*     */ '. - - - + -',
  closeCase: /*      */ '. - - - + -',
  decideFinding: /*  */ '. - - - + -',
  enterProject: /*   */ '. - - - + -',
  recordDraw: /*     */ '. - - - + -',
  allocateRewards: /**/ '. - - - + -',
  confirmRewards: /* */ '. - - - + -',
  bindHousehold: /*  */ '+ + + + + +',
  bindByPhone: /*    */ '+ + + + + +',
  readHousehold: /*  */ '. + + + + +',
  inviteToHousehold: /**/ '. + + + + +',
  removeMember: /*   */ '. + + + + +',
  leaveHousehold: /* */ '. + + + + +',
  listHouseholds: /* */ '. - - - + +',
  listHouseholdActs: /**/ '. - - - + +',
  issueCode: /*      */ '. - - - + -',
  clearHousehold: /* */ '. - - - + -',
  checkRoster: /*    */ '. - - - + -',
  applyRoster: /*    */ '. - - - + -',
  setHouseholdStatus: /**/ '. - - - + -',
  issueSlips: /*     */ '. - - - + -',
  printSlips: /*     */ '. - - - + -',
  listSlipRuns: /*   */ '. - - - + -',
  readDesk: /*       */ '. - - - + +',
  verifyLedger: /*   */ '. - - - + +',
  recordConsent: /*  */ '+ + + + + +',
  exportMyData: /*   */ '+ + + + + +',
  deleteMyData: /*   */ '+ + + + + +',
  listUnmaskings: /* */ '. + + + + +',
  unmaskReporter: /* */ '. - - - + -',
  redactPhoto: /*    */ '. - - - + -',
  decidePhoto: /*    */ '. - - - + -',
  listPhotosToDecide: '. - - - + -',
  readSurveys: /*    */ '. + + + + +',
  readSurvey: /*     */ '. + + + + +',
  readSurveyBundle: /**/ '. + + + + +',
  listSurveyRemarks: /**/ '. + + + + +',
  castBallot: /*     */ '+ + + + + +',
  saveSurvey: /*     */ '. - - - + -',
  publishSurvey: /*  */ '. - - - + -',
  readSurveyDesk: /* */ '. - - - + +',
  listSurveyRemarksToRead: '. - - - + +',
  decideSurvey: /*   */ '. - - - + -',
  decideSurveyRemark: '. - - - + -',
  recordRecontact: /**/ '. - - - + -',
  listDoors: /*      */ '. - - + + -',
  castAtDoor: /*     */ '. - - + + -',
  registerPaper: /*  */ '. - - + + -',
  keyPaper: /*       */ '. - - + + -',
  readPaperBatches: /**/ '. - - + + -',
  releasePaper: /*   */ '. - - + + -',
  addMeasure: /*     */ '. - + - - -',
}
const MARKS: Readonly<Record<string, readonly string[]>> = { '.': ['NO_ESTATE'], '-': ['NOT_ALLOWED', 'AUDITOR_READS'], '+': [] }
const verdictOf = (code: string) => Object.keys(MARKS).find((mark) => MARKS[mark]!.includes(code)) ?? '+'

describe('who may do what', () => {
  let town: Town
  beforeEach(() => (town = openTown()))
  afterEach(() => town.close())

  test.each(ACTION_NAMES)('%s is open to those the law names and to nobody else; who is turned away leaves no trace', async (action) => {
    const verdicts: string[] = []
    for (const [index, openid] of PEOPLE.entries()) {
      const before = town.dump()
      const code = await town.code(openid, action, requestsAbout(NOBODYS)[action])
      verdicts.push(verdictOf(code))
      if (MARKS[LAW[action].split(' ')[index]!]!.length > 0) expect({ openid, isUntouched: town.dump() === before }).toEqual({ openid, isUntouched: true })
    }
    expect(verdicts.join(' ')).toBe(LAW[action])
  })

  test('an inspector enters inspections of the own level only', async () => {
    const request = requestsAbout(NOBODYS).enterInspection
    expect(await town.code('inspector-town', 'enterInspection', { ...request, level: 'city' })).toBe('NOT_ALLOWED')
    expect(await town.code('inspector-city', 'enterInspection', { ...request, level: 'city' })).toBe('ok')
    expect(town.all('inspections')).toHaveLength(1)
  })

  test('an inspector with two levels enters both', async () => {
    const inspector = town.one('people', personId('inspector-town'))
    await town.store.set('people', { ...inspector, grants: [...inspector.grants, { role: 'inspector', level: 'district' }] })
    expect(await town.code('inspector-town', 'enterInspection', { ...requestsAbout(NOBODYS).enterInspection, level: 'district' })).toBe('ok')
  })

  test('only the office says a report came from a platform', async () => {
    const request = { ...requestsAbout(NOBODYS).reportCase, level: 'district' as const }
    expect(await town.code(RESIDENT, 'reportCase', request)).toBe('NOT_ALLOWED')
    const { caseId } = await town.ok(OFFICE, 'reportCase', request)
    expect(town.one('cases', caseId).events[0]).toMatchObject({ level: 'district', by: { role: 'office' } })
  })

  test('the manager of another estate finds nothing to answer, return, delay or read', async () => {
    const caseId = await dispatched(town)
    const requests = requestsAbout({ ...NOBODYS, caseId })
    const before = town.dump()
    for (const action of ['answerCase', 'returnCase', 'requestTime', 'readCase', 'joinCase', 'withdrawCase', 'followUp', 'addRemark'] as const) expect([action, await town.code(OTHER_MANAGER, action, requests[action])]).toEqual([action, 'NOT_FOUND'])
    expect((await town.ok(OTHER_MANAGER, 'listCases', { scope: 'estate', open: true })).cases).toEqual([])
    expect(await town.code(OTHER_MANAGER, 'listCases', { scope: 'estate', estateId: 'jinxiu' })).toBe('NOT_ALLOWED')
    expect(town.dump()).toBe(before)
  })

  test('a neighbour cannot withdraw or judge what another one reported', async () => {
    const caseId = await answered(town)
    const requests = requestsAbout({ ...NOBODYS, caseId })
    expect(await town.code(NEIGHBOUR, 'withdrawCase', requests.withdrawCase)).toBe('NOT_FOUND')
    expect(await town.code(NEIGHBOUR, 'followUp', requests.followUp)).toBe('NOT_FOUND')
  })

  test.each([
    ['resident', RESIDENT, ['desk', 'all']],
    ['manager', MANAGER, ['desk', 'all']],
  ] as const)('a %s has no list of the whole town', async (_, openid, scopes) => {
    for (const scope of scopes) expect(await town.code(openid, 'listCases', { scope, waiting: 'toFile' })).toBe('NOT_ALLOWED')
  })
})

describe('another town in the same deployment', () => {
  let town: Town
  beforeEach(() => (town = openTown({ seed: twoTowns() })))
  afterEach(() => town.close())
  const documentsOf = (townId: string) => JSON.stringify((['cases', 'reports', 'people', 'notices', 'assessments', 'inspections', 'ledger', 'draws', 'allocations', 'redPropertySheets', 'counters', 'quotas'] as const).map((name) => town.all(name).filter((document) => document.townId === townId)))

  test.each(FAR_PEOPLE)('%s reads and writes nothing of this one', async (openid) => {
    const caseId = await dispatched(town)
    await town.ok(MANAGER, 'requestTime', { kind: 'extension', caseId, reason: '配件', photos: [newPhoto()] })
    await town.ok(OFFICE, 'proposeFinding', { caseId, finding: 'shirked', reason: '推诿' })
    const [notice] = town.all('notices')
    const before = documentsOf(TOWN_ID)
    const requests = requestsAbout({ caseId, estateId: 'jinxiu', spotId: 'jinxiu-bins', noticeId: notice!._id, year: 2026 })
    for (const action of ACTION_NAMES) {
      // A resident may move to another town; from then on it is the own one.
      if (action === 'chooseEstate' && openid === 'far-resident') continue
      const envelope = await town.call(openid, action, requests[action])
      expect(`${action} ${JSON.stringify(envelope)}`).not.toMatch(/jinxiu|锦绣|陈国平|周主任|c[0-9a-f]{24}/)
    }
    expect(documentsOf(TOWN_ID)).toBe(before)
  })

  test('staff stay in the town that gave them their role; a resident may move', async () => {
    expect(await town.code('far-office', 'chooseEstate', { estateId: 'jinxiu' })).toBe('NOT_ALLOWED')
    expect(await town.code('far-resident', 'chooseEstate', { estateId: 'jinxiu' })).toBe('ok')
    expect(town.one('people', personId('far-resident'))).toMatchObject({ townId: TOWN_ID, estateId: 'jinxiu' })
  })

  test('cases of both towns are booked each in the own ledger, each with its own chain', async () => {
    const here = await dispatched(town)
    const { caseId: there } = await town.ok('far-resident', 'reportCase', { ...requestsAbout(NOBODYS).reportCase, estateId: FAR_ESTATE, place: { spotId: FAR_SPOT } })
    await town.ok('far-office', 'fileCase', { caseId: there, categoryCode: '0201', dispatch: true })
    town.goTo('2026-11-02 11:01')
    await town.beat()
    expect(town.all('ledger').map(({ townId, seq, basis }) => ({ townId, seq, id: basis.id })).sort((a, b) => (a.townId < b.townId ? -1 : 1))).toEqual([{ townId: TOWN_ID, seq: 1, id: here }, { townId: FAR_TOWN, seq: 1, id: there }])
    expect(await town.ok('far-auditor', 'verifyLedger', {})).toMatchObject({ entries: 1, faults: [] })
  })
})
