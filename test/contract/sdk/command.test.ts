import { openLaboratory, type Sdk } from './laboratory'

const { cloud, run, fail } = openLaboratory({ collections: ['things'] })

/** Every query command of `db.command`, over the same documents; the numbers are the `n` of what is found. */
const DOCUMENTS = [
  { n: 1, text: 'Apple', tags: ['a', 'b'], place: { street: 'x', no: 1 }, scores: [{ of: 'm', is: 90 }, { of: 'e', is: 60 }] },
  { n: 2, text: 'apricot', tags: ['b'], place: { street: 'y', no: 2 }, scores: [{ of: 'm', is: 50 }] },
  { n: 3, text: 'banana', tags: [], nothing: null },
  { n: 4, text: '苹果', tags: ['a', 'b', 'c'], mixed: 'text' },
  { n: 5, tags: 'a', mixed: 5 },
]
beforeAll(() => void cloud().engine.insert('things', DOCUMENTS))

type Condition = (sdk: Sdk) => unknown
const find = async (condition: Condition) =>
  run(async (sdk) => {
    const code = (sdk.input as { condition: string }).condition
    const { data } = await sdk.db.collection('things').where(eval(`(${code})`)(sdk)).orderBy('n', 'asc').get()
    return data.map(({ n }: { n: number }) => n)
  }, { condition: condition.toString() })

const commands: [string, Condition, number[]][] = [
  ['a plain value', () => ({ n: 2 }), [2]],
  ['eq', ({ _ }) => ({ n: _.eq(2) }), [2]],
  ['neq also finds what has no such field', ({ _ }) => ({ text: _.neq('banana') }), [1, 2, 4, 5]],
  ['gt', ({ _ }) => ({ n: _.gt(3) }), [4, 5]],
  ['gte', ({ _ }) => ({ n: _.gte(3) }), [3, 4, 5]],
  ['lt', ({ _ }) => ({ n: _.lt(2) }), [1]],
  ['lte', ({ _ }) => ({ n: _.lte(2) }), [1, 2]],
  ['gt and lt look at values of their own type only', ({ _ }) => ({ mixed: _.gt(0) }), [5]],
  ['in', ({ _ }) => ({ n: _.in([5, 4, 99]) }), [4, 5]],
  ['nin', ({ _ }) => ({ n: _.nin([1, 2, 3]) }), [4, 5]],
  ['and, chained', ({ _ }) => ({ n: _.gte(2).and(_.lt(4)) }), [2, 3]],
  ['and, of conditions of one field', ({ _ }) => ({ n: _.and([_.gte(2), _.lt(4)]) }), [2, 3]],
  ['and, of whole conditions', ({ _ }) => _.and([{ n: _.gt(1) }, { tags: 'b' }]), [2, 4]],
  ['or, chained', ({ _ }) => ({ n: _.lt(2).or(_.gt(4)) }), [1, 5]],
  ['or, of whole conditions', ({ _ }) => _.or([{ n: 1 }, { text: 'banana', tags: [] }]), [1, 3]],
  ['and of an or', ({ _ }) => _.and([_.or([{ n: 1 }, { n: 2 }, { n: 3 }]), { tags: 'b' }]), [1, 2]],
  ['nor', ({ _ }) => ({ n: _.nor([_.lt(3), _.gt(4)]) }), [3, 4]],
  ['not', ({ _ }) => ({ n: _.not(_.gt(2)) }), [1, 2]],
  ['exists(true)', ({ _ }) => ({ nothing: _.exists(true) }), [3]],
  ['exists(false)', ({ _ }) => ({ place: _.exists(false) }), [3, 4, 5]],
  ['null finds null and what is not there', () => ({ nothing: null }), [1, 2, 3, 4, 5]],
  ['mod', ({ _ }) => ({ n: _.mod(2, 1) }), [1, 3, 5]],
  ['all', ({ _ }) => ({ tags: _.all(['a', 'b']) }), [1, 4]],
  ['size', ({ _ }) => ({ tags: _.size(2) }), [1]],
  ['elemMatch', ({ _ }) => ({ scores: _.elemMatch({ of: 'm', is: _.gt(60) }) }), [1]],
  ['elemMatch of values', ({ _ }) => ({ tags: _.elemMatch(_.eq('c')) }), [4]],
  ['a value in a list', () => ({ tags: 'a' }), [1, 4, 5]],
  ['a whole list', () => ({ tags: ['b'] }), [2]],
  ['a nested field', () => ({ place: { street: 'y' } }), [2]],
  ['a nested field by its path', ({ _ }) => ({ 'place.no': _.gt(1) }), [2]],
  ['eq of a whole object', ({ _ }) => ({ place: _.eq({ street: 'x', no: 1 }) }), [1]],
  ['a field of the objects of a list', ({ _ }) => ({ 'scores.is': _.lt(60) }), [2]],
  ['a place in a list', () => ({ 'tags.1': 'b' }), [1, 4]],
  ['a regular expression', () => ({ text: /^ap/i }), [1, 2]],
  ['db.RegExp', ({ db }) => ({ text: db.RegExp({ regexp: '^ap', options: '' }) }), [2]],
  ['db.RegExp in Chinese', ({ db }) => ({ text: db.RegExp({ regexp: '苹' }) }), [4]],
  ['not of a regular expression', ({ _ }) => ({ text: _.not(_.eq(/a/)) }), [1, 2, 3, 4, 5]],
  ['expr', ({ _, $ }) => _.expr($.gt(['$n', 3])), [4, 5]],
  ['expr beside another condition', ({ _, $ }) => _.and([_.expr($.gt(['$n', '$place.no'])), { tags: 'a' }]), [4, 5]],
]
test.each(commands)('%s', async (_name, condition, expected) => expect(await find(condition)).toEqual(expected))

describe('what the database refuses', () => {
  const refusals: [string, Condition, number, RegExp][] = [
    ['in without a list', ({ _ }) => ({ n: _.in(1) }), -502001, /\$in needs an array/],
    ['an operator that is not one', () => ({ n: { $almost: 1 } }), -502002, /\$almost/],
    ['where with text search', () => ({ $text: { $search: 'a' } }), -502002, /\$text/],
    ['where with code', () => ({ $where: 'true' }), -502002, /\$where/],
  ]
  test.each(refusals)('%s', async (_name, condition, errCode, words) => {
    const error = await fail((sdk) => {
      const code = (sdk.input as { condition: string }).condition
      return sdk.db.collection('things').where(eval(`(${code})`)(sdk)).get()
    }, { condition: condition.toString() })
    expect(error).toMatchObject({ errCode, errMsg: expect.stringMatching(words) })
  })
})
