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

describe('whether it says something', () => {
  test.each(['垃圾', '3号楼', 'a', '7', '👍好', '①', 'Ü'])('%s does', (text) => expect(saysSomething(text)).toBe(true))
  test.each(['', ' \n　', '👍', '👨‍👩‍👧👍🏽', '！！！', '……', '1️⃣', '🇨🇳', '---', '#️⃣*️⃣'])('"%s" does not', (text) => expect(saysSomething(text)).toBe(false))
})
