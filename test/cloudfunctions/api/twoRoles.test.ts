import { CONCERNS } from '../../../cloudfunctions/api/access/concerns'
import { EFFECTS, PERMITTED, type Permission } from '../../../cloudfunctions/api/access/permitted'
import type { ActionName } from '../../../types/api'
import type { RoleGrant } from '../../../types/documents/people'
import { prepare, workingRequest } from '../../support/everyAction'
import { plantedTown } from '../../support/planted'
import { ACTION_NAMES, NOBODYS, requestsAbout } from '../../support/requests'
import { answer, AUDITOR, dispatched, INSPECTOR, MANAGER, NEIGHBOUR, newKey, newPhoto, OFFICE, OFFICE_2, rest, STRANGER, submitted } from '../../support/stories'
import { openTown, personId, type Town } from '../../support/town'

const grant = (town: Town, openid: string, ...grants: readonly RoleGrant[]) => {
  const person = town.one('people', personId(openid))
  return town.store.set('people', { ...person, grants: [...person.grants, ...grants] })
}
const manages = (estateId: string): RoleGrant => ({ role: 'manager', estateId })
const ofStaff = ACTION_NAMES.filter((action) => {
  const permission: Permission = PERMITTED[action]
  return typeof permission !== 'string' && permission.some((role) => role === 'office' || role === 'inspector')
})
/** What concerns no estate more than another, and shows and decides nothing of one. */
const OF_NOBODY: readonly ActionName[] = ['readDesk', 'verifyLedger', 'listHouseholdActs', 'listPhotosToDecide']
const DECIDING = ofStaff.filter((action) => !OF_NOBODY.includes(action))
/** Money and ranks are about every estate: whoever manages any is no judge of them. */
const OF_ALL: readonly ActionName[] = ['recordDraw', 'allocateRewards', 'confirmRewards']

describe('whoever manages an estate and has another role as well', () => {
  test('reads nothing of what the office has done about its households', async () => {
    const town = openTown()
    const request = { status: 'vacant', reason: '社区核实' } as const
    for (const estateId of ['jinxiu', 'heping']) await town.ok(OFFICE_2, 'setHouseholdStatus', { householdId: town.all('households').find((household) => household.estateId === estateId)!._id, ...request })
    const told = async (openid: string) => (await town.ok(openid, 'listHouseholdActs', {})).acts.map(({ estateName }) => estateName).sort()
    expect(await told(OFFICE)).toEqual(['和平苑', '锦绣花园'])
    await grant(town, OFFICE, manages('jinxiu'))
    expect([await told(OFFICE), await told(OFFICE_2), await told(AUDITOR)]).toEqual([['和平苑'], ['和平苑', '锦绣花园'], ['和平苑', '锦绣花园']])
    town.close()
  })

  test('every action of office and inspector says whom it concerns', () => {
    expect(Object.keys(CONCERNS).sort()).toEqual([...ofStaff, 'reportCase'].sort())
    expect(DECIDING.length).toBeGreaterThan(40)
  })

  test.each(DECIDING)('%s is refused about the own estate, in words, and leaves no trace', async (action) => {
    const planted = await plantedTown()
    const { town } = planted
    await prepare(action, planted)
    await grant(town, OFFICE, manages('jinxiu'))
    const request = workingRequest(action, OFFICE, planted)
    const before = town.dump()
    expect(await town.raw(OFFICE, { action, request })).toMatchObject({ ok: false, code: 'OWN_ESTATE', words: expect.stringContaining('请由其他同事处理') as string })
    expect(town.dump()).toBe(before)
    town.close()
  })

  test.each(DECIDING)('%s is open to somebody who manages another estate, unless it is about all of them', async (action) => {
    const planted = await plantedTown()
    const { town } = planted
    await prepare(action, planted)
    await grant(town, OFFICE, manages('yangguang'))
    const envelope = await town.raw(OFFICE, { action, request: workingRequest(action, OFFICE, planted) })
    expect(envelope.ok ? 'ok' : envelope.code).toBe(OF_ALL.includes(action) ? 'OWN_ESTATE' : 'ok')
    town.close()
  })

  test.each(['resumeCase', 'verifyCase', 'unmaskReporter', 'redactPhoto', 'decidePhoto'] as const)('%s is refused about a case that was ever in the own estate, though it is elsewhere now', async (action) => {
    const planted = await plantedTown()
    const { town, caseId } = planted
    await prepare('readCase', planted)
    await town.ok(OFFICE_2, 'redirectCase', { caseId, estateId: 'heping', reason: '属于和平苑' })
    await grant(town, OFFICE, manages('jinxiu'))
    expect(await town.code(OFFICE, action, workingRequest(action, OFFICE, planted) as never)).toBe('OWN_ESTATE')
    expect(await town.code(OFFICE, 'readCase', { caseId })).toBe(await town.code(MANAGER, 'readCase', { caseId }))
    town.close()
  })

  test('a case is not sent to an estate by whoever manages it', async () => {
    const town = openTown()
    const caseId = await dispatched(town)
    await grant(town, OFFICE, manages('heping'))
    expect(await town.code(OFFICE, 'redirectCase', { caseId, estateId: 'heping', reason: '属于和平苑' })).toBe('OWN_ESTATE')
    town.close()
  })

  test('is an inspector as little: nothing is entered, verified, proposed or counted at the own doors', async () => {
    const town = openTown()
    const caseId = await dispatched(town)
    await answer(town, caseId)
    await grant(town, INSPECTOR, manages('jinxiu'))
    for (const action of ['enterInspection', 'enterPropertyCheck', 'enterRedProperty', 'verifyCase', 'proposeFinding'] as const) expect([action, await town.code(INSPECTOR, action, requestsAbout({ ...NOBODYS, caseId })[action])]).toEqual([action, 'OWN_ESTATE'])
    expect(await town.code(OFFICE_2, 'reportCase', { ...requestsAbout(NOBODYS).reportCase, level: 'town' })).toBe('ok')
    await grant(town, OFFICE_2, manages('jinxiu'))
    expect(await town.code(OFFICE_2, 'reportCase', { ...requestsAbout(NOBODYS).reportCase, key: newKey(), level: 'town' })).toBe('OWN_ESTATE')
    town.close()
  })

  test.each([['inspector', INSPECTOR], ['office', OFFICE], ['auditor', AUDITOR]] as const)('sees of it what its manager sees, also as %s: nothing before it is filed and handed on, nor after it was refused', async (_, openid) => {
    const town = openTown()
    await grant(town, openid, manages('jinxiu'))
    const look = async (caseId: string) => [await town.code(openid, 'readCase', { caseId }), (await town.ok(openid, 'listCases', { scope: 'all' })).cases.map(({ id }) => id).includes(caseId)]
    const caseId = await submitted(town)
    expect(await look(caseId)).toEqual(['NOT_FOUND', false])
    await town.ok(OFFICE_2, 'fileCase', { caseId, categoryCode: '0201', dispatch: false })
    expect(await look(caseId)).toEqual(['NOT_FOUND', false])
    await town.ok(OFFICE_2, 'dispatchCase', { caseId })
    const [own, managers] = [await town.ok(openid, 'readCase', { caseId }), await town.ok(MANAGER, 'readCase', { caseId })]
    expect([own.summary, own.timeline, own.photosBefore, own.reporters]).toEqual([managers.summary, managers.timeline, managers.photosBefore, null])
    const unfit = await submitted(town, { place: { spotId: 'jinxiu-b1' } })
    await town.ok(OFFICE_2, 'refuseCase', { caseId: unfit, reason: '不属于' })
    expect(await look(unfit)).toEqual(['NOT_FOUND', false])
    // Another estate's is seen as before.
    expect(await look(await submitted(town, { by: STRANGER, estateId: 'heping', place: { spotId: 'heping-b1' } }))).toEqual(['ok', true])
    town.close()
  })

  test('still answers as its manager, and is offered that and nothing else', async () => {
    const town = openTown()
    const caseId = await dispatched(town)
    const all = (await town.ok(OFFICE, 'readCase', { caseId })).allowed
    await grant(town, OFFICE, manages('jinxiu'))
    const { allowed } = await town.ok(OFFICE, 'readCase', { caseId })
    expect(allowed.filter((step) => EFFECTS[step as ActionName] === 'decides')).toEqual([])
    expect(allowed).toContain('answerCase')
    expect(all).toContain('redirectCase')
    expect(await town.code(OFFICE, 'answerCase', { caseId, text: '已处理', photos: [newPhoto()] })).toBe('ok')
    town.close()
  })
})

describe('who supervises', () => {
  const CHANGING = ACTION_NAMES.filter((action) => !['reads', 'own'].includes(EFFECTS[action]))

  test('changes nothing, also with another role beside', async () => {
    const town = openTown()
    await grant(town, AUDITOR, { role: 'office' }, { role: 'inspector', level: 'town' }, manages('heping'))
    const caseId = await dispatched(town)
    await rest(town)
    const before = town.dump()
    for (const action of CHANGING) expect([action, await town.code(AUDITOR, action, requestsAbout({ ...NOBODYS, caseId })[action])]).toEqual([action, 'AUDITOR_READS'])
    expect(town.dump()).toBe(before)
    expect((await town.ok(AUDITOR, 'readCase', { caseId })).allowed).toEqual([])
    town.close()
  })

  test('keeps what is the own: an estate, messages, consents', async () => {
    const town = openTown()
    for (const [action, request] of [['chooseEstate', { estateId: 'jinxiu' }], ['addQuota', { accepted: ['caseProgress'] }], ['recordConsent', { kind: 'photo', version: '1', given: true }]] as const) expect([action, await town.code(AUDITOR, action, request as never)]).toEqual([action, 'ok'])
    town.close()
  })
})

test('what only reads writes nothing, whoever calls it', async () => {
  for (const action of ACTION_NAMES.filter((name) => EFFECTS[name] === 'reads')) {
    const planted = await plantedTown()
    const { town } = planted
    await prepare(action, planted)
    const before = town.dump()
    for (const openid of [NEIGHBOUR, MANAGER, OFFICE, AUDITOR]) await town.raw(openid, { action, request: workingRequest(action, openid, planted) })
    expect([action, town.dump() === before]).toEqual([action, true])
    town.close()
  }
}, 120_000)

test('the office’s desk and lists leave to others what is of the own estate', async () => {
  const planted = await plantedTown()
  const { town, caseId, photoId } = planted
  const waiting = async () => (await town.ok(OFFICE, 'readDesk', {})).waiting.find(({ kind }) => kind === 'toFile')!.count
  const listed = async () => (await town.ok(OFFICE, 'listCases', { scope: 'desk', waiting: 'toFile' })).cases.map(({ id }) => id)
  const photos = async () => (await town.ok(OFFICE, 'listPhotosToDecide', {})).photos.map((photo) => photo.photoId)
  expect([await waiting(), await listed(), (await photos()).includes(photoId)]).toEqual([1, [caseId], true])
  await grant(town, OFFICE, manages('jinxiu'))
  expect([await waiting(), await listed(), await photos()]).toEqual([0, [], []])
  expect(await town.code(OFFICE, 'readCase', { caseId })).toBe('NOT_FOUND')
  await town.ok(OFFICE_2, 'fileCase', { caseId, categoryCode: '0201', dispatch: true })
  expect((await town.ok(OFFICE, 'readCase', { caseId })).standsBack).toBe(true)
  expect(await town.ok(OFFICE, 'readRewards', { year: 2026 })).toMatchObject({ standsBack: true, canAllocate: false })
  town.close()
})
