import type * as z from 'zod'
import { addQuota } from './addQuota'
import { addRemark } from './addRemark'
import { allocateRewards } from './allocateRewards'
import { answerCase } from './answerCase'
import { bindByPhone } from './bindByPhone'
import { bindHousehold } from './bindHousehold'
import { chooseEstate } from './chooseEstate'
import { clearHousehold } from './clearHousehold'
import { closeCase } from './closeCase'
import { confirmRewards } from './confirmRewards'
import { decideFinding } from './decideFinding'
import { decidePhoto } from './decidePhoto'
import { decideRequest } from './decideRequest'
import { deleteMyData } from './deleteMyData'
import { dispatchCase } from './dispatchCase'
import { enterInspection } from './enterInspection'
import { enterProject } from './enterProject'
import { enterPropertyCheck } from './enterPropertyCheck'
import { enterRedProperty } from './enterRedProperty'
import { enterSurvey } from './enterSurvey'
import { exportMyData } from './exportMyData'
import { fileCase } from './fileCase'
import { findSameProblems } from './findSameProblems'
import { followUp } from './followUp'
import { inviteToHousehold } from './inviteToHousehold'
import { issueCode } from './issueCode'
import { joinCase } from './joinCase'
import { leaveHousehold } from './leaveHousehold'
import { listCases } from './listCases'
import { listHouseholdActs } from './listHouseholdActs'
import { listHouseholds } from './listHouseholds'
import { listNotices } from './listNotices'
import { listPhotosToDecide } from './listPhotosToDecide'
import { listUnmaskings } from './listUnmaskings'
import { markRead } from './markRead'
import { proposeFinding } from './proposeFinding'
import { readCase } from './readCase'
import { readDesk } from './readDesk'
import { readEstateNews } from './readEstateNews'
import { readHousehold } from './readHousehold'
import { readMyReports } from './readMyReports'
import { readRewards } from './readRewards'
import { readRulebook } from './readRulebook'
import { readScore } from './readScore'
import { readStandings } from './readStandings'
import { recordConsent } from './recordConsent'
import { recordDraw } from './recordDraw'
import { redactPhoto } from './redactPhoto'
import { redirectCase } from './redirectCase'
import { refuseCase } from './refuseCase'
import { rejectReturn } from './rejectReturn'
import { removeMember } from './removeMember'
import { reportCase } from './reportCase'
import { requestTime } from './requestTime'
import { resumeCase } from './resumeCase'
import { returnCase } from './returnCase'
import { reworkCase } from './reworkCase'
import { unmaskReporter } from './unmaskReporter'
import { verifyCase } from './verifyCase'
import { verifyLedger } from './verifyLedger'
import { whoAmI } from './whoAmI'
import { withdrawCase } from './withdrawCase'

/** Every action there is. A request that names another one is refused. */
export const CONTRACTS = {
  addQuota,
  addRemark,
  allocateRewards,
  answerCase,
  bindByPhone,
  bindHousehold,
  chooseEstate,
  clearHousehold,
  closeCase,
  confirmRewards,
  decideFinding,
  decidePhoto,
  decideRequest,
  deleteMyData,
  dispatchCase,
  enterInspection,
  enterProject,
  enterPropertyCheck,
  enterRedProperty,
  enterSurvey,
  exportMyData,
  fileCase,
  findSameProblems,
  followUp,
  inviteToHousehold,
  issueCode,
  joinCase,
  leaveHousehold,
  listCases,
  listHouseholdActs,
  listHouseholds,
  listNotices,
  listPhotosToDecide,
  listUnmaskings,
  markRead,
  proposeFinding,
  readCase,
  readDesk,
  readEstateNews,
  readHousehold,
  readMyReports,
  readRewards,
  readRulebook,
  readScore,
  readStandings,
  recordConsent,
  recordDraw,
  redactPhoto,
  redirectCase,
  refuseCase,
  rejectReturn,
  removeMember,
  reportCase,
  requestTime,
  resumeCase,
  returnCase,
  reworkCase,
  unmaskReporter,
  verifyCase,
  verifyLedger,
  whoAmI,
  withdrawCase,
}
export type ActionName = keyof typeof CONTRACTS

/** What the screens send and get; `request` is before defaults are filled in. */
export type Actions = {
  readonly [Name in ActionName]: { readonly request: z.input<(typeof CONTRACTS)[Name]['request']>; readonly reply: z.output<(typeof CONTRACTS)[Name]['reply']> }
}
/** What a handler is given: parsed, defaults filled in. */
export type RequestOf<Name extends ActionName> = z.output<(typeof CONTRACTS)[Name]['request']>
export type ReplyOf<Name extends ActionName> = z.input<(typeof CONTRACTS)[Name]['reply']>
