import type { ActionName } from '../../../types/api'
import { ACTION_NAMES, NOBODYS, requestsAbout } from '../../support/requests'
import { openTown, photo, type Town } from '../../support/town'

/** Somebody who may do everything, so that only the request itself can be at fault. */
const EVERYBODY = 'office-1'
let town: Town
beforeEach(async () => {
  town = openTown()
  const person = town.all('people').find(({ openid }) => openid === EVERYBODY)!
  await town.store.set('people', { ...person, estateId: 'jinxiu', grants: [{ role: 'office' }, { role: 'inspector', level: 'town' }, { role: 'manager', estateId: 'jinxiu' }] })
})
afterEach(() => town.close())

const REQUESTS = requestsAbout(NOBODYS)
const codeOf = async (action: ActionName, request: unknown) => {
  const envelope = await town.raw(EVERYBODY, { action, request })
  return envelope.ok ? 'ok' : envelope.code
}
const isBadAndLeavesNothing = async (action: ActionName, request: unknown) => {
  const before = town.dump()
  expect([action, await codeOf(action, request)]).toEqual([action, 'BAD_REQUEST'])
  expect(town.dump()).toBe(before)
}

/** Actions that ask for nothing that could be missing. */
const CONTENT_WITH_NOTHING: readonly ActionName[] = ['whoAmI', 'openUploads', 'readRulebook', 'readMyReports', 'listNotices', 'readQuotas', 'listHouseholdActs', 'readDesk', 'verifyLedger', 'exportMyData', 'listUnmaskings', 'listPhotosToDecide', 'readSurveys', 'readStandings', 'readRewards']

describe('requests that are filled in wrongly', () => {
  test.each(ACTION_NAMES.filter((name) => !CONTENT_WITH_NOTHING.includes(name)))('%s with nothing filled in is refused and leaves nothing', async (action) => {
    await isBadAndLeavesNothing(action, {})
    await isBadAndLeavesNothing(action, undefined)
    await isBadAndLeavesNothing(action, 'text')
    await isBadAndLeavesNothing(action, [])
  })

  test.each(CONTENT_WITH_NOTHING)('%s asks for nothing and is content', async (action) => {
    expect(await codeOf(action, undefined)).toBe('ok')
  })

  test.each(ACTION_NAMES.flatMap((action) => Object.keys(REQUESTS[action]).map((field) => [action, field] as const)))('%s does not take a list of operators for its field %s', async (action, field) => {
    await isBadAndLeavesNothing(action, { ...REQUESTS[action], [field]: [{ $ne: null }] })
  })

  const withField = (name: RegExp) => ACTION_NAMES.flatMap((action) => Object.keys(REQUESTS[action]).filter((field) => name.test(field)).map((field) => [action, field] as const))
  const TEXTS = withField(/^(text|reason|note)$/)
  test('the table of texts has every text there is', () => expect(TEXTS).toHaveLength(26))
  test.each(TEXTS)('%s: a %s of 1000 characters is read, one of 1001 is not', async (action, field) => {
    expect(await codeOf(action, { ...REQUESTS[action], [field]: '长'.repeat(1000) })).not.toBe('BAD_REQUEST')
    await isBadAndLeavesNothing(action, { ...REQUESTS[action], [field]: '长'.repeat(1001) })
  })

  const REMARKS = ['joinCase', 'followUp', 'addRemark', 'decidePhoto'] as const
  test.each(TEXTS.filter(([action]) => !REMARKS.some((name) => name === action)))('%s: a %s of blanks only is no %s', async (action, field) => {
    await isBadAndLeavesNothing(action, { ...REQUESTS[action], [field]: ' \n　' })
  })

  const PHOTOS = withField(/^photos$/)
  test('the table of photos has every action with photos', () => expect(PHOTOS).toHaveLength(11))
  test.each(PHOTOS)('%s takes nine photos, not ten, and none that are not in the storage', async (action, field) => {
    const photos = Array.from({ length: 10 }, (_, index) => photo(`many-${index}`))
    expect(await codeOf(action, { ...REQUESTS[action], [field]: photos.slice(0, 9) })).not.toBe('BAD_REQUEST')
    await isBadAndLeavesNothing(action, { ...REQUESTS[action], [field]: photos })
    await isBadAndLeavesNothing(action, { ...REQUESTS[action], [field]: ['https://elsewhere.test/a.jpg'] })
    await isBadAndLeavesNothing(action, { ...REQUESTS[action], [field]: [`cloud://${'x'.repeat(500)}`] })
  })

  const inspection = (changes: object) => ({ ...REQUESTS.enterInspection, problems: [{ ...REQUESTS.enterInspection.problems[0], ...changes }] })
  test.each<[string, ActionName, unknown]>([
    ['an inspected problem without a photo', 'enterInspection', inspection({ photos: [] })],
    ['an inspected problem with ten photos', 'enterInspection', inspection({ photos: Array.from({ length: 10 }, (_, index) => photo(`p${index}`)) })],
    ['an inspected problem with a text of 1001 characters', 'enterInspection', inspection({ text: '长'.repeat(1001) })],
    ['an inspection with 31 problems', 'enterInspection', { ...REQUESTS.enterInspection, problems: Array.from({ length: 31 }, () => REQUESTS.enterInspection.problems[0]) }],
    ['an inspection of an invented level', 'enterInspection', { ...REQUESTS.enterInspection, level: 'village' }],
    ['a key of 15 characters', 'reportCase', { ...REQUESTS.reportCase, key: 'a'.repeat(15) }],
    ['a key of 41 characters', 'reportCase', { ...REQUESTS.reportCase, key: 'a'.repeat(41) }],
    ['a key with other characters', 'reportCase', { ...REQUESTS.reportCase, key: '../../etc/passwd/xx' }],
    ['coordinates beyond the pole', 'reportCase', { ...REQUESTS.reportCase, place: { location: { latitude: 91, longitude: 120 } } }],
    ['a place described in 201 characters', 'reportCase', { ...REQUESTS.reportCase, place: { detail: '远'.repeat(201) } }],
    ['an extension with a kind of its own', 'requestTime', { ...REQUESTS.requestTime, kind: 'holiday' }],
    ['a suspension without its end', 'requestTime', { ...REQUESTS.requestTime, kind: 'suspension' }],
    ['a suspension that ends in the past', 'requestTime', { ...REQUESTS.requestTime, kind: 'suspension', until: 1 }],
    ['a suspension of more than a year', 'requestTime', { ...REQUESTS.requestTime, kind: 'suspension', until: Date.UTC(2028, 0, 1) }],
    ['an overdue that a person proposes', 'proposeFinding', { ...REQUESTS.proposeFinding, finding: 'overdue' }],
    ['no activities', 'enterPropertyCheck', { ...REQUESTS.enterPropertyCheck, count: 0 }],
    ['101 activities', 'enterPropertyCheck', { ...REQUESTS.enterPropertyCheck, count: 101 }],
    ['half an activity', 'enterPropertyCheck', { ...REQUESTS.enterPropertyCheck, count: 0.5 }],
    ['a project of the world', 'enterProject', { ...REQUESTS.enterProject, level: 'world' }],
    ['a sheet of a day that does not exist', 'enterRedProperty', { ...REQUESTS.enterRedProperty, estateId: 'cuihu', factOn: '2026-02-30' }],
    ['a draw among one', 'recordDraw', { ...REQUESTS.recordDraw, order: ['jinxiu'] }],
    ['a month that does not exist', 'readStandings', { period: '2026-13' }],
    ['a period that is a day', 'readScore', { estateId: 'jinxiu', period: '2026-11-02' }],
    ['a list by an invented scope', 'listCases', { scope: 'everything' }],
    ['a list from a place nobody was told', 'listCases', { scope: 'mine', cursor: '20' }],
    ['a list that keeps more than it may', 'listCases', { scope: 'all', cursor: JSON.stringify([1, null, ...Array.from({ length: 201 }, (_, index) => `c${index}`)]) }],
    ['a list that keeps more words than it may', 'listCases', { scope: 'all', cursor: JSON.stringify([1, null, 'c'.repeat(10_000)]) }],
    ['a list from a value that is a query', 'listCases', { scope: 'mine', cursor: '[{"$gt":0},null]' }],
    ['no template at all', 'addQuota', { accepted: [] }],
    ['an invented message template', 'addQuota', { accepted: ['advertisement'] }],
    ['four templates in one prompt', 'addQuota', { accepted: ['caseTask', 'caseTask', 'caseTask', 'caseTask'] }],
    ['101 notices at once', 'markRead', { noticeIds: Array.from({ length: 101 }, (_, index) => `n${index}`) }],
    ['a rating of none', 'followUp', { ...REQUESTS.followUp, rating: 0 }],
    ['a rating of six', 'followUp', { ...REQUESTS.followUp, rating: 6 }],
    ['a rating of four and a half', 'followUp', { ...REQUESTS.followUp, rating: 4.5 }],
    ['the news of a month that does not exist', 'readEstateNews', { estateId: 'jinxiu', month: '2026-13' }],
    ['the news of a year', 'readEstateNews', { estateId: 'jinxiu', month: '2026' }],
    ['a code of 61 characters', 'bindHousehold', { code: '0'.repeat(61) }],
    ['a bond of another kind', 'bindHousehold', { code: '0', relation: 'owner' }],
    ['neither a number nor a household', 'bindByPhone', { relation: 'lives' }],
    ['an invitation without a key', 'inviteToHousehold', { householdId: 'h', relation: 'lives' }],
    ['an empty id', 'readCase', { caseId: '' }],
    ['an id of 101 characters', 'readCase', { caseId: 'c'.repeat(101) }],
  ])('%s is refused', (_, action, request) => isBadAndLeavesNothing(action, request))

  test('the words of the refusal name the field', async () => {
    const envelope = await town.raw(EVERYBODY, { action: 'reportCase', request: { ...REQUESTS.reportCase, text: '' } })
    expect(envelope).toMatchObject({ ok: false, words: '填写的内容有误：情况说明（1–1000 字）。请改正后再提交' })
  })
})
