import type { ActionName, Actions } from '../../../types/api'
import type { RefusalCode } from '../../../types/api/refusal'
import { answer, answered, aReport, closed, dispatched, INSPECTOR, MANAGER, NEIGHBOUR, OFFICE, OFFICE_2, RESIDENT, rest, submitted } from '../../support/stories'
import { NOBODYS, requestsAbout } from '../../support/requests'
import { openTown, photo, UNFIT, type Town } from '../../support/town'

let town: Town
beforeEach(() => (town = openTown()))
afterEach(() => town.close())

type Try = { [Name in ActionName]: readonly [openid: string, action: Name, request: Actions[Name]['request']] }[ActionName]
type Row = readonly [code: RefusalCode, what: string, prepare: (town: Town) => Promise<Try> | Try]

const NO_PHOTO = 'cloud://nothing/there.jpg'
const S = requestsAbout(NOBODYS)
const about = async (caseId: Promise<string>) => requestsAbout({ ...NOBODYS, caseId: await caseId })

const ROWS: readonly Row[] = [
  // — what is said —
  ['CATEGORY_UNKNOWN', 'a report of an item that does not exist', () => [RESIDENT, 'reportCase', aReport({ categoryCode: '9999' })]],
  ['SPOT_UNKNOWN', 'a report about a spot of another estate', () => [RESIDENT, 'reportCase', aReport({ place: { spotId: 'heping-bins' } })]],
  ['PLACE_MISSING', 'a report from nowhere', () => [RESIDENT, 'reportCase', aReport({ place: {} })]],
  ['PLACE_MISSING', 'a report from a place described by blanks', () => [RESIDENT, 'reportCase', aReport({ place: { detail: '  ' } })]],
  ['ESTATE_UNKNOWN', 'a report about an estate that does not exist', () => [RESIDENT, 'reportCase', aReport({ estateId: 'atlantis' })]],
  ['TEXT_REJECTED', 'a report in words that are not fit', () => [RESIDENT, 'reportCase', aReport({ text: UNFIT })]],
  ['PHOTO_INVALID', 'a report whose second photo is none', () => [RESIDENT, 'reportCase', aReport({ photos: [photo('a'), NO_PHOTO] })]],
  ['TEXT_REJECTED', 'words of joining that are not fit', async (t) => [NEIGHBOUR, 'joinCase', { ...(await about(dispatched(t))).joinCase, text: UNFIT }]],
  ['PHOTO_INVALID', 'a photo of joining that is none', async (t) => [NEIGHBOUR, 'joinCase', { ...(await about(dispatched(t))).joinCase, photos: [NO_PHOTO] }]],
  ['STATE_CHANGED', 'joining what is closed', async (t) => [NEIGHBOUR, 'joinCase', (await about(closed(t))).joinCase]],
  ['ALREADY_JOINED', 'the reporter joining the own report', async (t) => [RESIDENT, 'joinCase', (await about(dispatched(t))).joinCase]],
  ['ESTATE_UNKNOWN', 'looking for same problems nowhere', () => [RESIDENT, 'findSameProblems', { ...S.findSameProblems, estateId: 'atlantis' }]],
  // — what the manager does —
  ['PHOTO_MISSING', 'an answer without a photo', async (t) => [MANAGER, 'answerCase', { ...(await about(dispatched(t))).answerCase, photos: [] }]],
  ['PHOTO_SAME', 'an answer with the photo from before', async (t) => [MANAGER, 'answerCase', { ...(await about(dispatched(t, { photos: [photo('before')] }))).answerCase, photos: [photo('new'), photo('before')] }]],
  ['PHOTO_INVALID', 'an answer with a photo that is none', async (t) => [MANAGER, 'answerCase', { ...(await about(dispatched(t))).answerCase, photos: [NO_PHOTO] }]],
  ['TEXT_REJECTED', 'an answer in words that are not fit', async (t) => [MANAGER, 'answerCase', { ...(await about(dispatched(t))).answerCase, text: UNFIT }]],
  ['CASE_CLOSED', 'an answer to what is closed', async (t) => [MANAGER, 'answerCase', (await about(closed(t))).answerCase]],
  ['STATE_CHANGED', 'a second answer', async (t) => [MANAGER, 'answerCase', (await about(answered(t))).answerCase]],
  ['NOT_FOUND', 'an answer to a case of nobody', () => [MANAGER, 'answerCase', S.answerCase]],
  ['STATE_CHANGED', 'a return of what is answered', async (t) => [MANAGER, 'returnCase', (await about(answered(t))).returnCase]],
  ['PHOTO_INVALID', 'a return with a photo that is none', async (t) => [MANAGER, 'returnCase', { ...(await about(dispatched(t))).returnCase, photos: [NO_PHOTO] }]],
  ['PHOTO_INVALID', 'an asking for time with a photo that is none', async (t) => [MANAGER, 'requestTime', { ...(await about(dispatched(t))).requestTime, photos: [NO_PHOTO] }]],
  ['STATE_CHANGED', 'an asking for time for what is answered', async (t) => [MANAGER, 'requestTime', (await about(answered(t))).requestTime]],
  // — what the reporter does —
  ['NOTHING_SAID', 'a "not fixed" without a word or a photo', async (t) => [RESIDENT, 'followUp', { ...(await about(answered(t))).followUp, text: '' }]],
  ['TEXT_REJECTED', 'a "not fixed" in words that are not fit', async (t) => [RESIDENT, 'followUp', { ...(await about(answered(t))).followUp, text: UNFIT }]],
  ['PHOTO_INVALID', 'a "not fixed" with a photo that is none', async (t) => [RESIDENT, 'followUp', { ...(await about(answered(t))).followUp, photos: [NO_PHOTO] }]],
  ['STATE_CHANGED', 'a "fixed" before anybody answered', async (t) => [RESIDENT, 'followUp', { ...(await about(dispatched(t))).followUp, fixed: true }]],
  // — what the office and inspectors do —
  ['CATEGORY_UNKNOWN', 'a filing under an item that does not exist', async (t) => [OFFICE, 'fileCase', { ...(await about(submitted(t))).fileCase, categoryCode: '9999' }]],
  ['STATE_CHANGED', 'a second filing', async (t) => [OFFICE, 'fileCase', (await about(dispatched(t))).fileCase]],
  ['STATE_CHANGED', 'a refusal of what is filed', async (t) => [OFFICE, 'refuseCase', (await about(dispatched(t))).refuseCase]],
  ['STATE_CHANGED', 'a dispatch of what is not filed', async (t) => [OFFICE, 'dispatchCase', (await about(submitted(t))).dispatchCase]],
  ['STATE_CHANGED', 'a redirect to the same estate', async (t) => [OFFICE, 'redirectCase', (await about(dispatched(t))).redirectCase]],
  ['ESTATE_UNKNOWN', 'a redirect to nowhere', async (t) => [OFFICE, 'redirectCase', { ...(await about(dispatched(t))).redirectCase, estateId: 'atlantis' }]],
  ['STATE_CHANGED', 'a decision where nothing was asked', async (t) => [OFFICE, 'decideRequest', (await about(dispatched(t))).decideRequest]],
  ['STATE_CHANGED', 'an answer to a return that was not made', async (t) => [OFFICE, 'rejectReturn', (await about(dispatched(t))).rejectReturn]],
  ['STATE_CHANGED', 'a rework of what nobody complained about', async (t) => [OFFICE, 'reworkCase', (await about(answered(t))).reworkCase]],
  ['STATE_CHANGED', 'a closing of what is not verified', async (t) => [OFFICE, 'closeCase', (await about(answered(t))).closeCase]],
  ['STATE_CHANGED', 'a verification of what is not answered', async (t) => [INSPECTOR, 'verifyCase', (await about(dispatched(t))).verifyCase]],
  ['PHOTO_INVALID', 'a verification with a photo that is none', async (t) => [INSPECTOR, 'verifyCase', { ...(await about(answered(t))).verifyCase, photos: [NO_PHOTO] }]],
  ['STATE_CHANGED', 'a finding on what is not filed', async (t) => [OFFICE, 'proposeFinding', (await about(submitted(t))).proposeFinding]],
  ['FINDING_MISSING', 'a decision on a finding nobody proposed', async (t) => [OFFICE, 'decideFinding', (await about(dispatched(t))).decideFinding]],
  [
    'OWN_ESTATE', 'a verification by the one who answered',
    async (t) => {
      const caseId = await dispatched(t)
      const office = t.all('people').find(({ openid }) => openid === OFFICE_2)!
      await t.store.set('people', { ...office, grants: [...office.grants, { role: 'manager', estateId: 'jinxiu' }] })
      await answer(t, caseId, OFFICE_2)
      return [OFFICE_2, 'verifyCase', requestsAbout({ ...NOBODYS, caseId }).verifyCase]
    },
  ],
  ['CATEGORY_UNKNOWN', 'an inspected problem of an item that does not exist', () => [INSPECTOR, 'enterInspection', { ...S.enterInspection, problems: [{ ...S.enterInspection.problems[0], categoryCode: '9999' }] }]],
  ['SPOT_UNKNOWN', 'an inspected problem at a spot of another estate', () => [INSPECTOR, 'enterInspection', { ...S.enterInspection, problems: [{ ...S.enterInspection.problems[0], place: { spotId: 'heping-b1' } }] }]],
  ['PLACE_MISSING', 'an inspected problem nowhere', () => [INSPECTOR, 'enterInspection', { ...S.enterInspection, problems: [{ ...S.enterInspection.problems[0], place: {} }] }]],
  ['PHOTO_INVALID', 'an inspected problem with a photo that is none', () => [INSPECTOR, 'enterInspection', { ...S.enterInspection, problems: [S.enterInspection.problems[0], { ...S.enterInspection.problems[0], photos: [NO_PHOTO] }] }]],
  ['ESTATE_UNKNOWN', 'an inspection of nowhere', () => [INSPECTOR, 'enterInspection', { ...S.enterInspection, estateId: 'atlantis' }]],
  // — facts for the score —
  ['RULE_UNKNOWN', 'a check under a rule that does not exist', () => [INSPECTOR, 'enterPropertyCheck', { ...S.enterPropertyCheck, ruleCode: '2.9.9' }]],
  ['ESTATE_UNKNOWN', 'a check of an estate that does not exist', () => [INSPECTOR, 'enterPropertyCheck', { ...S.enterPropertyCheck, estateId: 'atlantis' }]],
  ['PHOTO_INVALID', 'a check with a photo that is none', () => [INSPECTOR, 'enterPropertyCheck', { ...S.enterPropertyCheck, photos: [NO_PHOTO] }]],
  ['ESTATE_UNKNOWN', 'a project of an estate that does not exist', () => [OFFICE, 'enterProject', { ...S.enterProject, estateId: 'atlantis' }]],
  ['ESTATE_UNKNOWN', 'a survey of an estate that does not exist', () => [OFFICE, 'saveSurvey', { ...S.saveSurvey, estateId: 'atlantis' }]],
  // — messages —
  ['NOT_FOUND', 'the marking of a message of nobody', () => [RESIDENT, 'markRead', S.markRead]],
  [
    'NOT_FOUND', "the marking of one's own message together with another person's",
    async (t) => {
      await dispatched(t)
      await rest(t)
      const [own, others] = [t.all('notices').find(({ kind }) => kind === 'reportFiled')!, t.all('notices').find(({ kind }) => kind === 'caseNew')!]
      return [RESIDENT, 'markRead', { noticeIds: [own._id, others._id] }]
    },
  ],
]

describe('a refusal leaves nothing written', () => {
  test.each(ROWS)('%s: %s', async (code, _, prepare) => {
    const [openid, action, request] = await prepare(town)
    await rest(town)
    const before = town.dump()
    const envelope = await town.call(openid, action, request)
    expect(envelope).toMatchObject({ ok: false, code })
    expect(!envelope.ok && envelope.words).not.toMatch(/[{}]|undefined/)
    expect(town.dump()).toBe(before)
  })

  test('the photo that is none is named by its place', async () => {
    expect(await town.call(RESIDENT, 'reportCase', aReport({ photos: [photo('a'), NO_PHOTO, photo('b')] }))).toMatchObject({ words: expect.stringMatching(/^第 2 张/) as string })
  })
})
