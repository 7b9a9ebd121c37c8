import { pasted } from '../text/pasted'
import { CODE_LENGTH, CODE_LETTERS, isCode } from './code'

export type ReadCode = { readonly ok: true; readonly code: string } | { readonly ok: false; readonly fault: string }

const LOOKS_LIKE: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }
/** Blanks, dots, and every dash a keyboard has. */
const BETWEEN = /[\s.·_\-\u2010-\u2015\u2212]/g

/** What was typed as it is meant, whole or not. */
export const codeLetters = (typed: string): string => [...pasted(typed).replace(BETWEEN, '').toUpperCase()].map((letter) => LOOKS_LIKE[letter] ?? letter).join('')

/**
 * 绑定码 as somebody typed it: small letters, blanks, dashes, full width, letters that cannot be seen, and letters that look like a digit are forgiven. What is wrong is said in words
 * before anything is sent.
 */
export function readCode(typed: string): ReadCode {
  const code = codeLetters(typed)
  const foreign = [...code].find((letter) => !CODE_LETTERS.includes(letter))
  if (foreign !== undefined) return { ok: false, fault: `绑定码里没有“${foreign}”，请对照纸条再看一遍` }
  if (code.length !== CODE_LENGTH) return { ok: false, fault: `绑定码是 ${CODE_LENGTH} 位，现在是 ${code.length} 位` }
  return isCode(code) ? { ok: true, code } : { ok: false, fault: '有一两位不对，或前后颠倒了，请对照纸条再看一遍' }
}
