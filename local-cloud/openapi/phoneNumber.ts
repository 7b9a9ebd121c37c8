import type { Clock } from '../clock'
import type { Parameters } from './protocol'
import type { WeChatReply } from './subscribeMessage'

const CODE = /^phone-(\d{1,20})$/

/** The button on a phone hands out a code; here `phone-<digits>` is the code for that number, and it is good once. */
export function openPhoneNumbers(clock: Clock, appid: string) {
  const used = new Set<string>()
  return function getPhoneNumber({ code }: Parameters): WeChatReply {
    const digits = typeof code === 'string' ? CODE.exec(code)?.[1] : undefined
    if (digits === undefined || used.has(digits)) return { errcode: 40029, errmsg: 'invalid code' }
    used.add(digits)
    const watermark = { timestamp: Math.floor(clock.now() / 1000), appid }
    return { errcode: 0, errmsg: 'ok', phone_info: { phoneNumber: digits, purePhoneNumber: digits, countryCode: '86', watermark } }
  }
}
