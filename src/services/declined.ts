import Taro from '@tarojs/taro'
import { heardNow } from './serverNow'

const PLACE = 'subscribe:declined'
const DAY_MS = 86_400_000

type Declined = Readonly<Record<string, number>>
const read = (): Declined => {
  const kept: unknown = Taro.getStorageSync(PLACE)
  return kept && typeof kept === 'object' ? (kept as Declined) : {}
}

/** Those of the templates that were not declined within a day: who said no is not asked again on the next tap. */
export const notDeclined = (templateIds: readonly string[]): string[] => {
  const [declined, now] = [read(), heardNow()]
  return templateIds.filter((id) => declined[id] === undefined || (now !== null && now - declined[id] >= DAY_MS))
}

export function keepDeclined(templateIds: readonly string[]) {
  // Before the server was heard: since ever, so that the first word from it ends the day.
  if (templateIds.length > 0) Taro.setStorageSync(PLACE, { ...read(), ...Object.fromEntries(templateIds.map((id) => [id, heardNow() ?? 0])) })
}
