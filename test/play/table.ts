import { CONTRACTS, type ActionName } from '../../types/api'

/** Which actions the players play with requests of their own: they move cases, or put down facts that move points. */
export const PLAYED = [
  'reportCase', 'joinCase', 'addRemark', 'withdrawCase', 'followUp', 'fileCase', 'refuseCase', 'dispatchCase', 'redirectCase', 'rejectReturn', 'decideRequest', 'resumeCase', 'reworkCase', 'closeCase', 'verifyCase', 'proposeFinding', 'decideFinding',
  'answerCase', 'returnCase', 'requestTime', 'enterInspection', 'enterPropertyCheck', 'enterProject',
] as const satisfies readonly ActionName[]

/** What anybody may ask at any time, with a request out of the samples: it moves nothing, and breaks on nothing. */
export const LOOKED_AT = [
  'whoAmI', 'readRulebook', 'findSameProblems', 'listCases', 'readCase', 'readMyReports', 'readEstateNews', 'listEstateCases', 'readStandings', 'readScore', 'readRewards', 'listNotices', 'markRead', 'addQuota', 'readQuotas', 'readDesk', 'verifyLedger', 'recordConsent',
  'exportMyData', 'listUnmaskings', 'unmaskReporter', 'listPhotosToDecide', 'decidePhoto', 'redactPhoto', 'readSurveys', 'readHousehold', 'listHouseholds', 'listHouseholdActs', 'openUploads',
] as const satisfies readonly ActionName[]

const SURVEY = 'the survey has a random play of its own (test/cloudfunctions/survey), and needs households'
const HOUSEHOLD = 'moves no case and no point, and needs households; the roster has journeys of its own'
/** What is not played, and why. An action that stands in none of the three lists ends a play with its name. */
export const NOT_PLAYED: Readonly<Partial<Record<ActionName, string>>> = {
  deleteMyData: 'takes the players away',
  chooseEstate: 'takes the players out of their estates',
  enterRedProperty: 'a sheet beside the ledger, once a year; npm run year plays it',
  recordDraw: 'parts ties only; npm run year plays it', allocateRewards: 'freezes a year, so that totals are no more those of the ledger; npm run year plays it', confirmRewards: 'follows an allocation',
  saveSurvey: SURVEY, publishSurvey: SURVEY, readSurvey: SURVEY, readSurveyBundle: SURVEY, readSurveyDesk: SURVEY, castBallot: SURVEY, castAtDoor: SURVEY, listDoors: SURVEY, registerPaper: SURVEY, keyPaper: SURVEY, releasePaper: SURVEY, readPaperBatches: SURVEY,
  decideSurvey: SURVEY, decideSurveyRemark: SURVEY, listSurveyRemarks: SURVEY, listSurveyRemarksToRead: SURVEY, recordRecontact: SURVEY, addMeasure: SURVEY,
  bindHousehold: HOUSEHOLD, bindByPhone: HOUSEHOLD, inviteToHousehold: HOUSEHOLD, removeMember: HOUSEHOLD, leaveHousehold: HOUSEHOLD, issueCode: HOUSEHOLD, clearHousehold: HOUSEHOLD, setHouseholdStatus: HOUSEHOLD, checkRoster: HOUSEHOLD, applyRoster: HOUSEHOLD,
  issueSlips: HOUSEHOLD, printSlips: HOUSEHOLD, listSlipRuns: HOUSEHOLD,
}

/** Actions of the table that nobody here knows yet. */
export const unknownActions = (all: readonly string[] = Object.keys(CONTRACTS)): readonly string[] => {
  const known = new Set<string>([...PLAYED, ...LOOKED_AT, ...Object.keys(NOT_PLAYED)])
  return all.filter((action) => !known.has(action))
}
