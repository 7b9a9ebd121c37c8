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

export function unreachable(cause: unknown): Unreachable {
  const said = cause instanceof Error ? cause.message : (cause as { errMsg?: unknown } | undefined)?.errMsg
  const told = typeof said === 'string' ? said : ''
  if (/time.?out|TIME_LIMIT|-504003/i.test(told)) return new Unreachable(SLOW, cause)
  // The cloud was reached, and failed: WeChat's codes of that kind, or an HTTP status in the browser.
  return /errCode: -50[14]|no envelope|status \d/.test(told) ? new Unreachable(BROKEN, cause) : new Unreachable(OFFLINE, cause, true)
}

/** What a page shows beside the button or in place of a list. */
export type Trouble = { words: string; code?: RefusalCode; errorId?: string }

export function troubleOf(error: unknown): Trouble {
  if (error instanceof Refusal) return { words: error.words, code: error.code, errorId: error.errorId }
  if (error instanceof Unreachable) return { words: error.words }
  return { words: '这里出了点问题，不是您的操作有误。请再试一次；还不行，请联系考核办。' }
}
