import type { ActionName } from '../../../types/api'
import type { Call, Handler, TownCall } from '../context'
import type { PERMITTED } from '../access/permitted'
import { addRemark } from './case/addRemark'
import { answerCase } from './case/answerCase'
import { closeCase } from './case/closeCase'
import { decideRequest } from './case/decideRequest'
import { dispatchCase } from './case/dispatchCase'
import { fileCase } from './case/fileCase'
import { findSameProblems } from './case/findSameProblems'
import { proposeFinding, decideFinding } from './case/findings'
import { followUp } from './case/followUp'
import { joinCase } from './case/joinCase'
import { listCases } from './case/listCases'
import { refuseCase, rejectReturn, resumeCase } from './case/officeSteps'
import { readCase } from './case/readCase'
import { readMyReports } from './case/readMyReports'
import { redirectCase } from './case/redirectCase'
import { reportCase } from './case/reportCase'
import { requestTime } from './case/requestTime'
import { returnCase } from './case/returnCase'
import { reworkCase } from './case/reworkCase'
import { verifyCase } from './case/verifyCase'
import { withdrawCase } from './case/withdrawCase'
import { readDesk } from './desk/readDesk'
import { listEstateCases } from './news/listEstateCases'
import { readEstateNews } from './news/readEstateNews'
import { verifyLedger } from './desk/verifyLedger'
import { bindByPhone } from './household/bindByPhone'
import { bindHousehold } from './household/bindHousehold'
import { clearHousehold } from './household/clearHousehold'
import { inviteToHousehold } from './household/inviteToHousehold'
import { issueCode } from './household/issueCode'
import { listHouseholdActs } from './household/listHouseholdActs'
import { listHouseholds } from './household/listHouseholds'
import { issueSlips } from './household/issueSlips'
import { listSlipRuns } from './household/listSlipRuns'
import { printSlips } from './household/printSlips'
import { readHousehold } from './household/readHousehold'
import { setHouseholdStatus } from './household/setHouseholdStatus'
import { leaveHousehold, removeMember } from './household/unbind'
import { chooseEstate } from './identity/chooseEstate'
import { readRulebook } from './identity/readRulebook'
import { whoAmI } from './identity/whoAmI'
import { enterInspection } from './inspection/enterInspection'
import { listNotices, markRead, addQuota, readQuotas } from './notice/notices'
import { decidePhoto } from './photo/decidePhoto'
import { listPhotosToDecide } from './photo/listPhotosToDecide'
import { openUploads } from './photo/openUploads'
import { redactPhoto } from './photo/redactPhoto'
import { deleteMyData } from './privacy/deleteMyData'
import { exportMyData } from './privacy/exportMyData'
import { listUnmaskings } from './privacy/listUnmaskings'
import { recordConsent } from './privacy/recordConsent'
import { unmaskReporter } from './privacy/unmaskReporter'
import { readRewards, allocateRewards, confirmRewards, recordDraw } from './reward/rewards'
import { applyRoster } from './roster/applyRoster'
import { checkRoster } from './roster/checkRoster'
import { enterPropertyCheck, enterProject } from './score/enterAssessment'
import { enterRedProperty } from './score/enterRedProperty'
import { readScore } from './score/readScore'
import { readStandings } from './score/readStandings'
import { addMeasure } from './survey/addMeasure'
import { castAtDoor } from './survey/castAtDoor'
import { castBallot } from './survey/castBallot'
import { decideSurvey } from './survey/decideSurvey'
import { decideSurveyRemark } from './survey/decideSurveyRemark'
import { listDoors } from './survey/listDoors'
import { keyPaper } from './survey/paper/keyPaper'
import { readPaperBatches } from './survey/paper/readPaperBatches'
import { registerPaper } from './survey/paper/registerPaper'
import { releasePaper } from './survey/paper/releasePaper'
import { publishSurvey } from './survey/publishSurvey'
import { readSurvey } from './survey/readSurvey'
import { readSurveyBundle } from './survey/readSurveyBundle'
import { readSurveyDesk } from './survey/readSurveyDesk'
import { listSurveyRemarks, listSurveyRemarksToRead } from './survey/remarks'
import { readSurveys } from './survey/readSurveys'
import { recordRecontact } from './survey/recordRecontact'
import { saveSurvey } from './survey/saveSurvey'

/** The handler of every action. One that needs only an identity works without a town; a missing one does not compile. */
type Handlers = { readonly [Name in ActionName]: Handler<Name, (typeof PERMITTED)[Name] extends 'anyone' | 'household' ? Call : TownCall> }

export const HANDLERS: Handlers = {
  addRemark,
  answerCase,
  closeCase,
  decideRequest,
  dispatchCase,
  fileCase,
  findSameProblems,
  proposeFinding,
  decideFinding,
  followUp,
  joinCase,
  listCases,
  refuseCase,
  rejectReturn,
  resumeCase,
  readCase,
  readMyReports,
  readEstateNews,
  listEstateCases,
  redirectCase,
  reportCase,
  requestTime,
  returnCase,
  reworkCase,
  verifyCase,
  withdrawCase,
  readDesk,
  verifyLedger,
  bindHousehold,
  bindByPhone,
  readHousehold,
  inviteToHousehold,
  removeMember,
  leaveHousehold,
  listHouseholds,
  listHouseholdActs,
  issueCode,
  clearHousehold,
  setHouseholdStatus,
  checkRoster,
  applyRoster,
  issueSlips,
  printSlips,
  listSlipRuns,
  chooseEstate,
  readRulebook,
  whoAmI,
  enterInspection,
  listNotices,
  markRead,
  addQuota,
  readQuotas,
  readRewards,
  allocateRewards,
  confirmRewards,
  recordDraw,
  enterPropertyCheck,
  enterProject,
  enterRedProperty,
  readScore,
  readStandings,
  decidePhoto,
  listPhotosToDecide,
  openUploads,
  redactPhoto,
  deleteMyData,
  exportMyData,
  listUnmaskings,
  recordConsent,
  unmaskReporter,
  readSurveys,
  readSurvey,
  readSurveyBundle,
  castBallot,
  castAtDoor,
  saveSurvey,
  publishSurvey,
  readSurveyDesk,
  listSurveyRemarks,
  listSurveyRemarksToRead,
  decideSurvey,
  decideSurveyRemark,
  recordRecontact,
  listDoors,
  registerPaper,
  keyPaper,
  readPaperBatches,
  releasePaper,
  addMeasure,
}
