import Taro from '@tarojs/taro'
import type { AskedKind } from './kinds'

/** WeChat looks for the tap on the button of this name before it lets a private ability go on. */
export const AGREE_BUTTON = 'privacy-agree'

/** Whether WeChat itself still wants its 隐私保护指引 agreed to: never in a browser, nor where WeChat is older than the rule. */
export const wechatWantsAgreement = () =>
  new Promise<boolean>((resolve) => {
    if (process.env.TARO_ENV !== 'weapp' || typeof Taro.getPrivacySetting !== 'function') return resolve(false)
    Taro.getPrivacySetting({ success: ({ needAuthorization }) => resolve(needAuthorization), fail: () => resolve(false) })
  })

const KINDS: readonly [part: RegExp, kind: AskedKind][] = [[/phone/i, 'phone'], [/location|address|poi/i, 'location'], [/clipboard/i, 'clipboard'], [/file/i, 'file']]
const kindOf = (referrer: string): AskedKind => KINDS.find(([part]) => part.test(referrer))?.[1] ?? 'photo'

/** Where WeChat stops a private ability all the same (agreement withdrawn in its own settings), the person is asked in our words and it goes on. */
export function answerWeChat(ask: (kind: AskedKind) => Promise<boolean>) {
  if (process.env.TARO_ENV !== 'weapp' || typeof Taro.onNeedPrivacyAuthorization !== 'function') return
  Taro.onNeedPrivacyAuthorization((resolve, { referrer }) => {
    resolve({ event: 'exposureAuthorization' })
    void ask(kindOf(referrer)).then((agreed) => resolve(agreed ? { event: 'agree', buttonId: AGREE_BUTTON } : { event: 'disagree' }))
  })
}
