import type { ActionName, Actions } from '../../types/api'
import { householdAt, slipOf } from './households'
import { ALL_ESTATES, FIRST, HOUSEHOLD, keyFrom, SECOND, type plantedTown } from './planted'
import { NOBODYS, requestsAbout, surveyAt } from './requests'
import { HEADER, NO_ROSTER, sentRoster, xlsxOf } from './roster'
import { answer, aReport, MANAGER, newKey, newPhoto, OFFICE, OFFICE_2, TWO_HOURS, verify } from './stories'
import { beats, counted, opened } from './surveys'
import { personId, TOWN_ID, type Town } from './town'

type Planted = Awaited<ReturnType<typeof plantedTown>>
const ROW = ['锦绣花园', '77', '8', '9012', '空置', '13987654321']
type Step = (town: Town, caseId: string) => Promise<unknown>

const file = (dispatch: boolean): Step => (town, caseId) => town.ok(OFFICE_2, 'fileCase', { caseId, categoryCode: TWO_HOURS, dispatch })
const unfixed = (openid: string): Step => (town, caseId) => town.ok(openid, 'followUp', { caseId, fixed: false, text: '没修好', photos: [newPhoto()], rating: 1 })
const answered: Step = async (town, caseId) => {
  await file(true)(town, caseId)
  await answer(town, caseId)
}
const asked = (kind: 'extension' | 'suspension'): Step => async (town, caseId) => {
  await file(true)(town, caseId)
  await town.ok(MANAGER, 'requestTime', kind === 'extension' ? { kind, caseId, reason: '配件' } : { kind, caseId, reason: '等天晴', until: town.now() + 86_400_000 })
}
const yearIsOver: Step = async (town) => {
  for (const [index, estateId] of ALL_ESTATES.entries()) await town.ok(OFFICE_2, 'enterPropertyCheck', { key: newKey(), estateId, ruleCode: '2.6.1', count: 10 - index, note: '社区活动' })
  town.goTo('2027-01-04 09:00')
  // What a survey of the crowd adds is counted in one beat and booked in the next.
  await beats(town, 2)
  // Whatever waited for the office is decided.
  town.engine.update('cases', { filter: { townId: TOWN_ID }, operations: { $set: { desk: [] } }, multi: true })
}

const surveyOpen: Step = (town) => opened(town)
const saved: Step = (town) => town.ok(OFFICE_2, 'saveSurvey', requestsAbout(NOBODYS).saveSurvey)
/** Answered by the planted household alone; too fast to be read, so that the bonus waits. */
const surveyHeld: Step = async (town) => {
  await opened(town)
  await town.ok(FIRST, 'castBallot', { ...requestsAbout(NOBODYS).castBallot, householdId: HOUSEHOLD, remark: '门口的灯不亮', milliseconds: 1 })
  await counted(town)
}
const RELEASED = { surveyId: surveyAt('jinxiu'), release: true, reason: '回访属实' }
const proposed: Step = async (town, caseId) => {
  await surveyHeld(town, caseId)
  await town.ok(OFFICE_2, 'recordRecontact', { surveyId: RELEASED.surveyId, householdId: HOUSEHOLD, outcome: 'confirmed' })
  await town.ok(OFFICE_2, 'decideSurvey', RELEASED)
}
const surveyFinal: Step = async (town, caseId) => {
  await proposed(town, caseId)
  await town.store.set('people', { ...town.one('people', personId(OFFICE_2)), _id: personId('office-3'), openid: 'office-3' })
  await town.ok('office-3', 'decideSurvey', RELEASED)
}
const PAPER = [HOUSEHOLD, ...['1-1-301', '1-1-501', '1-2-301', '1-2-501'].map((place) => householdAt(place))]
const paperRegistered: Step = async (town) => {
  await opened(town)
  await town.ok(OFFICE_2, 'registerPaper', { key: 'planted-paper-00001', surveyId: surveyAt('jinxiu'), householdIds: PAPER })
}

const cleared: Step = (town) => town.ok(OFFICE_2, 'clearHousehold', { householdId: HOUSEHOLD, reason: '已搬走' })
/** Nobody prints but who drew. */
const drawn: Step = async (town, caseId) => {
  await cleared(town, caseId)
  await town.ok(OFFICE, 'issueSlips', { ...requestsAbout(NOBODYS).issueSlips, building: '77' })
}

/** What has to have happened before an action works; without a line, the case is dispatched. */
const BEFORE: { readonly [Name in ActionName]?: Step } = {
  fileCase: () => Promise.resolve(), refuseCase: () => Promise.resolve(),
  // The planted case has two reporters; one's own alone can be withdrawn.
  withdrawCase: (town) => town.ok(FIRST, 'reportCase', aReport({ place: { spotId: 'jinxiu-b3' } })),
  dispatchCase: file(false), verifyCase: answered, followUp: answered,
  rejectReturn: async (town, caseId) => {
    await file(true)(town, caseId)
    await town.ok(MANAGER, 'returnCase', { caseId, reason: '不属于本小区' })
  },
  decideRequest: asked('extension'),
  resumeCase: async (town, caseId) => {
    await asked('suspension')(town, caseId)
    await town.ok(OFFICE_2, 'decideRequest', { caseId, approve: true, reason: '同意' })
  },
  reworkCase: async (town, caseId) => {
    await answered(town, caseId)
    await unfixed(FIRST)(town, caseId)
    await answer(town, caseId)
    await unfixed(SECOND)(town, caseId)
  },
  closeCase: async (town, caseId) => {
    await answered(town, caseId)
    await verify(town, caseId, false)
  },
  decideFinding: async (town, caseId) => {
    await file(true)(town, caseId)
    await town.ok(OFFICE_2, 'proposeFinding', { caseId, finding: 'shirked', reason: '推诿' })
  },
  allocateRewards: yearIsOver,
  confirmRewards: async (town, caseId) => {
    await yearIsOver(town, caseId)
    await town.ok(OFFICE_2, 'allocateRewards', { year: 2026 })
    town.goTo('2027-01-12 09:00')
  },
  checkRoster: async (town) => sentRoster(town, OFFICE, await xlsxOf([HEADER, ROW])),
  applyRoster: async (town) => town.ok(OFFICE_2, 'checkRoster', { estateId: 'jinxiu', fileId: await sentRoster(town, OFFICE_2, await xlsxOf([HEADER, ROW])) }),
  // Where somebody is bound no slip is drawn in bulk.
  issueSlips: cleared,
  printSlips: drawn, listSlipRuns: drawn,
  publishSurvey: saved, readSurvey: surveyOpen, readSurveys: surveyOpen, castBallot: surveyOpen, castAtDoor: surveyOpen, listDoors: surveyOpen, registerPaper: surveyOpen,
  keyPaper: paperRegistered, readPaperBatches: paperRegistered, releasePaper: paperRegistered,
  readSurveyDesk: surveyHeld, listSurveyRemarksToRead: surveyHeld, listSurveyRemarks: surveyFinal, recordRecontact: surveyHeld, decideSurveyRemark: surveyHeld, decideSurvey: proposed, readSurveyBundle: surveyFinal, addMeasure: surveyFinal,
  listHouseholdActs: async (town, caseId) => {
    await file(true)(town, caseId)
    await town.ok(OFFICE_2, 'issueCode', { key: newKey(), householdId: HOUSEHOLD })
  },
}

export const prepare = (action: ActionName, { town, caseId }: Planted): Promise<unknown> => (BEFORE[action] ?? file(true))(town, caseId)

type Requests = { readonly [Name in ActionName]?: () => Partial<Actions[Name]['request']> }

/** A request that works for whom it is for, about the planted case, household, report and photo. */
export function workingRequest(action: ActionName, openid: string, { town, caseId, reportId, photoId }: Planted): object {
  const requests = requestsAbout({ ...NOBODYS, caseId })
  const ofSurvey = <Document extends { readonly surveyId: string }>(documents: readonly Document[]) => documents.filter(({ surveyId }) => surveyId === surveyAt('jinxiu'))
  const batchId = () => ofSurvey(town.all('paperBatches'))[0]?._id ?? 'none'
  // Of what the town has thousands of, only what this action is about is looked through.
  const about: Requests = {
    castBallot: () => ({ householdId: HOUSEHOLD }), castAtDoor: () => ({ householdId: HOUSEHOLD }), listDoors: () => ({ building: '77' }), registerPaper: () => ({ householdIds: PAPER }), recordRecontact: () => ({ householdId: HOUSEHOLD }),
    keyPaper: () => ({ batchId: batchId(), sheets: PAPER.map(() => '55443502') }), releasePaper: () => ({ batchId: batchId() }),
    decideSurveyRemark: () => ({ remarkId: ofSurvey(town.all('sealedUrns')).flatMap(({ remarks }) => remarks)[0]?.id ?? 'none' }),
    redirectCase: () => ({ estateId: 'heping' }),
    withdrawCase: () => ({ caseId: town.all('reports').find((report) => report.caseId !== caseId && report.first && report.personId === personId(FIRST))?.caseId ?? caseId }),
    reportCase: () => ({ key: keyFrom(`report ${openid}`) }),
    bindHousehold: () => ({ code: slipOf('1-1-301') }),
    bindByPhone: () => ({ phoneCode: 'phone-13800000001' }),
    markRead: () => ({ noticeIds: town.all('notices').filter((notice) => notice.personId === personId(openid)).slice(0, 1).map(({ _id }) => _id) }),
    unmaskReporter: () => ({ reportId }), redactPhoto: () => ({ photoId }), decidePhoto: () => ({ photoId }),
    readHousehold: () => ({ householdId: HOUSEHOLD }), inviteToHousehold: () => ({ householdId: HOUSEHOLD }), removeMember: () => ({ householdId: HOUSEHOLD }), leaveHousehold: () => ({ householdId: HOUSEHOLD }),
    issueCode: () => ({ householdId: HOUSEHOLD }), setHouseholdStatus: () => ({ householdId: HOUSEHOLD }), issueSlips: () => ({ building: '77' }),
    printSlips: () => ({ runId: town.all('slipRuns').find(({ building }) => building === '77')?._id ?? 'none' }),
    checkRoster: () => ({ fileId: [...town.storage.stored.keys()].find((fileId) => fileId.endsWith('.xlsx')) ?? NO_ROSTER }), applyRoster: () => ({ importId: town.all('rosterImports')[0]?._id ?? 'none' }),
    clearHousehold: () => ({ householdId: HOUSEHOLD }), listHouseholds: () => ({ estateId: 'jinxiu', building: '77' }),
  }
  return { ...requests[action], ...about[action]?.() }
}
