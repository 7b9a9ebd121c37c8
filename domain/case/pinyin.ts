import { halfWidth } from '../text/halfWidth'
import { PINYIN } from './pinyinTable'

const SYLLABLES: ReadonlyMap<string, readonly string[]> = readingsOf(PINYIN)
/** 声母 of two letters; of the others the first letter stands for the character. */
const LONG_INITIAL = /^[zcs]h/
/** Fewer letters of initials than this fit too much. */
const SHORT_LETTERS_MIN = 3

function readingsOf(table: string): ReadonlyMap<string, readonly string[]> {
  const readings = new Map<string, string[]>()
  for (const piece of table.split(' ')) {
    const [, syllable = '', characters = ''] = /^([a-z]+)(.+)$/.exec(piece) ?? []
    for (const character of characters) readings.set(character, [...(readings.get(character) ?? []), syllable])
  }
  return readings
}

const isLetter = (character: string | undefined): boolean => character !== undefined && character >= 'a' && character <= 'z'

/** What was typed, in small letters; a blank or apostrophe between letters is one blank, whatever else parts them one bar. Empty where there is no letter to read. */
export function lettersIn(text: string): string {
  const plain = halfWidth(text).toLowerCase().replace(/([a-z])['’ ]+(?=[a-z])/g, '$1 ').replace(/[^a-z\u4e00-\u9fff ]+| (?![a-z])/g, '|')
  return /[a-z]/.test(plain) ? plain : ''
}

/** `count` characters of the word were found, up to `end`; `short` where a syllable was cut to its beginning. */
type Found = { readonly count: number; readonly end: number; readonly short: boolean }

const better = (a: Found | null, b: Found | null): Found | null => {
  if (!a || !b) return a ?? b
  if (a.count !== b.count) return a.count > b.count ? a : b
  return a.short && !b.short ? b : a
}

/** Beginnings of a syllable that may stand for it: all of it, its initial, or what is typed so far at the end of a run. */
function beginningsOf(syllable: string, typed: string, at: number): readonly string[] {
  const initial = (LONG_INITIAL.exec(syllable) ?? [syllable.slice(0, 1)])[0]
  return Array.from({ length: syllable.length }, (_, cut) => syllable.slice(0, syllable.length - cut)).filter(
    (part) => typed.startsWith(part, at) && (part === syllable || part === initial || part.length === 1 || !isLetter(typed[at + part.length])),
  )
}

/** Only where a run begins may syllables be cut: inside one, any letter would be some initial. */
function follow(typed: string, at: number, word: string, from: Found, mayCut: boolean): Found | null {
  const { count, short } = from
  if (count === word.length) return { count, end: at, short }
  if (typed[at] === word[count]) return follow(typed, at + 1, word, { count: count + 1, end: at + 1, short }, mayCut)
  if (!isLetter(typed[at])) {
    // The person is still typing the word; or has typed it syllable by syllable.
    const begun = mayCut && count >= 2 && count * 2 >= word.length && isLetter(typed[at - 1]) ? { count, end: at, short: true } : null
    return typed[at] === ' ' && count > 0 ? better(begun, follow(typed, at + 1, word, { count, end: at + 1, short }, mayCut)) : begun
  }
  const parts = (SYLLABLES.get(word[count]!) ?? []).flatMap((syllable) => (mayCut ? beginningsOf(syllable, typed, at) : typed.startsWith(syllable, at) ? [syllable] : []).map((part) => ({ part, short: short || part !== syllable })))
  return parts.map(({ part, short: cut }) => follow(typed, at + part.length, word, { count: count + 1, end: at + part.length, short: cut }, mayCut)).reduce(better, null)
}

function fits({ count, end, short }: Found, start: number, typed: string): boolean {
  const isOwnRun = !isLetter(typed[start - 1]) && !isLetter(typed[end])
  if (short) return isOwnRun && end - start >= SHORT_LETTERS_MIN
  return count > 1 || isOwnRun
}

/**
 * 拼音: how many characters of a word a person has typed in letters, in full (`lajitong`), by initials (`ljt`), mixed (`垃圾tong`) or not to its end yet (`jingg`); 0 where the
 * word is not there. `typed` is what `lettersIn` made of it.
 */
export function spelled(typed: string, word: string): { readonly count: number; readonly short: boolean } {
  let found: Found | null = null
  for (let start = 0; start < typed.length; start += 1) {
    const here = follow(typed, start, word, { count: 0, end: start, short: false }, !isLetter(typed[start - 1]))
    if (here && /[a-z]/.test(typed.slice(start, here.end)) && fits(here, start, typed)) found = better(found, here)
  }
  return found ?? { count: 0, short: false }
}
