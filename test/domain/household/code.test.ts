import fc from 'fast-check'
import { CODE_LENGTH, CODE_LETTERS, codeFrom, isCode, showCode } from '../../../domain/household/code'
import { codeInScene, sceneOf } from '../../../domain/household/scene'

const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 })
const letters = [...CODE_LETTERS]
const others = (letter: string) => letters.filter((other) => other !== letter)
const withLetter = (code: string, place: number, letter: string) => code.slice(0, place) + letter + code.slice(place + 1)
/** The one code with these letters at these places and zeros elsewhere but in one more place. */
function codeWith(placed: ReadonlyMap<number, string>): string {
  const free = Array.from({ length: CODE_LENGTH }, (_, place) => place).find((place) => !placed.has(place))!
  let text = '0'.repeat(CODE_LENGTH)
  for (const [place, letter] of placed) text = withLetter(text, place, letter)
  const found = letters.map((letter) => withLetter(text, free, letter)).filter(isCode)
  expect(found).toHaveLength(1)
  return found[0]!
}

describe('the code on a slip', () => {
  test('has ten of 32 letters, none of which looks like another', () => {
    expect(CODE_LETTERS).toHaveLength(32)
    expect(CODE_LETTERS).not.toMatch(/[ILOU]/)
    fc.assert(fc.property(hex, (hash) => expect(codeFrom(hash)).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)))
  })

  test('is a code, whatever hash it comes from, and its letters follow the bytes', () => {
    fc.assert(fc.property(hex, (hash) => expect(isCode(codeFrom(hash))).toBe(true)))
    fc.assert(fc.property(hex, fc.integer({ min: 0, max: 8 }), (hash, place) => expect(codeFrom(hash)[place]).toBe(letters[Number.parseInt(hash.slice(place * 2, place * 2 + 2), 16) % 32])))
  })

  test('stays what it is: slips are printed', () => {
    expect(codeFrom('00'.repeat(9))).toBe('000000000H')
    expect(codeFrom('0123456789abcdef01')).toBe('13579BDF1M')
    expect(codeFrom('ff'.repeat(9))).toBe('ZZZZZZZZZC')
  })

  test('with any one letter wrong is none', () => {
    fc.assert(
      fc.property(hex, (hash) => {
        const code = codeFrom(hash)
        for (let place = 0; place < CODE_LENGTH; place += 1) for (const letter of others(code[place]!)) if (isCode(withLetter(code, place, letter))) throw new Error(`${code}: ${letter} at ${place}`)
      }),
      { numRuns: 50 },
    )
  })

  test('with any two different letters changed about is none: all pairs of letters at all pairs of places', () => {
    let tried = 0
    for (let a = 0; a < CODE_LENGTH; a += 1)
      for (let b = a + 1; b < CODE_LENGTH; b += 1)
        for (const first of letters.slice(0, 31))
          for (const second of letters.slice(letters.indexOf(first) + 1)) {
            const code = codeWith(new Map([[a, first], [b, second]]))
            if (isCode(withLetter(withLetter(code, a, second), b, first))) throw new Error(`${code}: ${a} and ${b}`)
            tried += 1
          }
    expect(tried).toBe(45 * 496)
  })

  test('of other length or letters is none', () => {
    for (const text of ['', '000000000', '00000000000', '000000000I', '0000000000', '00000 000H']) expect([text, isCode(text)]).toEqual([text, false])
  })

  test('is shown in two groups', () => expect(showCode('ABCDE12345')).toBe('ABCDE-12345'))

  test('fits into the 32 characters of a scanned picture and comes out of it, percent-encoded or not', () => {
    fc.assert(
      fc.property(hex, (hash) => {
        const code = codeFrom(hash)
        expect(sceneOf(code).length).toBeLessThanOrEqual(32)
        for (const scene of [sceneOf(code), encodeURIComponent(sceneOf(code))]) expect(codeInScene(scene)).toBe(code)
      }),
    )
    for (const scene of ['', 'c=1', '%', '%E0%A4%A', 'code']) expect(codeInScene(scene)).toBeNull()
  })
})
