import { townSeed } from '../../../scripts/demo/town'
import type { ActionName } from '../../../types/api'
import { ACTION_NAMES, NOBODYS, requestsAbout } from '../../support/requests'
import { answer, aReport, INSPECTOR, MANAGER, NEIGHBOUR, newKey, newPhoto, OFFICE, rest, verify } from '../../support/stories'
import { openTown, personId, type Town } from '../../support/town'

const REPORTERS = [{ openid: 'oSecretOpenidOne', name: '秘密阿姨' }, { openid: 'oSecretOpenidTwo', name: '秘密先生' }] as const
const SECRETS = REPORTERS.flatMap(({ openid, name }) => [openid, name, personId(openid), personId(openid).slice(1)])
const [FIRST, SECOND] = REPORTERS.map(({ openid }) => openid) as [string, string]
const VIEWERS = [MANAGER, NEIGHBOUR, 'resident-heping-1', INSPECTOR, 'manager-heping'] as const

function withReporters(): Town {
  const seed = townSeed('2026-01')
  const people = REPORTERS.map(({ openid, name }) => ({ _id: personId(openid), townId: 'demo', openid, name, grants: [], staff: false, estateId: 'jinxiu' }))
  return openTown({ seed: { ...seed, people: [...seed.people!, ...people] } })
}

type Chapter = (town: Town, caseId: string) => Promise<unknown>
/** The story of one case, with everything a reporter can leave behind on it. */
const CHAPTERS: readonly (readonly [name: string, chapter: Chapter])[] = [
  ['submitted', async () => undefined],
  ['dispatched', (town, caseId) => town.ok(OFFICE, 'fileCase', { caseId, categoryCode: '0201', dispatch: true })],
  ['joined', (town) => town.ok(SECOND, 'reportCase', aReport())],
  ['asked for time', (town, caseId) => town.ok(MANAGER, 'requestTime', { kind: 'extension', caseId, reason: '配件' })],
  ['under a finding', (town, caseId) => town.ok(OFFICE, 'proposeFinding', { caseId, finding: 'shirked', reason: '推诿' })],
  ['answered', (town, caseId) => answer(town, caseId)],
  ['found fixed by one', (town, caseId) => town.ok(SECOND, 'followUp', { caseId, fixed: true })],
  ['found unfixed by the other', (town, caseId) => town.ok(FIRST, 'followUp', { caseId, fixed: false, text: '没修好', photos: [newPhoto()] })],
  ['added to by both', async (town, caseId) => { for (const openid of REPORTERS) await town.ok(openid.openid, 'addRemark', { key: newKey(), caseId, text: '还有一袋', photos: [newPhoto()] }) }],
  [
    'closed late',
    async (town, caseId) => {
      town.goTo('2026-11-03 15:00')
      await rest(town)
      await answer(town, caseId)
      await verify(town, caseId)
      for (const { openid } of REPORTERS) await town.ok(openid, 'followUp', { caseId, fixed: true, rating: 4 })
      town.goTo('2026-11-03 16:00')
      await rest(town)
    },
  ],
]

async function atChapter(last: string): Promise<{ town: Town; caseId: string }> {
  const town = withReporters()
  const { caseId } = await town.ok(FIRST, 'reportCase', aReport())
  for (const [name, chapter] of CHAPTERS) {
    await chapter(town, caseId)
    if (name === last) break
  }
  return { town, caseId }
}

/** Everything a viewer can ask for, reading before writing. */
async function everyReply(town: Town, caseId: string, viewer: string): Promise<readonly (readonly [string, string])[]> {
  const noticeId = town.all('notices').find((notice) => notice.personId !== personId(viewer))?._id ?? NOBODYS.noticeId
  const requests = requestsAbout({ ...NOBODYS, caseId, noticeId })
  const lists = (['mine', 'estate', 'neighbours', 'desk', 'all'] as const).flatMap((scope) => [true, false].map((open) => ['listCases', { scope, open, waiting: 'toVerify' }] as const))
  const reads: readonly (readonly [ActionName, object])[] = [...lists, ['findSameProblems', { estateId: 'jinxiu', categoryCode: null, place: { spotId: 'jinxiu-bins' } }], ['readScore', { estateId: 'jinxiu', period: '2026-11' }], ['readStandings', { period: '2026-11' }]]
  const all = [...reads, ...ACTION_NAMES.map((name) => [name, requests[name]] as const).sort(([a], [b]) => Number(/^(read|list|find|who|verifyL)/.test(b)) - Number(/^(read|list|find|who|verifyL)/.test(a)))]
  const replies: (readonly [string, string])[] = []
  for (const [action, request] of all) replies.push([action, JSON.stringify(await town.raw(viewer, { action, request }))])
  return replies
}

describe('who reported', () => {
  test.each(CHAPTERS.map(([name]) => name))('is in no field of any reply to anybody else, while the case is %s', async (chapter) => {
    for (const viewer of VIEWERS) {
      const { town, caseId } = await atChapter(chapter)
      for (const [action, reply] of await everyReply(town, caseId, viewer)) for (const secret of SECRETS) expect({ viewer, action, secret, isTold: reply.includes(secret) }).toEqual({ viewer, action, secret, isTold: false })
      const before = town.all('notices').filter((notice) => notice.personId === personId(viewer))
      for (const secret of SECRETS) expect(JSON.stringify(before)).not.toContain(secret)
      town.close()
    }
  })

  test('is found by this very search where it may stand: in the own replies, and in the database', async () => {
    const { town, caseId } = await atChapter('closed late')
    for (const secret of [personId(FIRST), personId(SECOND)]) expect(town.dump()).toContain(secret)
    const own = await everyReply(town, caseId, FIRST)
    for (const secret of [personId(FIRST), '秘密阿姨']) expect(own.some(([, reply]) => reply.includes(secret))).toBe(true)
    town.close()
  })

  test('is not even in the case itself: only the report ties a person to it', async () => {
    const { town } = await atChapter('found unfixed by the other')
    const stored = JSON.stringify([town.all('cases'), town.all('ledger'), town.all('counters')])
    for (const secret of SECRETS) expect(stored).not.toContain(secret)
    town.close()
  })

  test('is not told by any message to the staff', async () => {
    const { town } = await atChapter('submitted')
    for (const openid of [MANAGER, INSPECTOR, OFFICE]) for (let times = 0; times < 9; times += 1) await town.ok(openid, 'addQuota', { accepted: ['caseTask', 'caseDeadline'] })
    const caseId = town.all('cases')[0]!._id
    for (const [, chapter] of CHAPTERS.slice(1)) {
      await chapter(town, caseId)
      await rest(town)
    }
    expect(town.sent.length).toBeGreaterThan(2)
    for (const secret of SECRETS) expect(JSON.stringify(town.sent.filter(({ openid }) => openid === MANAGER))).not.toContain(secret)
    town.close()
  })

  test('and who answered is known to the staff by name, to the residents only as the property firm', async () => {
    const { town, caseId } = await atChapter('closed late')
    const who = async (openid: string) => (await town.ok(openid, 'readCase', { caseId })).timeline.find(({ type }) => type === 'answered')?.who
    expect([await who(OFFICE), await who(INSPECTOR), await who(FIRST), await who(NEIGHBOUR)]).toEqual(['陈国平', '陈国平', null, null])
    town.close()
  })
})
