/** A digit in a box is an emoji, though it begins with a digit. */
const KEYCAP = /[0-9#*]\uFE0F?\u20E3/gu
const WORD = /[\p{L}\p{N}]/u

/** Whether there is a word or a number in it: an emoji or a dot alone tells nobody what to do. */
export const saysSomething = (text: string): boolean => WORD.test(text.replace(KEYCAP, ''))
