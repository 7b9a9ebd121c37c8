import { codeFrom } from '../../domain/household/code'
import { demoCode, demoHouseholdId } from '../../scripts/demo/households'
import { hash, type Town } from './town'

const addressOf = (place: string) => {
  const [building, unit, room] = place.split('-') as [string, string, string]
  return { building, unit, room }
}
/** The demo's slip of a household: `slipOf('1-1-301')`, in 锦绣花园 unless said otherwise. */
export const slipOf = (place: string, estateId = 'jinxiu'): string => demoCode(estateId, addressOf(place))
export const householdAt = (place: string, estateId = 'jinxiu'): string => demoHouseholdId(estateId, addressOf(place))
/** 李阿姨's, the reporter of the other tests: she is bound to it from the first day. */
export const HOME = '3-2-501'

let guesses = 0
/** Well written, and nobody's. */
export const nobodysCode = (): string => codeFrom(hash(`guess ${(guesses += 1)}`))

export const membersAt = (town: Town, place: string, estateId = 'jinxiu') => town.one('households', householdAt(place, estateId)).members
/** Invited by a member of the household, and bound. */
export async function invited(town: Town, by: string, openid: string, place = HOME, relation: 'lives' | 'relative' = 'lives'): Promise<void> {
  const { code } = await town.ok(by, 'inviteToHousehold', { key: `invite-${hash(by + openid).slice(0, 20)}`, householdId: householdAt(place), relation })
  await town.ok(openid, 'bindHousehold', { code })
}
