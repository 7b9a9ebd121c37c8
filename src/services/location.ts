import Taro from '@tarojs/taro'
import { consentTo } from './privacy/consent'

export type Located = { readonly ok: true; readonly latitude: number; readonly longitude: number; readonly accuracyMetres: number } | { readonly ok: false; readonly words: string }

/** Coarser than this it points at the neighbours (decision 0023). */
const ACCURACY_METRES_MAX = 100
const WAIT_MS = 8_000
/** About a metre: finer is nobody's business. */
const rounded = (degrees: number): number => Math.round(degrees * 100_000) / 100_000

const WITHOUT = '不用位置也能照常报告：选一个地点，或写几个字就行。'

/** 现在的位置, once and on a tap, in the coordinates of the satellites (WGS 84) on every phone. Null where the person says no. Never throws. */
export async function whereAmI(): Promise<Located | null> {
  if (!(await consentTo('location'))) return null
  try {
    const { latitude, longitude, accuracy } = await Taro.getLocation({ type: 'wgs84', isHighAccuracy: true, highAccuracyExpireTime: WAIT_MS })
    if (accuracy > ACCURACY_METRES_MAX) return { ok: false, words: `取到的位置不够准（误差约 ${Math.round(accuracy)} 米），没有用。${WITHOUT}` }
    return { ok: true, latitude: rounded(latitude), longitude: rounded(longitude), accuracyMetres: Math.max(1, Math.round(accuracy)) }
  } catch (cause) {
    const told = (cause as { errMsg?: unknown } | undefined)?.errMsg
    return { ok: false, words: typeof told === 'string' && /auth|den[iy]|permission/i.test(told) ? `手机没有允许取位置。${WITHOUT}以后想用，可在手机或微信的设置里打开。` : `没有取到位置（室内常会这样）。${WITHOUT}` }
  }
}
