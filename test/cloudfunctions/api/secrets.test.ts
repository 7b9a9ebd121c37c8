import { CONTRACTS, type ActionName } from '../../../types/api'
import { prepare, workingRequest } from '../../support/everyAction'
import { FIRST, HOUSEHOLD, PLANTED_PRESS, PLANTED_SLIP, plantedTown, SECOND, secretsIn, type Secret } from '../../support/planted'
import { ACTION_NAMES } from '../../support/requests'
import { aReport, answer, AUDITOR, INSPECTOR, MANAGER, NEIGHBOUR, newKey, OFFICE, OFFICE_2, OTHER_MANAGER, rest, STRANGER, verify } from '../../support/stories'
import type { Town } from '../../support/town'

/** Who looks, those with the least first, so that whoever may change something comes when the others have seen it. */
const VIEWERS = { newcomer: 'newcomer-1', stranger: STRANGER, neighbour: NEIGHBOUR, otherManager: OTHER_MANAGER, manager: MANAGER, inspector: INSPECTOR, auditor: AUDITOR, office: OFFICE, self: FIRST } as const
type Viewer = keyof typeof VIEWERS
type May = { readonly [V in Viewer]?: readonly Secret[] }

/** Oneself, and the household one is bound to. Never the other one of it, nor a number or a code. */
const OWN: readonly Secret[] = ['firstName', 'firstId', 'room', 'household']
const NOBODY: May = {}
const DOORS: May = { office: ['room', 'household'], inspector: ['room', 'household'] }
const ROSTER: May = { office: ['room', 'household'], auditor: ['room', 'household'] }

/** Written from the law and not from the code: for whom each action works, and what may be in its reply. A new action has no row, and fails. */
const LAW: { readonly [Name in ActionName]: readonly [worksFor: Viewer, may: May] } = {
  whoAmI: ['newcomer', NOBODY], chooseEstate: ['newcomer', NOBODY], readRulebook: ['stranger', NOBODY],
  findSameProblems: ['neighbour', NOBODY], listCases: ['self', NOBODY], readCase: ['neighbour', NOBODY], reportCase: ['neighbour', NOBODY], joinCase: ['neighbour', NOBODY],
  withdrawCase: ['self', NOBODY], followUp: ['self', NOBODY], addRemark: ['self', NOBODY], readMyReports: ['self', NOBODY], readEstateNews: ['stranger', NOBODY], listEstateCases: ['stranger', NOBODY],
  fileCase: ['office', NOBODY], refuseCase: ['office', NOBODY], dispatchCase: ['office', NOBODY], redirectCase: ['office', NOBODY], rejectReturn: ['office', NOBODY],
  decideRequest: ['office', NOBODY], resumeCase: ['office', NOBODY], reworkCase: ['office', NOBODY], closeCase: ['office', NOBODY], decideFinding: ['office', NOBODY],
  proposeFinding: ['inspector', NOBODY], verifyCase: ['inspector', NOBODY], returnCase: ['manager', NOBODY], answerCase: ['manager', NOBODY], requestTime: ['manager', NOBODY],
  enterInspection: ['inspector', NOBODY], enterPropertyCheck: ['inspector', NOBODY], enterRedProperty: ['inspector', NOBODY], enterProject: ['office', NOBODY],
  recordDraw: ['office', NOBODY], readStandings: ['stranger', NOBODY], readScore: ['stranger', NOBODY], readRewards: ['stranger', NOBODY], allocateRewards: ['office', NOBODY], confirmRewards: ['office', NOBODY],
  listNotices: ['manager', NOBODY], markRead: ['self', NOBODY], addQuota: ['manager', NOBODY], readQuotas: ['manager', NOBODY],
  bindHousehold: ['newcomer', NOBODY], bindByPhone: ['newcomer', NOBODY], readHousehold: ['self', NOBODY], inviteToHousehold: ['self', NOBODY], removeMember: ['self', NOBODY], leaveHousehold: ['self', NOBODY],
  // The roster is the office's own; who is bound to a household is not in it.
  listHouseholds: ['auditor', ROSTER], listHouseholdActs: ['auditor', ROSTER], issueCode: ['office', { office: ['room'] }], clearHousehold: ['office', NOBODY],
  checkRoster: ['office', NOBODY], applyRoster: ['office', NOBODY], setHouseholdStatus: ['office', NOBODY], issueSlips: ['office', NOBODY], printSlips: ['office', NOBODY], listSlipRuns: ['office', NOBODY],
  readDesk: ['auditor', NOBODY], verifyLedger: ['auditor', NOBODY],
  recordConsent: ['newcomer', NOBODY], exportMyData: ['self', NOBODY], deleteMyData: ['self', NOBODY], listUnmaskings: ['self', NOBODY],
  // The one way to a name: with a reason, recorded, and told to the person.
  unmaskReporter: ['office', { office: ['firstName', 'room'] }],
  openUploads: ['stranger', NOBODY], redactPhoto: ['office', NOBODY], decidePhoto: ['office', NOBODY], listPhotosToDecide: ['office', NOBODY],
  readSurveys: ['stranger', NOBODY], readSurvey: ['stranger', NOBODY], readSurveyBundle: ['stranger', NOBODY], listSurveyRemarks: ['stranger', NOBODY], castBallot: ['self', NOBODY],
  saveSurvey: ['office', NOBODY], publishSurvey: ['office', NOBODY], decideSurvey: ['office', NOBODY], decideSurveyRemark: ['office', NOBODY], recordRecontact: ['office', NOBODY], addMeasure: ['manager', NOBODY],
  // Doors are known by the numbers on them; who lives behind them is in none of these.
  listSurveyRemarksToRead: ['auditor', NOBODY], readSurveyDesk: ['auditor', ROSTER], listDoors: ['inspector', DOORS], castAtDoor: ['inspector', NOBODY],
  registerPaper: ['inspector', DOORS], keyPaper: ['inspector', NOBODY], readPaperBatches: ['inspector', DOORS], releasePaper: ['inspector', NOBODY],
}
const mayRead = (viewer: Viewer, may: May): readonly Secret[] => (viewer === 'self' ? OWN : (may[viewer] ?? []))

const logged: string[] = []
const words = (part: unknown): string => (part instanceof Error ? `${part.message} ${part.stack ?? ''} ${words(part.cause)}` : (JSON.stringify(part) ?? ''))
beforeAll(() => {
  for (const level of ['error', 'warn', 'log', 'info'] as const) jest.spyOn(console, level).mockImplementation((...parts: unknown[]) => void logged.push(...parts.map(words)))
})
afterAll(() => void jest.restoreAllMocks())

async function expectNoSecret(town: Town, viewer: Viewer, action: ActionName, request: object, may: May): Promise<boolean> {
  const envelope = await town.raw(VIEWERS[viewer], { action, request })
  const told = secretsIn(JSON.stringify(envelope)).filter((secret) => !mayRead(viewer, may).includes(secret))
  expect({ action, viewer, told }).toEqual({ action, viewer, told: [] })
  return envelope.ok
}

describe('planted names, openids, rooms, numbers and codes', () => {
  test('are looked for in every action there is', () => {
    expect(Object.keys(LAW).sort()).toEqual(Object.keys(CONTRACTS).sort())
    expect([...ACTION_NAMES].sort()).toEqual(Object.keys(CONTRACTS).sort())
  })

  test.each(Object.keys(LAW) as ActionName[])('are in no reply of %s to anybody whom they do not concern, whether it works or is refused', async (action) => {
    const planted = await plantedTown()
    await prepare(action, planted)
    const [worksFor, may] = LAW[action]
    const worked: Viewer[] = []
    for (const viewer of Object.keys(VIEWERS) as Viewer[]) if (await expectNoSecret(planted.town, viewer, action, workingRequest(action, VIEWERS[viewer], planted), may)) worked.push(viewer)
    // A request that is only ever refused would prove nothing.
    expect([action, worked]).toEqual([action, expect.arrayContaining([worksFor])])
    planted.town.close()
  })

  test('are in no list, whatever is asked for, at any time of the case', async () => {
    const { town, caseId } = await plantedTown()
    const questions: readonly (readonly [ActionName, object])[] = [
      ...(['mine', 'estate', 'neighbours', 'desk', 'all'] as const).flatMap((scope) => [true, false].flatMap((open) => (['toFile', 'toVerify', 'reopened'] as const).map((waiting) => ['listCases', { scope, open, waiting }] as const))),
      ['readCase', { caseId }], ['findSameProblems', { estateId: 'jinxiu', categoryCode: null, place: { spotId: 'jinxiu-bins' } }], ['listNotices', {}], ['readEstateNews', { estateId: 'jinxiu' }],
      ['readScore', { estateId: 'jinxiu', period: '2026-11' }], ['readStandings', { period: '2026' }], ['readDesk', {}], ['listUnmaskings', { scope: 'all' }], ['listUnmaskings', {}], ['listPhotosToDecide', {}], ['whoAmI', {}], ['exportMyData', {}],
      // Guessing with what one should not have.
      ['bindHousehold', { code: PLANTED_SLIP }], ['bindByPhone', { householdId: HOUSEHOLD }], ['readHousehold', { householdId: HOUSEHOLD }],
    ]
    const chapters: readonly (() => Promise<unknown>)[] = [
      async () => undefined,
      () => town.ok(OFFICE_2, 'fileCase', { caseId, categoryCode: '0201', dispatch: true }),
      () => answer(town, caseId),
      async () => {
        await town.ok(SECOND, 'followUp', { caseId, fixed: false, text: '没修好', rating: 1 })
        await answer(town, caseId)
        await verify(town, caseId)
        town.goTo('2026-11-03 09:00')
        await rest(town)
      },
      () => town.ok(SECOND, 'deleteMyData', { confirm: true }),
    ]
    for (const chapter of chapters) {
      await chapter()
      for (const viewer of Object.keys(VIEWERS) as Viewer[]) for (const [action, request] of questions) await expectNoSecret(town, viewer, action, request, NOBODY)
    }
    town.close()
  })

  test('of the household reach the phone of whoever is told about it, and no other phone', async () => {
    const { town, caseId } = await plantedTown()
    const everybody = [...Object.values(VIEWERS).slice(1), SECOND]
    for (let times = 0; times < 5; times += 1) for (const openid of everybody) await town.ok(openid, 'addQuota', { accepted: ['caseTask', 'caseDeadline', 'caseProgress'] })
    await town.ok(OFFICE, 'fileCase', { caseId, categoryCode: '0201', dispatch: true })
    await rest(town)
    town.goTo('2026-11-02 15:00')
    await rest(town)
    expect(town.sent.some(({ openid }) => openid === MANAGER)).toBe(true)
    for (const { openid, words: told } of town.sent) expect([openid, secretsIn(told).filter((secret) => secret !== 'room' || ![FIRST, SECOND].includes(openid))]).toEqual([openid, []])
    town.close()
  })

  test('are found by this very search where they stand', async () => {
    const { town } = await plantedTown()
    expect([...secretsIn(JSON.stringify([town.all('people'), town.all('households'), town.all('householdCodes'), PLANTED_PRESS, PLANTED_SLIP]))].sort()).toEqual(['code', 'firstId', 'firstName', 'household', 'phone', 'room', 'secondId', 'secondName'])
    town.close()
  })

  test('are in no case and in no entry of the ledger: only the report ties a person to a case', async () => {
    const { town, caseId } = await plantedTown()
    await prepare('verifyCase', { town, caseId, reportId: '', photoId: '' })
    town.goTo('2026-11-03 09:00')
    await rest(town)
    expect(secretsIn(JSON.stringify([town.all('cases'), town.all('ledger'), town.all('counters'), town.all('householdActs')]))).toEqual([])
    town.close()
  })

  test('are in no line of the log, also when a function is killed in the midst of its work or WeChat fails', async () => {
    logged.length = 0
    for (let call = 1; call <= 25; call += 1) {
      const { town, caseId } = await plantedTown()
      town.life.endAt(call, 'after')
      await town.call(FIRST, 'reportCase', aReport({ place: { spotId: 'jinxiu-b5' }, forHouseholdId: HOUSEHOLD, key: newKey() }))
      town.life.endAt(call, 'after')
      await town.call(SECOND, 'readHousehold', { householdId: HOUSEHOLD })
      town.life.bear()
      town.onText(() => Promise.reject(new Error('msgSecCheck failed')))
      await town.call(SECOND, 'addRemark', { key: newKey(), caseId, text: '又来了' })
      town.onSend((openid) => Promise.reject(Object.assign(new Error(`cannot send to ${openid}`), { errCode: 40003 })))
      town.onCheck((openid) => Promise.reject(Object.assign(new Error(`cannot check for ${openid}`), { errCode: 61010 })))
      await rest(town)
      town.close()
    }
    expect(logged.length).toBeGreaterThan(25)
    expect(secretsIn(logged.join('\n'))).toEqual([])
  })
})
