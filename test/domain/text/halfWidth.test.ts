import { halfWidth } from '../../../domain/text/halfWidth'

describe('what was typed in full width', () => {
  test.each([
    ['ＡＢＣ－ｘｙｚ　０９', 'ABC-xyz 09'],
    ['＋（８６）！～', '+(86)!~'],
    ['３幢２单元，“北门”。', '3幢2单元,“北门”。'],
    ['邻净 ABC', '邻净 ABC'],
  ])('%s is %s', (typed, plain) => expect(halfWidth(typed)).toBe(plain))

  test('is what the tables of Unicode make of it, for every form there is', () => {
    const forms = Array.from({ length: 0xff5e - 0xff01 + 1 }, (_, index) => String.fromCharCode(0xff01 + index))
    for (const form of [...forms, '\u3000']) expect(halfWidth(form)).toBe(form.normalize('NFKC'))
  })
})
