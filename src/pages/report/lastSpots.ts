import { readOnPhone, writeOnPhone } from '@/services/onPhone'

const COUNT_MAX = 3
const place = (estateId: string) => `spots:${estateId}`

/** 上次用过的位置 in an estate, newest first: what is reported is often near. */
export const lastSpots = (estateId: string): string[] => readOnPhone<string[]>(place(estateId)) ?? []

export function rememberSpot(estateId: string, spotId: string | null) {
  // A phone that is full forgets a convenience, nothing more.
  if (spotId) writeOnPhone(place(estateId), [spotId, ...lastSpots(estateId).filter((other) => other !== spotId)].slice(0, COUNT_MAX))
}
