import { decode, decodeDocument, encode, type Document } from '../../../local-cloud/engine/document'
import { openEngine } from '../../../local-cloud/engine/openEngine'

const serverDate = (offset: number) => new Date(offset)
const offTheWire = (text: string) => decodeDocument(text, serverDate)
const nested = (levels: number, inner = '1') => `${'{"a":'.repeat(levels)}${inner}${'}'.repeat(levels)}`
const stored = (document: Document): Document => {
  const engine = openEngine({ file: ':memory:' })
  engine.createCollection('things')
  engine.insert('things', [document])
  const [found] = engine.find('things')
  engine.close()
  return found!
}

describe('EJSON off the wire', () => {
  test.each<[string, string, unknown]>([
    ['a number below 2^31', '{"v":{"$numberInt":"-5"}}', -5],
    ['a long number is the nearest double, as the SDK reads it back', '{"v":{"$numberLong":"9007199254740993"}}', 9007199254740992],
    ['a fraction', '{"v":{"$numberDouble":"1.5e-7"}}', 1.5e-7],
    ['no number', '{"v":{"$numberDouble":"NaN"}}', NaN],
    ['less than any number', '{"v":{"$numberDouble":"-Infinity"}}', -Infinity],
    ['a date', '{"v":{"$date":{"$numberLong":"-1"}}}', new Date(-1)],
    ['the last of two fields of one name', '{"v":1,"v":2}', 2],
    ['a name of JavaScript’s own', '{"v":{"constructor":{"prototype":1}}}', { constructor: { prototype: 1 } }],
    ['half a pair of surrogates becomes the sign for what is unreadable', '{"v":"a\\ud800b"}', 'a\ufffdb'],
    ['a whole pair stays', '{"v":"\\ud83d\\ude00"}', '😀'],
    ['a pattern under an operator', '{"v":{"$regex":{"$regularExpression":{"pattern":"^a","options":"i"}}}}', { $regex: /^a/i }],
  ])('%s', (_title, text, expected) => expect(offTheWire(text).v).toEqual(expected))

  test.each<[string, string, RegExp]>([
    ['no JSON', '{"a":', /malformed EJSON/],
    ['no document', '[1]', /an object was expected/],
    ['a whole number with letters', '{"v":{"$numberInt":"1x"}}', /invalid \$numberInt/],
    ['a fraction with letters', '{"v":{"$numberDouble":"one"}}', /invalid \$numberDouble/],
    ['a date beyond what a date can hold', '{"v":{"$date":{"$numberLong":"8640000000000001"}}}', /invalid \$date/],
    ['a date in words', '{"v":{"$date":"yesterday"}}', /invalid \$date/],
    ['a field named __proto__', '{"v":{"__proto__":{"x":1}}}', /__proto__/],
    ['a type no document of a mini-program holds', '{"v":{"$oid":"5f0f0f0f0f0f0f0f0f0f0f0f"}}', /\$oid/],
    ['a pattern that is none', '{"v":{"$regularExpression":{"pattern":"(","options":""}}}', /Regular expression is invalid/],
    ['201 levels', nested(202), /more than 200 levels deep/],
    ['100,000 levels', nested(100_000), /more than 200 levels deep/],
    ['100,000 brackets', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, /more than 200 levels deep/],
  ])('%s is refused', (_title, text, error) => expect(() => offTheWire(text)).toThrow(error))

  test('an array of 200,000 elements is read', () => expect(offTheWire(`{"v":[${'{"$numberInt":"1"},'.repeat(199_999)}2]}`).v).toHaveLength(200_000))
})

describe('what is stored comes back as it was', () => {
  test.each<[string, unknown]>([['NaN', NaN], ['infinity', Infinity], ['a date', new Date(5)], ['a pattern', /a\/b/i], ['a field named like a member of JavaScript’s objects', { toString: 1, constructor: null }], ['an empty text, array and document', ['', [], {}]]])('%s', (_title, v) => {
    expect(stored({ _id: 1, v }).v).toEqual(v)
  })

  test('-0 is 0, as on the wire', () => expect(Object.is(decode(encode({ v: -0 })), -0)).toBe(false))
  test('100 levels are stored, 102 are not', () => {
    expect(encode(stored(offTheWire(nested(100)))).includes(nested(99))).toBe(true)
    expect(() => stored(offTheWire(nested(102)))).toThrow(/depth limit of 100 levels/)
  })
})

describe('the time of patterns is bounded for the whole query, not for each document', () => {
  const engine = openEngine({ file: ':memory:' })
  engine.createCollection('things')
  engine.insert('things', Array.from({ length: 2000 }, (_, i) => ({ _id: i, v: `${'a'.repeat(22)}b${i}` })))
  afterAll(() => engine.close())

  test.each<[string, Document]>([
    ['nested repetition', { v: /^(a+)+$/ }],
    ['with a look ahead', { v: { $regex: '^(?=(a+)+$)' } }],
    ['with a back reference', { v: { $regex: '^(a|aa)+\\1$' } }],
    ['in an $or', { $or: [{ v: /^(a+)+$/ }, { v: /^(a|a)+$/ }] }],
    ['in $not', { v: { $not: /^(a+)+$/ } }],
    ['in $expr', { $expr: { $regexMatch: { input: '$v', regex: '^(a+)+$' } } }],
  ])('%s', (_title, filter) => expect(() => engine.find('things', { filter })).toThrow(/backtracks too much/))

  test('ordinary patterns over all documents are not ended', () => expect(engine.count('things', { v: /^a+b\d*9$/ })).toBe(200))
})
