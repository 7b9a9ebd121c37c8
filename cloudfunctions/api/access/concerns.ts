import { estatesEver, type Concerned } from '../../../domain/decision/mayDecide'
import type { ActionName, RequestOf } from '../../../types/api'
import type { Role } from '../../../types/documents/people'
import type { PhotoOwner } from '../../../types/documents/privacy'
import type { TownCall } from '../context'
import type { PERMITTED } from './permitted'

type Concerns<Request> = (call: TownCall, request: Request) => Promise<Concerned>
type Store = Pick<TownCall, 'store'>

const none: readonly string[] = []
const estateOf = (document: { readonly estateId: string } | null): readonly string[] => (document ? [document.estateId] : none)
const ofCase = async ({ store }: Store, { caseId }: { readonly caseId: string }): Promise<readonly string[]> => estatesEver((await store.get('cases', caseId))?.events ?? [])
const ofEstate = async (_: Store, { estateId }: { readonly estateId: string }): Promise<readonly string[]> => [estateId]
const ofHousehold = async ({ store }: Store, { householdId }: { readonly householdId: string }): Promise<readonly string[]> => estateOf(await store.get('households', householdId))
const ofSurvey = async ({ store }: Store, { surveyId }: { readonly surveyId: string }): Promise<readonly string[]> => estateOf(await store.get('surveys', surveyId))
const ofImport = async ({ store }: Store, { importId }: { readonly importId: string }): Promise<readonly string[]> => estateOf(await store.get('rosterImports', importId))
const ofRun = async ({ store }: Store, { runId }: { readonly runId: string }): Promise<readonly string[]> => estateOf(await store.get('slipRuns', runId))
const ofBatch = async (call: Store, { batchId }: { readonly batchId: string }): Promise<readonly string[]> => {
  const batch = await call.store.get('paperBatches', batchId)
  return batch ? ofSurvey(call, batch) : none
}
/** The estates of what a photo was sent with. */
export async function estatesOfPhoto(call: Store, of: PhotoOwner): Promise<readonly string[]> {
  if ('assessmentId' in of) return estateOf(await call.store.get('assessments', of.assessmentId))
  return 'caseId' in of ? ofCase(call, of) : ofSurvey(call, of)
}
const ofPhoto = async (call: Store, { photoId }: { readonly photoId: string }): Promise<readonly string[]> => {
  const check = await call.store.get('photoChecks', photoId)
  return check ? estatesOfPhoto(call, check.of) : none
}
const ofTown = (): Promise<Concerned> => Promise.resolve('all')
/** It concerns every estate alike and decides nothing, or shows only what is not the own. */
const ofNobody = (): Promise<Concerned> => Promise.resolve(none)

/** What office and inspectors may call. An action of theirs that does not say whom it concerns does not compile. */
type OfStaff = { [Name in ActionName]: (typeof PERMITTED)[Name] extends readonly Role[] ? (Extract<(typeof PERMITTED)[Name][number], 'office' | 'inspector'> extends never ? never : Name) : never }[ActionName]

/** A resident's but with the office's word: from a platform, or by telephone. */
type StaffAction = OfStaff | 'reportCase'

/** 涉及的小区 of each, by which `mayDecide` is asked before the handler is: once, for all of them. What shows who is behind a mask is one of them. */
export const CONCERNS: { readonly [Name in StaffAction]: Concerns<RequestOf<Name>> } = {
  fileCase: ofCase, refuseCase: ofCase, dispatchCase: ofCase, rejectReturn: ofCase, decideRequest: ofCase, resumeCase: ofCase, reworkCase: ofCase, closeCase: ofCase, decideFinding: ofCase,
  proposeFinding: ofCase, verifyCase: ofCase, unmaskReporter: ofCase, redactPhoto: ofCase,
  reportCase: (call, request) => (request.level === undefined ? Promise.resolve(none) : ofEstate(call, request)),
  redirectCase: async (call, request) => [...(await ofCase(call, request)), request.estateId],
  decidePhoto: ofPhoto,
  enterInspection: ofEstate, enterPropertyCheck: ofEstate, enterRedProperty: ofEstate, enterProject: ofEstate,
  listHouseholds: ofEstate, issueSlips: ofEstate, printSlips: ofRun, listSlipRuns: ofEstate, checkRoster: ofEstate, applyRoster: ofImport, issueCode: ofHousehold, clearHousehold: ofHousehold, setHouseholdStatus: ofHousehold,
  saveSurvey: ofEstate, publishSurvey: ofSurvey, decideSurvey: ofSurvey, decideSurveyRemark: ofSurvey, recordRecontact: ofSurvey, readSurveyDesk: ofSurvey, listSurveyRemarksToRead: ofSurvey,
  listDoors: ofSurvey, castAtDoor: ofSurvey, registerPaper: ofSurvey, readPaperBatches: ofSurvey, keyPaper: ofBatch, releasePaper: ofBatch,
  recordDraw: ofTown, allocateRewards: ofTown, confirmRewards: ofTown,
  readDesk: ofNobody, verifyLedger: ofNobody, listHouseholdActs: ofNobody, listPhotosToDecide: ofNobody,
}

const hasConcerns = (action: ActionName): action is StaffAction => Object.hasOwn(CONCERNS, action)
/** Whom a call of this action concerns; what is for everybody, or for the estate itself, concerns nobody. */
export const concernedBy = (action: ActionName, call: TownCall, request: unknown): Promise<Concerned> =>
  hasConcerns(action) ? (CONCERNS[action] as Concerns<unknown>)(call, request) : Promise.resolve(none)
