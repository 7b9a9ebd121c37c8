/** 绑定码 is written in these 32 letters (Crockford's): no I, L or O, which look like 1 and 0, and no U. */
export const CODE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** The last one checks the others. */
export const CODE_LENGTH = 10
const GROUP_LENGTH = 5

/** Twice a value in the field of 32 elements (x⁵ + x² + 1). Each further doubling gives another of its 31 non-zero elements. */
const doubled = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31
/** Not 0, so that ten zeros are no code. */
const START = 1
/**
 * Each letter has its own non-zero weight, and a code weighs 0. So one wrong letter is always noticed, and any two that changed places, neighbours or
 * not; a sum with weights in whole numbers does not do that for 32 letters.
 */
const weigh = (letters: string): number => [...letters].reduce((sum, letter) => doubled(sum) ^ CODE_LETTERS.indexOf(letter), START)

export const isCode = (text: string): boolean => text.length === CODE_LENGTH && [...text].every((letter) => CODE_LETTERS.includes(letter)) && weigh(text) === 0

/** 绑定码 from the first nine bytes of a hash in hex: five bits of each byte, all letters equally likely. */
export function codeFrom(hex: string): string {
  const letters = Array.from({ length: CODE_LENGTH - 1 }, (_, index) => CODE_LETTERS.charAt(Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16) & 31)).join('')
  return letters + CODE_LETTERS.charAt(doubled(weigh(letters)))
}

/** As it is printed and read aloud: `XXXXX-XXXXX`. */
export const showCode = (code: string): string => `${code.slice(0, GROUP_LENGTH)}-${code.slice(GROUP_LENGTH)}`
