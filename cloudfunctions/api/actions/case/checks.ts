import { currentRun, runDeadline } from '../../../../domain/case/handling'
import type { CheckMark } from '../../../../domain/case/events'
import type { CaseState } from '../../../../domain/case/caseState'
import type { Place } from '../../../../domain/case/place'
import { memberOf } from '../../../../domain/household/members'
import { saysSomething } from '../../../../domain/text/saysSomething'
import { categoryByCode } from '../../../../domain/rulebook/categoryByCode'
import { refuse, type Refusal } from '../../../../types/api/refusal'
import type { EstateDocument } from '../../../../types/documents/town'
import type { TownCall } from '../../context'
import { belongsTo } from '../estates'

/**
 * Of several texts, WeChat is asked once. As all checks here: before anything is written. Where WeChat cannot say (its quota is used up, or it is down), the words
 * are taken with a mark: nothing anybody says is lost for it (`view/shownWords.ts`).
 */
export async function checkText(call: TownCall, ...texts: readonly (string | undefined)[]): Promise<CheckMark | Refusal> {
  const text = texts.filter(Boolean).join('\n')
  if (text === '') return {}
  try {
    return (await call.isTextFit(call.openid, text)) ? {} : refuse('TEXT_REJECTED')
  } catch (error) {
    const { errCode, message } = error as { errCode?: number; message?: string }
    console.error(`[${call.errorId}] words are taken unchecked:`, errCode ?? message)
    return { unchecked: true }
  }
}

/** Words that must tell somebody what to do. */
export const checkWords = async (call: TownCall, text: string, ...others: readonly (string | undefined)[]): Promise<CheckMark | Refusal> => (saysSomething(text) ? checkText(call, text, ...others) : refuse('TEXT_EMPTY'))

/** An estate of the town, for what begins today. */
export async function findEstate({ store, townId, now }: TownCall, estateId: string): Promise<EstateDocument | Refusal> {
  const estate = await store.get('estates', estateId)
  if (estate?.townId !== townId) return refuse('ESTATE_UNKNOWN')
  return belongsTo(estate, townId, now) ? estate : refuse('ESTATE_LEFT', { estate: estate.name })
}

/** 代办: only for a household one is bound to. */
export async function checkHousehold({ store, townId, personId }: TownCall, householdId: string | undefined): Promise<Refusal | null> {
  if (householdId === undefined) return null
  const household = await store.get('households', householdId)
  return household?.townId === townId && memberOf(household.members, personId) ? null : refuse('HOUSEHOLD_NOT_YOURS')
}

export function checkPlace(place: Place, estate: EstateDocument): Refusal | null {
  if (place.spotId !== undefined && !estate.spots.some(({ id }) => id === place.spotId)) return refuse('SPOT_UNKNOWN')
  return place.spotId || saysSomething(place.detail ?? '') || place.location ? null : refuse('PLACE_MISSING')
}

export const checkCategory = (call: TownCall, code: string | null): Refusal | null => (code === null || categoryByCode(call.rules.edition, code) ? null : refuse('CATEGORY_UNKNOWN'))

export const isRefusal = (value: object): value is Refusal => 'ok' in value && value.ok === false

/** Whether the running limit is used up: from the deadline's own millisecond on nothing that moves it is possible any more. */
export function isUsedUp(call: TownCall, case_: CaseState): boolean {
  const run = currentRun(case_)
  const deadline = run && runDeadline(run, call.rules.calendarOf)
  return deadline?.ok === true && deadline.dueAt !== null && deadline.dueAt <= (run?.stoppedAt ?? call.now)
}
