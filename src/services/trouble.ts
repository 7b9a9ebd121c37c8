import type { RefusalCode } from '../../types/api/refusal'

/** The server said no, and why. `words` are Chinese and say what to do; `errorId` is there when the fault is ours. */
export class Refusal extends Error {
  readonly name = 'Refusal'
  constructor(readonly code: RefusalCode, readonly words: string, readonly errorId?: string) {
    super(`${code}: ${words}`)
  }
}

/** Nothing came back. `offline`: the cloud was not even reached. */
export class Unreachable extends Error {
  readonly name = 'Unreachable'
  constructor(readonly words: string, readonly cause?: unknown, readonly offline = false) {
    super(words)
  }
}

const OFFLINE = '网络不通。请检查网络，然后再试一次；您填过的内容不会丢。'
const SLOW = '服务器没有及时回应。请过一会儿再试一次；您填过的内容不会丢，也不会重复提交。'

const BROKEN = '系统出了问题，没有办成；您填过的内容不会丢。请过几分钟再试一次；还不行，请联系考核办。'

/** Codes of WeChat's client, and of the cloud as the client hands them on. */
const NO_NETWORK = -601003
/** The time limit of a function, the cloud's own, and a client that asked for the result until it gave up. */
const TOO_SLOW: readonly number[] = [-504003, -501002, -404005, -404006, -404012]
const isOfCloud = (code: number): boolean => code <= -100_000 && code !== NO_NETWORK

/** Every code that is told. Some clients wrap a failed function: `errCode: -404011 … service error code -504002, error message …`. */
function codesOf(cause: unknown, words: string): number[] {
  const { errCode } = (cause ?? {}) as { errCode?: unknown }
  const inWords = [...words.matchAll(/(?:errCode:|error code) ?(-\d+)/g)].map(([, code]) => Number(code))
  return typeof errCode === 'number' ? [errCode, ...inWords] : inWords
}

/** Whose fault it is that nothing came back: the network's, or the cloud's, which was reached and failed. */
export function unreachable(cause: unknown): Unreachable {
  const said = cause instanceof Error ? cause.message : (cause as { errMsg?: unknown } | undefined)?.errMsg
  // What a broken function says itself is not looked at.
  const words = typeof said === 'string' ? said.replace(/error message[^]*$/, '') : ''
  const codes = codesOf(cause, words)
  if (codes.some((code) => TOO_SLOW.includes(code)) || (/time.?out|TIME_LIMIT/i.test(words) && !codes.includes(NO_NETWORK))) return new Unreachable(SLOW, cause)
  // In the browser it is an HTTP status.
  return codes.some(isOfCloud) || /no envelope|status \d/.test(words) ? new Unreachable(BROKEN, cause) : new Unreachable(OFFLINE, cause, true)
}

/** What a page shows beside the button or in place of a list. */
export type Trouble = { words: string; code?: RefusalCode; errorId?: string }

export function troubleOf(error: unknown): Trouble {
  if (error instanceof Refusal) return { words: error.words, code: error.code, errorId: error.errorId }
  if (error instanceof Unreachable) return { words: error.words }
  return { words: '这里出了点问题，不是您的操作有误。请再试一次；还不行，请联系考核办。' }
}
