import { readMobile } from '../../domain/household/phone'

/** The part of the SDK's openapi that is used. */
export type PhoneApi = { readonly getPhoneNumber: (options: { code: string }) => Promise<{ phoneInfo: { countryCode: string; purePhoneNumber: string } }> }
/** 手机号 that WeChat vouches for, in exchange for the code of its button; null when there is none, or none of the mainland. */
export type PhoneOf = (code: string) => Promise<string | null>

const MAINLAND = '86'

export const phoneOfCode =
  (api: PhoneApi): PhoneOf =>
  async (code) => {
    try {
      const { countryCode, purePhoneNumber } = (await api.getPhoneNumber({ code })).phoneInfo
      return countryCode === MAINLAND ? readMobile(purePhoneNumber) : null
    } catch (error) {
      // A code is good once and for five minutes; the person presses again or takes the slip. Anything else is for us to know.
      console.error('WeChat gave no phone number', error)
      return null
    }
  }
