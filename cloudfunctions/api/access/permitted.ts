import type { ActionName } from '../../../types/api'
import type { Role } from '../../../types/documents/people'

/**
 * `anyone` needs only a WeChat identity; `member` an estate chosen; the rest one of the roles. The scope is looked at where the estate is known.
 * `visitor`: what is published. Whoever belongs to a town reads its own; who belongs to none yet reads that of the estate or survey a link names (`visitor.ts`).
 * `household`: whoever is bound to the household that is named. The person is not even read: a ballot costs three database operations.
 */
export type Permission = 'anyone' | 'household' | 'visitor' | 'member' | readonly Role[]

/** 权限表: who may call what. An action that is not listed does not compile. */
export const PERMITTED = {
  whoAmI: 'anyone',
  chooseEstate: 'anyone',
  readRulebook: 'visitor',
  findSameProblems: 'member',
  listCases: 'member',
  readCase: 'member',
  reportCase: 'member',
  joinCase: 'member',
  withdrawCase: 'member',
  followUp: 'member',
  addRemark: 'member',
  readMyReports: 'member',
  readEstateNews: 'visitor',
  fileCase: ['office'],
  refuseCase: ['office'],
  dispatchCase: ['office'],
  redirectCase: ['office'],
  rejectReturn: ['office'],
  decideRequest: ['office'],
  resumeCase: ['office'],
  reworkCase: ['office'],
  closeCase: ['office'],
  decideFinding: ['office'],
  proposeFinding: ['office', 'inspector'],
  verifyCase: ['office', 'inspector'],
  returnCase: ['manager'],
  answerCase: ['manager'],
  requestTime: ['manager'],
  enterInspection: ['inspector', 'office'],
  enterPropertyCheck: ['inspector', 'office'],
  enterRedProperty: ['inspector', 'office'],
  enterProject: ['office'],
  recordDraw: ['office'],
  readStandings: 'visitor',
  readScore: 'visitor',
  readRewards: 'visitor',
  allocateRewards: ['office'],
  confirmRewards: ['office'],
  listNotices: 'member',
  markRead: 'member',
  addQuota: 'member',
  bindHousehold: 'anyone',
  bindByPhone: 'anyone',
  readHousehold: 'member',
  inviteToHousehold: 'member',
  removeMember: 'member',
  leaveHousehold: 'member',
  listHouseholds: ['office', 'auditor'],
  listHouseholdActs: ['office', 'auditor'],
  issueCode: ['office'],
  clearHousehold: ['office'],
  setHouseholdStatus: ['office'],
  checkRoster: ['office'],
  applyRoster: ['office'],
  issueSlips: ['office'],
  printSlips: ['office'],
  listSlipRuns: ['office'],
  readDesk: ['office', 'auditor'],
  verifyLedger: ['office', 'auditor'],
  openUploads: 'member',
  recordConsent: 'anyone',
  exportMyData: 'anyone',
  deleteMyData: 'anyone',
  listUnmaskings: 'member',
  unmaskReporter: ['office'],
  redactPhoto: ['office'],
  decidePhoto: ['office'],
  listPhotosToDecide: ['office'],
  readSurveys: 'visitor',
  readSurvey: 'visitor',
  readSurveyBundle: 'visitor',
  listSurveyRemarks: 'visitor',
  castBallot: 'household',
  saveSurvey: ['office'],
  publishSurvey: ['office'],
  readSurveyDesk: ['office', 'auditor'],
  listSurveyRemarksToRead: ['office', 'auditor'],
  decideSurvey: ['office'],
  decideSurveyRemark: ['office'],
  recordRecontact: ['office'],
  listDoors: ['office', 'inspector'],
  castAtDoor: ['office', 'inspector'],
  registerPaper: ['office', 'inspector'],
  keyPaper: ['office', 'inspector'],
  readPaperBatches: ['office', 'inspector'],
  releasePaper: ['office', 'inspector'],
  addMeasure: ['manager'],
} as const satisfies Record<ActionName, Permission>

/**
 * What an action changes. `reads`: nothing. `own`: what is the caller's alone (the own settings, messages, household, ballot). `says`: something in a case, as a
 * resident. `handles`: as the estate's manager. `decides`: as office or inspector; whose estates that concerns stands in `concerns.ts`.
 */
type Effect = 'reads' | 'own' | 'says' | 'handles' | 'decides'
export const EFFECTS = {
  whoAmI: 'reads', readRulebook: 'reads', findSameProblems: 'reads', listCases: 'reads', readCase: 'reads', readMyReports: 'reads', readEstateNews: 'reads', readStandings: 'reads',
  readScore: 'reads', readRewards: 'reads', listNotices: 'reads', readHousehold: 'reads', listHouseholds: 'reads', listHouseholdActs: 'reads', listSlipRuns: 'reads', readDesk: 'reads', verifyLedger: 'reads',
  exportMyData: 'reads', listUnmaskings: 'reads', listPhotosToDecide: 'reads', readSurveys: 'reads', readSurvey: 'reads', readSurveyBundle: 'reads', readSurveyDesk: 'reads',
  listSurveyRemarks: 'reads', listSurveyRemarksToRead: 'reads', listDoors: 'reads', readPaperBatches: 'reads',
  chooseEstate: 'own', markRead: 'own', addQuota: 'own', bindHousehold: 'own', bindByPhone: 'own', inviteToHousehold: 'own', removeMember: 'own', leaveHousehold: 'own', openUploads: 'own', recordConsent: 'own',
  deleteMyData: 'own', castBallot: 'own',
  reportCase: 'says', joinCase: 'says', withdrawCase: 'says', followUp: 'says', addRemark: 'says',
  returnCase: 'handles', answerCase: 'handles', requestTime: 'handles', addMeasure: 'handles',
  fileCase: 'decides', refuseCase: 'decides', dispatchCase: 'decides', redirectCase: 'decides', rejectReturn: 'decides', decideRequest: 'decides', resumeCase: 'decides', reworkCase: 'decides',
  closeCase: 'decides', decideFinding: 'decides', proposeFinding: 'decides', verifyCase: 'decides', enterInspection: 'decides', enterPropertyCheck: 'decides', enterRedProperty: 'decides',
  enterProject: 'decides', recordDraw: 'decides', allocateRewards: 'decides', confirmRewards: 'decides', issueCode: 'decides', clearHousehold: 'decides', setHouseholdStatus: 'decides',
  checkRoster: 'decides', applyRoster: 'decides', issueSlips: 'decides', printSlips: 'decides', unmaskReporter: 'decides', redactPhoto: 'decides', decidePhoto: 'decides', saveSurvey: 'decides', publishSurvey: 'decides',
  decideSurvey: 'decides', decideSurveyRemark: 'decides', recordRecontact: 'decides', castAtDoor: 'decides', registerPaper: 'decides', keyPaper: 'decides', releasePaper: 'decides',
} as const satisfies Record<ActionName, Effect>

/** 监督 reads everything and changes nothing but what is the own. */
export const mayAuditorCall = (action: ActionName): boolean => EFFECTS[action] === 'reads' || EFFECTS[action] === 'own'
