import Taro from '@tarojs/taro'
import { secretFrom, SECRET_BYTES } from '../../domain/survey/secret'
import { placesOnPhone, readOnPhone, writeOnPhone } from '@/services/onPhone'
import { randomHex } from '@/services/randomHex'

/** What this phone keeps of a household's ballot: never what was answered. */
export type KeptBallot = {
  /** 改答码. */
  readonly secret: string
  /** The highest that is known to be in the urn; 0: none yet. */
  readonly revision: number
  readonly receipt: string | null
  /** It was shown or typed: another phone may have it too, and have changed the ballot meanwhile. */
  readonly isShared: boolean
}

const PREFIX = 'ballot:'
const placeOf = (surveyId: string, householdId: string) => `${PREFIX}${surveyId}:${householdId}`

export const keptBallot = (surveyId: string, householdId: string): KeptBallot | null => readOnPhone<KeptBallot>(placeOf(surveyId, householdId))
export const keepBallot = (surveyId: string, householdId: string, ballot: KeptBallot): boolean => writeOnPhone(placeOf(surveyId, householdId), ballot)
export const dropBallot = (surveyId: string, householdId: string): void => Taro.removeStorageSync(placeOf(surveyId, householdId))

/** The one that is there, or a new one: written down before anything leaves the phone, so that a second try is the same ballot. */
export async function ballotFor(surveyId: string, householdId: string): Promise<KeptBallot> {
  const known = keptBallot(surveyId, householdId)
  if (known) return known
  const secret = secretFrom(await randomHex(SECRET_BYTES))
  // Two taps may have waited for the chance at once.
  const made = keptBallot(surveyId, householdId) ?? { secret, revision: 0, receipt: null, isShared: false }
  keepBallot(surveyId, householdId, made)
  return made
}

/** 回执 of this phone's own ballots in a survey. */
export const ownReceipts = (surveyId: string): string[] => placesOnPhone(`${PREFIX}${surveyId}:`).flatMap((place) => readOnPhone<KeptBallot>(place)?.receipt ?? [])
