import { readMobile } from '../household/phone'

/** Of one household on the roster. */
export const PHONES_MAX = 5

export type ReadPhones = { readonly ok: true; readonly phones: readonly string[] } | { readonly ok: false; readonly words: string }

/** 手机号, several in one cell. What is wrong is told by its place: the number itself is repeated nowhere. */
export function readPhones(text: string): ReadPhones {
  const parts = text.split(/[、,;/|\n]+/).flatMap(numbersIn)
  const read = parts.map(readMobile)
  const wrong = read.indexOf(null)
  if (wrong >= 0) return { ok: false, words: `第 ${wrong + 1} 个手机号不对：应是 1 开头的 11 位数字，几个号码用顿号隔开（座机不能用来绑定，请删去）` }
  const phones = [...new Set(read.filter((phone) => phone !== null))]
  return phones.length > PHONES_MAX ? { ok: false, words: `一户最多登记 ${PHONES_MAX} 个手机号，现在有 ${phones.length} 个` } : { ok: true, phones }
}

/** A blank stands inside a number (138 0000 0000) or between two. */
function numbersIn(part: string): readonly string[] {
  const trimmed = part.trim()
  if (trimmed === '') return []
  return readMobile(trimmed) === null ? trimmed.split(/\s+/) : [trimmed]
}
