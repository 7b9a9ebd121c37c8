import type * as z from 'zod'
import { addQuota } from './addQuota'
import { allocateRewards } from './allocateRewards'
import { answerCase } from './answerCase'
import { chooseEstate } from './chooseEstate'
import { closeCase } from './closeCase'
import { confirmRewards } from './confirmRewards'
import { decideFinding } from './decideFinding'
import { decideRequest } from './decideRequest'
import { dispatchCase } from './dispatchCase'
import { enterInspection } from './enterInspection'
import { enterProject } from './enterProject'
import { enterPropertyCheck } from './enterPropertyCheck'
import { enterRedProperty } from './enterRedProperty'
import { enterSurvey } from './enterSurvey'
import { fileCase } from './fileCase'
import { findSameProblems } from './findSameProblems'
import { followUp } from './followUp'
import { joinCase } from './joinCase'
import { listCases } from './listCases'
import { listNotices } from './listNotices'
import { markRead } from './markRead'
import { proposeFinding } from './proposeFinding'
import { readCase } from './readCase'
import { readDesk } from './readDesk'
import { readRewards } from './readRewards'
import { readRulebook } from './readRulebook'
import { readScore } from './readScore'
import { readStandings } from './readStandings'
import { recordDraw } from './recordDraw'
import { redirectCase } from './redirectCase'
import { refuseCase } from './refuseCase'
import { rejectReturn } from './rejectReturn'
import { reportCase } from './reportCase'
import { requestTime } from './requestTime'
import { resumeCase } from './resumeCase'
import { returnCase } from './returnCase'
import { reworkCase } from './reworkCase'
import { verifyCase } from './verifyCase'
import { verifyLedger } from './verifyLedger'
import { whoAmI } from './whoAmI'
import { withdrawCase } from './withdrawCase'

/** Every action there is. A request that names another one is refused. */
export const CONTRACTS = {
  addQuota,
  allocateRewards,
  answerCase,
  chooseEstate,
  closeCase,
  confirmRewards,
  decideFinding,
  decideRequest,
  dispatchCase,
  enterInspection,
  enterProject,
  enterPropertyCheck,
  enterRedProperty,
  enterSurvey,
  fileCase,
  findSameProblems,
  followUp,
  joinCase,
  listCases,
  listNotices,
  markRead,
  proposeFinding,
  readCase,
  readDesk,
  readRewards,
  readRulebook,
  readScore,
  readStandings,
  recordDraw,
  redirectCase,
  refuseCase,
  rejectReturn,
  reportCase,
  requestTime,
  resumeCase,
  returnCase,
  reworkCase,
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
