import { currentRun, runDeadline } from '../../../../domain/case/handling'
import type { CaseState } from '../../../../domain/case/caseState'
import type { Place } from '../../../../domain/case/place'
import { categoryByCode } from '../../../../domain/rulebook/categoryByCode'
import { isOverdue } from '../../../../domain/time/overdue'
import { refuse, type Refusal } from '../../../../types/api/refusal'
import type { EstateDocument } from '../../../../types/documents/town'
import type { TownCall } from '../../context'

/** What several actions ask of their input before anything is written; null when all is well. */
export async function checkPhotos(call: TownCall, photos: readonly string[]): Promise<Refusal | null> {
  const number = photos.length > 0 ? await call.files.firstInvalid(photos) : null
  return number === null ? null : refuse('PHOTO_INVALID', { number })
}

export const checkText = async (call: TownCall, text: string): Promise<Refusal | null> => (text === '' || (await call.isTextFit(call.openid, text)) ? null : refuse('TEXT_REJECTED'))

export async function findEstate(call: TownCall, estateId: string): Promise<EstateDocument | Refusal> {
  const estate = await call.store.get('estates', estateId)
  return estate?.townId === call.townId ? estate : refuse('ESTATE_UNKNOWN')
}

export function checkPlace(place: Place, estate: EstateDocument): Refusal | null {
  if (place.spotId !== undefined && !estate.spots.some(({ id }) => id === place.spotId)) return refuse('SPOT_UNKNOWN')
  return place.spotId || place.detail || place.location ? null : refuse('PLACE_MISSING')
}

export const checkCategory = (call: TownCall, code: string | null): Refusal | null => (code === null || categoryByCode(call.rules.edition, code) ? null : refuse('CATEGORY_UNKNOWN'))

export const isRefusal = (value: object): value is Refusal => 'ok' in value && value.ok === false

/** Whether the running deadline has passed. Nothing that moves it is possible any more. */
export function isRunOverdue(call: TownCall, case_: CaseState): boolean {
  const run = currentRun(case_)
  const deadline = run && runDeadline(run, call.rules.calendar)
  return deadline?.ok === true && deadline.dueAt !== null && isOverdue(deadline.dueAt, run?.stoppedAt ?? call.now)
}
