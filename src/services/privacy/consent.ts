import { useSyncExternalStore } from 'react'
import { TEXT_VERSION, type AskedKind } from './kinds'
import { saidOf } from './ledger'
import { record } from './record'
import { answerWeChat, wechatWantsAgreement } from './wechat'

/** What a person is being asked; the sheet of the page in front shows it. */
export type Question = { readonly kind: AskedKind; /** The tap must be on WeChat's own button. */ readonly byWeChat: boolean; readonly answer: (given: boolean) => void }

const listeners = new Set<() => void>()
let question: Question | null = null

function show(next: Question | null) {
  question = next
  listeners.forEach((listener) => listener())
}

/** Call before each use of something private. True at once where the person has agreed already; else asks, with the reason. */
export async function consentTo(kind: AskedKind): Promise<boolean> {
  const byWeChat = await wechatWantsAgreement()
  const said = saidOf(kind)
  if (said?.given && said.version === TEXT_VERSION && !byWeChat) return true
  return ask(kind, byWeChat)
}

function ask(kind: AskedKind, byWeChat: boolean): Promise<boolean> {
  // Two cannot be answered at once: the earlier counts as not given.
  question?.answer(false)
  return new Promise((resolve) => {
    show({
      kind,
      byWeChat,
      answer: (given) => {
        show(null)
        record(kind, given)
        // WeChat's own button agrees to the whole of its 隐私保护指引.
        if (byWeChat && given) record('privacy', true)
        resolve(given)
      },
    })
  })
}

/** Once, when the app starts. */
export const listenToWeChat = (): void => answerWeChat((kind) => ask(kind, true))

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
const read = () => question
export const useQuestion = (): Question | null => useSyncExternalStore(subscribe, read, read)
