import type * as z from 'zod'
import { addMeasure } from './addMeasure'
import { addQuota } from './addQuota'
import { addRemark } from './addRemark'
import { allocateRewards } from './allocateRewards'
import { answerCase } from './answerCase'
import { applyRoster } from './applyRoster'
import { bindByPhone } from './bindByPhone'
import { bindHousehold } from './bindHousehold'
import { castAtDoor } from './castAtDoor'
import { castBallot } from './castBallot'
import { checkRoster } from './checkRoster'
import { chooseEstate } from './chooseEstate'
import { clearHousehold } from './clearHousehold'
import { closeCase } from './closeCase'
import { confirmRewards } from './confirmRewards'
import { decideFinding } from './decideFinding'
import { decidePhoto } from './decidePhoto'
import { decideRequest } from './decideRequest'
import { decideSurvey } from './decideSurvey'
import { decideSurveyRemark } from './decideSurveyRemark'
import { deleteMyData } from './deleteMyData'
import { dispatchCase } from './dispatchCase'
import { enterInspection } from './enterInspection'
import { enterProject } from './enterProject'
import { enterPropertyCheck } from './enterPropertyCheck'
import { enterRedProperty } from './enterRedProperty'
import { exportMyData } from './exportMyData'
import { fileCase } from './fileCase'
import { findSameProblems } from './findSameProblems'
import { followUp } from './followUp'
import { inviteToHousehold } from './inviteToHousehold'
import { issueCode } from './issueCode'
import { issueSlips } from './issueSlips'
import { joinCase } from './joinCase'
import { keyPaper } from './keyPaper'
import { leaveHousehold } from './leaveHousehold'
import { listCases } from './listCases'
import { listDoors } from './listDoors'
import { listEstateCases } from './listEstateCases'
import { listHouseholdActs } from './listHouseholdActs'
import { listHouseholds } from './listHouseholds'
import { listNotices } from './listNotices'
import { listPhotosToDecide } from './listPhotosToDecide'
import { listSlipRuns } from './listSlipRuns'
import { listUnmaskings } from './listUnmaskings'
import { markRead } from './markRead'
import { openUploads } from './openUploads'
import { printSlips } from './printSlips'
import { proposeFinding } from './proposeFinding'
import { publishSurvey } from './publishSurvey'
import { readCase } from './readCase'
import { readDesk } from './readDesk'
import { readEstateNews } from './readEstateNews'
import { readHousehold } from './readHousehold'
import { readMyReports } from './readMyReports'
import { readPaperBatches } from './readPaperBatches'
import { readQuotas } from './readQuotas'
import { readRewards } from './readRewards'
import { readRulebook } from './readRulebook'
import { readScore } from './readScore'
import { readStandings } from './readStandings'
import { readSurvey } from './readSurvey'
import { readSurveyBundle } from './readSurveyBundle'
import { listSurveyRemarks } from './listSurveyRemarks'
import { listSurveyRemarksToRead } from './listSurveyRemarksToRead'
import { readSurveyDesk } from './readSurveyDesk'
import { readSurveys } from './readSurveys'
import { recordConsent } from './recordConsent'
import { recordDraw } from './recordDraw'
import { recordRecontact } from './recordRecontact'
import { redactPhoto } from './redactPhoto'
import { redirectCase } from './redirectCase'
import { refuseCase } from './refuseCase'
import { registerPaper } from './registerPaper'
import { rejectReturn } from './rejectReturn'
import { releasePaper } from './releasePaper'
import { removeMember } from './removeMember'
import { reportCase } from './reportCase'
import { requestTime } from './requestTime'
import { resumeCase } from './resumeCase'
import { returnCase } from './returnCase'
import { reworkCase } from './reworkCase'
import { saveSurvey } from './saveSurvey'
import { setHouseholdStatus } from './setHouseholdStatus'
import { unmaskReporter } from './unmaskReporter'
import { verifyCase } from './verifyCase'
import { verifyLedger } from './verifyLedger'
import { whoAmI } from './whoAmI'
import { withdrawCase } from './withdrawCase'

/** Every action there is. A request that names another one is refused. */
export const CONTRACTS = {
  addMeasure,
  addQuota,
  addRemark,
  allocateRewards,
  answerCase,
  applyRoster,
  bindByPhone,
  bindHousehold,
  castAtDoor,
  castBallot,
  checkRoster,
  chooseEstate,
  clearHousehold,
  closeCase,
  confirmRewards,
  decideFinding,
  decidePhoto,
  decideRequest,
  decideSurvey,
  decideSurveyRemark,
  deleteMyData,
  dispatchCase,
  enterInspection,
  enterProject,
  enterPropertyCheck,
  enterRedProperty,
  exportMyData,
  fileCase,
  findSameProblems,
  followUp,
  inviteToHousehold,
  issueCode,
  issueSlips,
  joinCase,
  keyPaper,
  leaveHousehold,
  listCases,
  listDoors,
  listEstateCases,
  listHouseholdActs,
  listHouseholds,
  listNotices,
  listPhotosToDecide,
  listSlipRuns,
  listUnmaskings,
  markRead,
  openUploads,
  printSlips,
  proposeFinding,
  publishSurvey,
  readCase,
  readDesk,
  readEstateNews,
  readHousehold,
  readMyReports,
  readPaperBatches,
  readQuotas,
  readRewards,
  readRulebook,
  readScore,
  readStandings,
  readSurvey,
  readSurveyBundle,
  readSurveyDesk,
  listSurveyRemarks,
  listSurveyRemarksToRead,
  readSurveys,
  recordConsent,
  recordDraw,
  recordRecontact,
  redactPhoto,
  redirectCase,
  refuseCase,
  registerPaper,
  rejectReturn,
  releasePaper,
  removeMember,
  reportCase,
  requestTime,
  resumeCase,
  returnCase,
  reworkCase,
  saveSurvey,
  setHouseholdStatus,
  unmaskReporter,
  verifyCase,
  verifyLedger,
  whoAmI,
  withdrawCase,
}
export type ActionName = keyof typeof CONTRACTS

/**
 * 合并调用: those of one moment travel as one function call. They only read, so nothing of them has an order. What writes goes alone, above all a ballot; so does what is large by itself
 * (readSurveyBundle, exportMyData, verifyLedger).
 */
export const JOINT_ACTIONS = [
  'findSameProblems', 'listCases', 'listDoors', 'listEstateCases', 'listHouseholdActs', 'listHouseholds', 'listNotices', 'listPhotosToDecide', 'listSlipRuns', 'listSurveyRemarks', 'listSurveyRemarksToRead', 'listUnmaskings', 'readCase', 'readDesk', 'readEstateNews',
  'readHousehold', 'readMyReports', 'readPaperBatches', 'readQuotas', 'readRewards', 'readRulebook', 'readScore', 'readStandings', 'readSurvey', 'readSurveyDesk', 'readSurveys', 'whoAmI',
] as const satisfies readonly ActionName[]
export type JointAction = (typeof JOINT_ACTIONS)[number]

/** What the screens send and get; `request` is before defaults are filled in. */
export type Actions = {
  readonly [Name in ActionName]: { readonly request: z.input<(typeof CONTRACTS)[Name]['request']>; readonly reply: z.output<(typeof CONTRACTS)[Name]['reply']> }
}
/** What a handler is given: parsed, defaults filled in. */
export type RequestOf<Name extends ActionName> = z.output<(typeof CONTRACTS)[Name]['request']>
export type ReplyOf<Name extends ActionName> = z.input<(typeof CONTRACTS)[Name]['reply']>
