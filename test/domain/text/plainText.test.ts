import fc from 'fast-check'
import { plainText } from '../../../domain/text/plainText'
import { saysSomething } from '../../../domain/text/saysSomething'

describe('what people type', () => {
  test.each<[string, string, string]>([
    ['words stay as they are', '3 幢门口：垃圾桶“倒了”，ＡＢＣ①', '3 幢门口：垃圾桶“倒了”，ＡＢＣ①'],
    ['line breaks of every kind are one kind', 'a\r\nb\rc\nd\u2028e', 'a\nb\nc\nd\ne'],
    ['a tab is a blank', 'a\tb', 'a b'],
    ['controls are left out', 'a\u0000b\u0007c\u001bd\u007fe\u0085f', 'abcdef'],
    ['marks that turn the words around are left out', 'a\u202eb\u2066c\u200fd', 'abcd'],
    ['marks without width are left out', '垃\u200b圾\ufeff桶\u2060\u00ad', '垃圾桶'],
    ['half a character is left out', 'a\ud83db', 'ab'],
    ['letters that nobody sees are left out', 'a\u3164b\u115f\u1160c\uffa0d\u17b4\u17b5', 'abcd'],
    ['of many empty lines one is left', 'a\n\n \n\u3164\n\nb\nc', 'a\n\nb\nc'],
    ['of marks heaped with what holds an emoji between them as well', `好${'\u0301\u200d'.repeat(300)}`, '好\u0301\u200d\u0301'],
    ['of marks heaped on a letter three are left', `好${'\u0301\u0488\u20dd'.repeat(300)}啊e\u0301\u0302`, '好\u0301\u0488\u20dd啊e\u0301\u0302'],
    ['a whole emoji stays, also one that is held together', '👍👨‍👩‍👧', '👍👨‍👩‍👧'],
  ])('%s', (_, typed, read) => expect(plainText(typed)).toBe(read))

  test('is read the same when it is read again, and never grows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const once = plainText(typed)
        expect(plainText(once)).toBe(once)
        expect(once.length).toBeLessThanOrEqual(typed.length)
        expect(once.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u)
      }),
    )
  })
})

const everyLetter = Array.from({ length: 0x110000 }, (_, point) => point).filter((point) => point < 0xd800 || point > 0xdfff).map((point) => String.fromCodePoint(point))

/** Beyond the basic plane people today write Han only. */
const isWritten = (letter: string) => letter.codePointAt(0)! < 0x10000 || letter.codePointAt(0)! >= 0x20000

describe('written without the tables that some phones lack', () => {
  test('what cannot be seen is the same as with them', () => expect(everyLetter.filter((letter) => /[\p{Cc}\p{Cf}]/u.test(letter) && !/[\t\n\r\u200d]/.test(letter) && plainText(letter) !== '')).toEqual([]))
  test('nothing that can be seen is left out', () => expect(everyLetter.filter((letter) => !/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u.test(letter) && plainText(letter) !== letter)).toEqual([]))
  test.each(['Han', 'Latin', 'Hiragana', 'Katakana', 'Bopomofo', 'Hangul', 'Cyrillic', 'Arabic', 'Tibetan', 'Mongolian', 'Yi', 'Thai'])('a letter or a digit of %s in use says something', (script) => {
    const inUse = everyLetter.filter((letter) => new RegExp(`\\p{Script=${script}}`, 'u').test(letter) && /[\p{L}\p{N}]/u.test(letter) && !/\p{Default_Ignorable_Code_Point}/u.test(letter) && letter.normalize('NFKC') === letter && isWritten(letter))
    expect(inUse.length).toBeGreaterThan(40)
    expect(inUse.filter((letter) => !saysSomething(letter))).toEqual([])
  })
  test('no letter that nobody sees does', () => expect(everyLetter.filter((letter) => saysSomething(letter) && /\p{Default_Ignorable_Code_Point}/u.test(letter))).toEqual([]))
  test('no mark, no symbol and no emoji does', () => expect(everyLetter.filter((letter) => saysSomething(letter) && /[\p{P}\p{S}\p{Z}\p{C}]/u.test(letter) && !/\p{Cn}/u.test(letter))).toEqual([]))
})

describe('whether it says something', () => {
  test.each(['垃圾', '3号楼', 'a', '7', '👍好', '①', 'Ü', '𠮷', '䶮', 'こわれた', 'ㄅ', '한', 'Ａ', '３', 'ﾄ', '〇', 'Я', 'ئ'])('%s does', (text) => expect(saysSomething(text)).toBe(true))
  test.each(['', ' \n　', '👍', '👨‍👩‍👧👍🏽', '！！！', '……', '1️⃣', '🇨🇳', '---', '#️⃣*️⃣', '。，、', '～', '「」', '🀄', '𝄞', '\ud840'])('"%s" does not', (text) => expect(saysSomething(text)).toBe(false))
})
