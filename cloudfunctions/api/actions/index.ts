import type { ActionName } from '../../../types/api'
import type { Call, Handler, TownCall } from '../context'
import type { PERMITTED } from '../access/permitted'
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
import { redirectCase } from './case/redirectCase'
import { reportCase } from './case/reportCase'
import { requestTime } from './case/requestTime'
import { returnCase } from './case/returnCase'
import { reworkCase } from './case/reworkCase'
import { verifyCase } from './case/verifyCase'
import { withdrawCase } from './case/withdrawCase'
import { readDesk } from './desk/readDesk'
import { verifyLedger } from './desk/verifyLedger'
import { chooseEstate } from './identity/chooseEstate'
import { readRulebook } from './identity/readRulebook'
import { whoAmI } from './identity/whoAmI'
import { enterInspection } from './inspection/enterInspection'
import { listNotices, markRead, addQuota } from './notice/notices'
import { readRewards, allocateRewards, confirmRewards, recordDraw } from './reward/rewards'
import { enterPropertyCheck, enterProject, enterSurvey } from './score/enterAssessment'
import { enterRedProperty } from './score/enterRedProperty'
import { readScore } from './score/readScore'
import { readStandings } from './score/readStandings'

/** The handler of every action. One that needs only an identity works without a town; a missing one does not compile. */
type Handlers = { readonly [Name in ActionName]: Handler<Name, (typeof PERMITTED)[Name] extends 'anyone' ? Call : TownCall> }

export const HANDLERS: Handlers = {
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
  redirectCase,
  reportCase,
  requestTime,
  returnCase,
  reworkCase,
  verifyCase,
  withdrawCase,
  readDesk,
  verifyLedger,
  chooseEstate,
  readRulebook,
  whoAmI,
  enterInspection,
  listNotices,
  markRead,
  addQuota,
  readRewards,
  allocateRewards,
  confirmRewards,
  recordDraw,
  enterPropertyCheck,
  enterProject,
  enterSurvey,
  enterRedProperty,
  readScore,
  readStandings,
}
