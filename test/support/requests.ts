import { codeFrom } from '../../domain/household/code'
import { redPropertyItems } from '../../domain/rulebook/redPropertyItems'
import { builtInEdition } from '../../domain/rulebook/builtIn'
import { demoHouseholdId } from '../../scripts/demo/households'
import { secretFrom } from '../../domain/survey/secret'
import { instantOf } from '../../domain/time/beijing'
import type { ActionName, Actions } from '../../types/api'
import { NO_ROSTER } from './roster'
import { photo, TOWN_ID } from './town'

export type Subject = { readonly caseId: string; readonly estateId: string; readonly spotId: string; readonly noticeId: string; readonly year: number }
export const NOBODYS: Subject = { caseId: 'c-of-nobody', estateId: 'jinxiu', spotId: 'jinxiu-bins', noticeId: 'notice:of-nobody', year: 2026 }

export const surveyAt = (estateId: string, year = 2026, townId = TOWN_ID): string => `survey:${townId}:${estateId}:${year}`

export const fullMarks = () => redPropertyItems(builtInEdition).map(({ code, maxPoints }) => ({ code, points: maxPoints, evidence: '台账' }))

/** A request for every action that its contract takes. */
export const requestsAbout = ({ caseId, estateId, spotId, noticeId, year }: Subject) =>
  ({
    whoAmI: {},
    chooseEstate: { estateId },
    readRulebook: {},
    findSameProblems: { estateId, categoryCode: '0201', place: { spotId } },
    listCases: { scope: 'mine' },
    readCase: { caseId },
    reportCase: { key: 'sample-report-00001', estateId, categoryCode: '0201', place: { spotId }, text: '垃圾散落', photos: [photo('sample')] },
    joinCase: { key: 'sample-join-0000001', caseId, text: '我也看见了', photos: [] },
    withdrawCase: { caseId },
    followUp: { caseId, fixed: false, text: '没有修好', photos: [] },
    addRemark: { key: 'sample-remark-00001', caseId, text: '又多了一袋', photos: [] },
    readMyReports: {},
    readEstateNews: { estateId, month: `${year}-11` },
    listEstateCases: { estateId, month: `${year}-11`, list: 'open' },
    fileCase: { caseId, categoryCode: '0201', dispatch: true },
    refuseCase: { caseId, reason: '不符合立案条件' },
    dispatchCase: { caseId },
    redirectCase: { caseId, estateId, reason: '属于该小区' },
    rejectReturn: { caseId, reason: '属于本小区' },
    decideRequest: { caseId, approve: true, reason: '同意' },
    resumeCase: { caseId, reason: '恢复' },
    reworkCase: { caseId, reason: '属实' },
    closeCase: { caseId },
    decideFinding: { caseId, finding: 'shirked', confirm: true, reason: '属实' },
    proposeFinding: { caseId, finding: 'shirked', reason: '推诿' },
    verifyCase: { caseId, matches: true, method: 'onSite', text: '相符', photos: [], close: false },
    returnCase: { caseId, reason: '不属于本小区', photos: [] },
    answerCase: { caseId, text: '已处理', photos: [photo(`sample-after-${caseId}`)] },
    requestTime: { kind: 'extension', caseId, reason: '配件需要订购', photos: [] },
    enterInspection: { key: 'sample-inspect-0001', estateId, level: 'town', mode: 'unannounced', problems: [{ categoryCode: '0107', place: { spotId }, text: '桶未盖', photos: [photo('sample-found')] }] },
    enterPropertyCheck: { key: 'sample-check-000001', estateId, ruleCode: '2.1.1', count: 1, note: '缺一项预案', photos: [] },
    enterRedProperty: { estateId, hasPartyOrganisation: true, marks: fullMarks() },
    enterProject: { key: 'sample-project-0001', estateId, level: 'district', note: '示范项目', photos: [] },
    recordDraw: { year, order: [estateId, 'heping'], note: '抽签' },
    readStandings: { period: String(year) },
    readScore: { estateId, period: String(year) },
    readRewards: { year },
    allocateRewards: { year },
    confirmRewards: { year },
    listNotices: {},
    markRead: { noticeIds: [noticeId] },
    addQuota: { accepted: ['caseTask'] },
    readQuotas: {},
    bindHousehold: { code: codeFrom('00'.repeat(9)) },
    bindByPhone: { phoneCode: 'phone-13900000000' },
    readHousehold: { householdId: demoHouseholdId(estateId) },
    inviteToHousehold: { key: 'sample-invite-00001', householdId: demoHouseholdId(estateId), relation: 'relative' },
    removeMember: { householdId: demoHouseholdId(estateId), memberId: 'm-of-nobody' },
    leaveHousehold: { householdId: demoHouseholdId(estateId) },
    listHouseholds: { estateId },
    listHouseholdActs: {},
    issueCode: { key: 'sample-slip-0000001', householdId: demoHouseholdId(estateId) },
    clearHousehold: { householdId: demoHouseholdId(estateId), reason: '已搬走' },
    readDesk: {},
    verifyLedger: {},
    recordConsent: { kind: 'photo', version: '2026-11', given: true },
    exportMyData: {},
    listUnmaskings: {},
    unmaskReporter: { key: 'sample-unmask-00001', caseId, reportId: 'r-of-nobody', reason: '需要上门核实情况' },
    openUploads: { kind: 'roster' },
    redactPhoto: { caseId, photoId: 'f-of-nobody', replacement: photo('sample-redacted') },
    decidePhoto: { photoId: 'f-of-nobody', publish: true, reason: '没有问题' },
    listPhotosToDecide: {},
    readSurveys: { year },
    readSurvey: { surveyId: surveyAt(estateId, year) },
    readSurveyBundle: { surveyId: surveyAt(estateId, year) },
    castBallot: { surveyId: surveyAt(estateId, year), householdId: demoHouseholdId(estateId), secret: secretFrom('5a'.repeat(18)), revision: 1, answers: [5, 5, 4, 4, 3, 5, 0, 2], remark: '', milliseconds: 60_000 },
    saveSurvey: { estateId, year, opensAt: instantOf(`${year}-11-05`, '00:00'), closesAt: instantOf(`${year}-11-20`, '00:00') },
    publishSurvey: { surveyId: surveyAt(estateId, year), version: 1 },
    listSurveyRemarks: { surveyId: surveyAt(estateId, year) },
    listSurveyRemarksToRead: { surveyId: surveyAt(estateId, year), waiting: true },
    readSurveyDesk: { surveyId: surveyAt(estateId, year) },
    decideSurvey: { surveyId: surveyAt(estateId, year), release: true, reason: '回访属实' },
    decideSurveyRemark: { surveyId: surveyAt(estateId, year), remarkId: 'remark-of-nobody', publish: true },
    recordRecontact: { surveyId: surveyAt(estateId, year), householdId: demoHouseholdId(estateId), outcome: 'confirmed' },
    listDoors: { surveyId: surveyAt(estateId, year), building: '3' },
    castAtDoor: { surveyId: surveyAt(estateId, year), householdId: demoHouseholdId(estateId), secret: secretFrom('a5'.repeat(18)), answers: [5, 5, 4, 4, 3, 5, 0, 2], remark: '', milliseconds: 60_000 },
    registerPaper: { key: 'sample-paper-000001', surveyId: surveyAt(estateId, year), householdIds: [demoHouseholdId(estateId)] },
    keyPaper: { batchId: 'batch-of-nobody', sheets: [] },
    readPaperBatches: { surveyId: surveyAt(estateId, year) },
    releasePaper: { batchId: 'batch-of-nobody', reason: '登记错了' },
    addMeasure: { key: 'sample-measure-0001', surveyId: surveyAt(estateId, year), questionId: null, text: '已增加夜间巡逻', photos: [photo(`sample-measure-${estateId}`)] },
    checkRoster: { estateId, fileId: NO_ROSTER },
    applyRoster: { importId: 'roster-of-nobody' },
    setHouseholdStatus: { householdId: 'h-of-nobody', status: 'vacant', reason: '社区核实' },
    issueSlips: { key: 'sample-slips-000001', estateId, building: '3' },
    printSlips: { runId: 'run-of-nobody' },
    listSlipRuns: { estateId },
    // The last: nobody who is gone can ask for more.
    deleteMyData: { confirm: true },
  }) as const satisfies { readonly [Name in ActionName]: Actions[Name]['request'] }

export const ACTION_NAMES = Object.keys(requestsAbout(NOBODYS)) as ActionName[]
