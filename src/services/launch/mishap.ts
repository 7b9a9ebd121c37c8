import Taro from '@tarojs/taro'

const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const ID_LENGTH = 6

/** What a person can read out, and the log can be searched for. */
export const mishapId = (): string => Array.from({ length: ID_LENGTH }, () => LETTERS.charAt(Math.floor(Math.random() * LETTERS.length))).join('')

const IS_PLACE = /:\d+:\d+/
const LENGTH_MAX = 1500

/** What a fault says about the program, and nothing about a person: no words in quotes, no Chinese, no figures but the places in our scripts, no long names. */
export const plainFault = (fault: string): string =>
  fault
    .split('\n')
    .map((line) => {
      const plain = line.replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '"…"').replace(/[^\x20-\x7e…]+/g, '…')
      return IS_PLACE.test(plain) ? plain.replace(/\?\S*?(?=:\d+:\d+)/, '') : plain.replace(/\d+/g, '#').replace(/[\w-]{20,}/g, '#')
    })
    .join('\n')
    .slice(0, LENGTH_MAX)

function wordsOf(error: unknown): string {
  if (error instanceof Error) return `${error.name}: ${error.message}\n${error.stack ?? ''}`
  const told = (error as { errMsg?: unknown } | null | undefined)?.errMsg
  return String(told ?? error)
}

/** Into WeChat's realtime log (运维中心 → 实时日志), under an id; in a browser into its console. */
export function tellMishap(kind: 'error' | 'rejection' | 'page', error: unknown, id: string = mishapId()) {
  const told = [kind, id, plainFault(wordsOf(error))] as const
  if (process.env.TARO_ENV === 'weapp') Taro.getRealtimeLogManager().error(...told)
  else console.error(...told)
}

/** What nobody caught. */
export function listenForMishaps() {
  if (process.env.TARO_ENV !== 'weapp') return
  Taro.onError((error) => tellMishap('error', error))
  Taro.onUnhandledRejection(({ reason }) => tellMishap('rejection', reason))
}
