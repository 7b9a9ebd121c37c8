import type { RefusalCode } from '../../../types/api/refusal'
import { PHOTO_FAULT } from '@/labels/photo'
import { call } from '../call'
import { forgetSent, sendPhoto } from '../photo/keptPhotos'
import { UnfitPhoto } from '../photo/photoFault'
import { Refusal, troubleOf, Unreachable } from '../trouble'
import { joinRequestOf, requestOf, type KeptReport, type ReportStep } from './keptReport'
import { changeReport, dropReport } from './reportStore'

/** Which photo of how many is on its way, and how far; all of them are there when `photo` is past the last. */
export type Sending = { readonly key: string; readonly photo: number; readonly photos: number; readonly percent: number }
export type Arrived = { readonly key: string; readonly personId: string; readonly caseId: string; readonly number: string | null; readonly joined: boolean; readonly wasChanged: boolean }

/** Not the person's to mend: it waits for a better moment. */
const LATER: readonly RefusalCode[] = ['BUSY', 'INTERNAL', 'NOT_IDENTIFIED']
/** Where in the flow the person can mend what was refused; elsewhere it is said beside the button. */
const STEP_OF: Partial<Record<RefusalCode, ReportStep>> = {
  PHOTO_INVALID: 'photo', ESTATE_UNKNOWN: 'place', ESTATE_LEFT: 'place', SPOT_UNKNOWN: 'place', PLACE_MISSING: 'place', HOUSEHOLD_NOT_YOURS: 'place', CATEGORY_UNKNOWN: 'what', TEXT_EMPTY: 'what', TEXT_REJECTED: 'what',
}

async function photosOf(report: KeptReport, tell: (sending: Sending) => void): Promise<string[]> {
  const { key, photos } = report
  const sent: string[] = []
  for (const [index, name] of photos.entries()) {
    const far = (percent: number) => tell({ key, photo: index + 1, photos: photos.length, percent })
    far(0)
    try {
      sent.push(await sendPhoto(name, far))
    } catch (error) {
      if (!(error instanceof UnfitPhoto)) throw error
      changeReport(key, { state: 'draft', step: 'photo', photos: photos.filter((other) => other !== name), trouble: { words: `第 ${index + 1} 张照片${PHOTO_FAULT[error.fault]}`, step: 'photo' } })
      throw error
    }
  }
  tell({ key, photo: photos.length + 1, photos: photos.length, percent: 100 })
  return sent
}

async function deliver(report: KeptReport, photos: string[]): Promise<Arrived> {
  const { key, personId, joins, sentBefore } = report
  const wasChanged = sentBefore === 'changed'
  // Written down before it leaves: if the app is killed on the way, nobody knows whether it arrived.
  changeReport(key, { sentBefore: sentBefore ?? 'same' })
  if (!joins) {
    const { caseId, number, joinedInstead } = await call('reportCase', requestOf(report, photos))
    return { key, personId, caseId, number, joined: joinedInstead, wasChanged }
  }
  try {
    await call('joinCase', joinRequestOf(report, joins.caseId, photos))
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'ALREADY_JOINED')) throw error
  }
  return { key, personId, ...joins, joined: true, wasChanged }
}

/** One report: its photos, then itself. Null where it did not arrive, and why stands in it then; an absent network is thrown, since the next one fares no better. */
export async function sendReport(report: KeptReport, tell: (sending: Sending) => void): Promise<Arrived | null> {
  const { key } = report
  try {
    const arrived = await deliver(report, await photosOf(report, tell))
    dropReport(key)
    return arrived
  } catch (error) {
    if (error instanceof UnfitPhoto) return null
    const { words, code } = troubleOf(error)
    const isRefused = error instanceof Refusal && !LATER.includes(error.code)
    const step = (isRefused && STEP_OF[error.code]) || 'send'
    if (isRefused && error.code === 'PHOTO_INVALID') report.photos.forEach(forgetSent)
    changeReport(key, { ...(isRefused && { state: 'draft', step, joins: null, sentBefore: null }), trouble: { words, step, code } })
    if (error instanceof Unreachable && error.offline) throw error
    return null
  }
}
