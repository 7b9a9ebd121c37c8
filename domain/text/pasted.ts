import { halfWidth } from './halfWidth'

/** Zero width, marks of direction, soft hyphens, byte order, controls, variants of a letter's look. A tab and a line break part words. */
// eslint-disable-next-line no-control-regex, no-misleading-character-class -- controls and what joins on to letters are what it is about
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb]|\udb40[\udc00-\udfff]/g
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']
/** ① to ⑳, and Ⅰ to Ⅻ in both sizes. */
const FORMS = /[\u2460-\u2473\u2160-\u216b\u2170-\u217b]/g

function plainForm(letter: string): string {
  const code = letter.charCodeAt(0)
  return code >= 0x2460 ? String(code - 0x2460 + 1) : ROMAN[(code - 0x2160) % 16]!
}

/** 粘贴来的文字 as it is meant: without what cannot be seen, in half width, every blank a blank. The one door of addresses, phone numbers and codes, and without ICU. */
export const pasted = (text: string): string =>
  halfWidth(text.replace(UNSEEN, ''))
    .replace(FORMS, plainForm)
    .replace(/[^\S\n]/g, ' ')
    .trim()
