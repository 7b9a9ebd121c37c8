import { pasted } from '../text/pasted'

const MOBILE = /^1[3-9]\d{9}$/

/** 手机号 of the mainland as eleven digits, however it was typed or pasted; null when it is none (a landline cannot be proved by WeChat). */
export function readMobile(text: string): string | null {
  const digits = pasted(text).replace(/[\s()\-\u2010-\u2015\u2212]/g, '').replace(/\.0+$/, '').replace(/^(\+|00)?86(?=1)/, '')
  return MOBILE.test(digits) ? digits : null
}
