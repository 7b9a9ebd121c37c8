import fc from 'fast-check'
import { CloudError } from '../../../local-cloud/errors'
import { decodeDocument, encode, type Document, type Value } from '../../../local-cloud/engine/document'
import { openEngine, type Engine } from '../../../local-cloud/engine/openEngine'

const words = (text: string): string[] => text.split(' ').map((name) => `$${name}`)
/** Written as they should be, so that it is the values that are wrong. */
const WITH_ONE = words('abs sqrt ln floor round trunc first last reverseArray size isArray arrayToObject objectToArray not toLower strLenCP strLenBytes allElementsTrue anyElementTrue year hour isoWeek week dayOfYear toString toInt toLong toDate toBool toDouble type sum avg max mergeObjects stdDevPop')
const WITH_TWO = words('add subtract multiply divide mod pow log round trunc arrayElemAt concatArrays in indexOfArray range slice and or eq lt cmp ifNull concat split indexOfCP indexOfBytes strcasecmp setUnion setIntersection setEquals setDifference setIsSubset sum min')
const WITH_THREE = words('cond range slice substr substrCP substrBytes indexOfArray indexOfCP indexOfBytes add concat')
const WITH_FIELDS: Readonly<Record<string, readonly string[]>> = {
  $filter: ['input', 'cond'], $map: ['input', 'in'], $reduce: ['input', 'initialValue', 'in'], $trim: ['input', 'chars'], $ltrim: ['input'], $replaceAll: ['input', 'find', 'replacement'],
  $regexMatch: ['input', 'regex'], $regexFindAll: ['input', 'regex', 'options'], $dateToString: ['date', 'format', 'timezone'], $dateFromString: ['dateString', 'format'], $dateToParts: ['date', 'iso8601'], $hour: ['date', 'timezone'],
  $dateFromParts: ['year', 'month', 'hour'], $dateAdd: ['startDate', 'unit', 'amount'], $dateDiff: ['startDate', 'endDate', 'unit'], $dateTrunc: ['date', 'unit', 'binSize', 'timezone'], $convert: ['input', 'to'], $cond: ['if', 'then', 'else'],
}
const leaf = fc.constantFrom<Value[]>('$_id', '$a', '$a.c', '$b.coordinates', '$$ROOT', '$nothing', '', 'x', 'day', 'int', '%Y', '2026-01-02', 'UTC', 'toString', 'constructor', 0, 1, -1, 1.5, NaN, Infinity, 2 ** 40, 1e300, null, true, false, [], {}, new Date(0), new Date(8.64e15), /a/i)
const { tree } = fc.letrec<{ tree: Value }>((tie) => {
  const operands = (names: readonly string[], count: number): fc.Arbitrary<Value> => fc.tuple(fc.constantFrom(...names), fc.array(tie('tree'), { minLength: count, maxLength: count })).map(([name, list]) => ({ [name]: list }))
  const fields = fc.constantFrom(...Object.entries(WITH_FIELDS)).chain(([name, wanted]) => fc.tuple(...wanted.map(() => tie('tree'))).map((values): Value => ({ [name]: Object.fromEntries(wanted.map((field, i) => [field, values[i]])) })))
  return {
    tree: fc.oneof({ maxDepth: 3, depthSize: 'small', depthIdentifier: 'tree' }, { weight: 4, arbitrary: leaf }, operands(WITH_ONE, 1), operands(WITH_TWO, 2), operands(WITH_THREE, 3), { weight: 2, arbitrary: fields }, fc.array(tie('tree'), { maxLength: 3 })),
  }
})

const named = (name: string, value: fc.Arbitrary<Value>) => value.map((each) => ({ name, value: each }))
const within = (name: string) => tree.map((each): Value => ({ [name]: each }))
const stage = fc.oneof(
  { weight: 6, arbitrary: named('$addFields', within('a')) },
  { weight: 3, arbitrary: named('$project', within('b')) },
  { weight: 2, arbitrary: named('$group', fc.tuple(tree, fc.constantFrom(...words('sum avg min push addToSet first mergeObjects stdDevSamp')), tree).map(([_id, accumulator, each]): Value => ({ _id, v: { [accumulator]: each } }))) },
  named('$match', within('$expr')),
  named('$replaceRoot', within('newRoot')),
  named('$bucket', tree.map((each): Value => ({ groupBy: { $ifNull: [each, 0] }, boundaries: [0, 5, 10], default: 'x' }))),
  named('$bucketAuto', fc.tuple(tree, fc.option(fc.constantFrom('R5', 'E192', 'POWERSOF2'), { nil: undefined })).map(([each, granularity]): Value => ({ groupBy: { $ifNull: [each, 0] }, buckets: 2, ...(granularity && { granularity }) }))),
  named('$lookup', tree.map((each): Value => ({ from: 'things', let: { v: each }, pipeline: [{ $match: { $expr: { $eq: ['$a', '$$v'] } } }], as: 'b' }))),
  named('$graphLookup', tree.map((startWith): Value => ({ from: 'things', startWith, connectFromField: 'a', connectToField: 'a', as: 'b' }))),
  ...words('unwind sort limit skip count sample unset facet redact geoNear sortByCount unionWith constructor').map((name) => named(name, tree)),
)

describe('a pipeline of rubbish', () => {
  let engine: Engine
  beforeAll(() => {
    engine = openEngine({ file: ':memory:', indexes: { things: [{ name: 'geo', keys: [['b', '2dsphere']] }] } })
    engine.createCollection('things')
    const documents: Document[] = [{ _id: 1, a: 5 }, { _id: 2, a: 'x' }, { _id: 3, a: [1, [2], { c: 3 }, null] }, { _id: 4, a: new Date(0) }, { _id: 5, a: { c: { d: 1 } } }, { _id: 6 }, { _id: 7, a: true, b: { type: 'Point', coordinates: [1, 2] } }]
    engine.insert('things', documents)
  })
  afterAll(() => engine.close())

  test('is answered or refused, and never with an error of our own', () => {
    fc.assert(
      fc.property(fc.array(stage, { minLength: 1, maxLength: 3 }), (stages) => {
        try {
          const answer = engine.aggregate('things', stages, new Date(0))
          // What is answered can also be sent: no date beyond the calendar, nothing undefined.
          for (const document of answer) expect(encode(decodeDocument(encode(document)))).toBe(encode(document))
        } catch (error) {
          if (!(error instanceof CloudError)) throw error
        }
      }),
      { numRuns: 4000 },
    )
  })

  test('changes nothing that is stored', () => {
    const texts = engine.findTexts('things', { limit: 100 })
    expect(texts).toHaveLength(7)
    expect(texts[2]).toBe('{"_id":3,"a":[1,[2],{"c":3},null]}')
  })
})
