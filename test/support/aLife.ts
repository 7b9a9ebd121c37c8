import { COLLECTION_NAMES, type CollectionName } from '../../store/collections'
import { householdAt, HOME, invited, nobodysCode } from './households'
import { answered, dispatched, NEIGHBOUR, newKey, OFFICE, RESIDENT, rest, submitted, verify } from './stories'
import { personId, photo, type Town } from './town'

export const ME = RESIDENT
export const MINE = personId(ME)
/** Everything a resident can leave behind: reports in every way, a household, an invitation, consents, messages, a look, wrong codes, a phone number. */
export async function aLife(of: Town): Promise<{ first: string; joined: string; waiting: string }> {
  await of.ok(ME, 'recordConsent', { kind: 'photo', version: '1', given: true })
  await of.ok(ME, 'addQuota', { accepted: ['caseProgress'] })
  await invited(of, ME, NEIGHBOUR)
  await of.ok(ME, 'inviteToHousehold', { key: newKey(), householdId: householdAt(HOME), relation: 'relative' })
  await of.code(ME, 'bindHousehold', { code: nobodysCode() })
  await of.code(ME, 'bindByPhone', { phoneCode: 'phone-13900000000' })
  const first = await answered(of, { photos: [photo('mine')], forHouseholdId: householdAt(HOME) })
  await of.ok(ME, 'followUp', { caseId: first, fixed: true, text: '修好了，谢谢', rating: 5 })
  await verify(of, first)
  const joined = await dispatched(of, { by: NEIGHBOUR, place: { spotId: 'jinxiu-b1' }, photos: [photo('not-mine')] })
  await of.ok(ME, 'joinCase', { key: newKey(), caseId: joined, text: '我家门口也是', photos: [photo('mine-too')] })
  await of.ok(ME, 'addRemark', { key: newKey(), caseId: joined, text: '又多了' })
  const waiting = await submitted(of, { place: { spotId: 'jinxiu-b2' } })
  const [report] = of.all('reports').filter((each) => each.caseId === first)
  await of.ok(OFFICE, 'unmaskReporter', { key: newKey(), caseId: first, reportId: report!._id, reason: '上门核实情况' })
  await rest(of)
  return { first, joined, waiting }
}
/** The collections that still know of a person. */
export const tracesOf = (of: Town, openid = ME): CollectionName[] => COLLECTION_NAMES.filter((name) => JSON.stringify(of.all(name)).includes(personId(openid).slice(1)) || JSON.stringify(of.all(name)).includes(`"${openid}"`))
export const erase = (of: Town) => of.ok(ME, 'deleteMyData', { confirm: true })
