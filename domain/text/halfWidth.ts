const WIDE = /[\u3000\uff01-\uff5e]/g
/** Full-width forms stand in the same order as what they are forms of. */
const APART = 0xff01 - 0x21

/** 半角: letters, digits, marks and blanks of full width as a keyboard has them. Not `normalize`, which does nothing on WeChat's Android engine (decision 0035). */
export const halfWidth = (text: string): string => text.replace(WIDE, (letter) => (letter === '\u3000' ? ' ' : String.fromCharCode(letter.charCodeAt(0) - APART)))
