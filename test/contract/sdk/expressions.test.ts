import { openLaboratory } from './laboratory'

/** Every helper of `db.command.aggregate`, as the published SDK sends it. */
const { cloud, run } = openLaboratory({ collections: ['one', 'sales'] })
beforeAll(() => {
  cloud().engine.insert('one', [{ _id: 'x', n: 5, list: [3, 1, 2], text: '邻净', at: new Date(Date.UTC(2026, 11, 31, 17)), deep: { a: 1 }, no: null }])
  cloud().engine.insert('sales', Array.from({ length: 12 }, (_each, i) => ({ _id: i, town: i % 3 ? 'a' : 'b', price: i * 10, at: new Date(i * 86_400_000) })))
})

test('numbers', async () => {
  const project = await run(async ({ db, $ }) => (await db.collection('one').aggregate().project({
    _id: 0,
    abs: $.abs(-3), add: $.add(['$n', 1]), ceil: $.ceil(1.2), divide: $.divide(['$n', 2]), exp: $.exp(0), floor: $.floor(1.8), ln: $.ln(1), log: $.log([8, 2]), log10: $.log10(100),
    mod: $.mod(['$n', 3]), multiply: $.multiply(['$n', 3]), pow: $.pow([2, 3]), sqrt: $.sqrt(9), subtract: $.subtract(['$n', 7]), trunc: $.trunc(-1.8),
  }).end()).list[0])
  expect(project).toEqual({ abs: 3, add: 6, ceil: 2, divide: 2.5, exp: 1, floor: 1, ln: 0, log: 3, log10: 2, mod: 2, multiply: 15, pow: 8, sqrt: 3, subtract: -2, trunc: -1 })
})

test('arrays, sets and objects', async () => {
  const project = await run(async ({ db, $ }) => (await db.collection('one').aggregate().project({
    _id: 0,
    at: $.arrayElemAt(['$list', -1]), object: $.arrayToObject([[['k', 1]]]), concat: $.concatArrays(['$list', [9]]), filter: $.filter({ input: '$list', as: 'item', cond: $.gt(['$$item', 1]) }),
    in: $.in([2, '$list']), index: $.indexOfArray(['$list', 2]), is: $.isArray('$list'), map: $.map({ input: '$list', as: 'item', in: $.multiply(['$$item', 2]) }), range: $.range([0, 6, 2]),
    reduce: $.reduce({ input: '$list', initialValue: 0, in: $.add(['$$value', '$$this']) }), reverse: $.reverseArray('$list'), size: $.size('$list'), slice: $.slice(['$list', 2]), zip: $.zip({ inputs: [[1], ['a']] }),
    all: $.allElementsTrue(['$list']), any: $.anyElementTrue([[0, '$n']]), difference: $.setDifference(['$list', [1]]), equals: $.setEquals(['$list', [1, 2, 3]]), common: $.setIntersection(['$list', [2, 7]]), subset: $.setIsSubset([[1], '$list']), union: $.setUnion([[1], [1, 2]]),
    merged: $.mergeObjects(['$deep', { b: 2 }]), entries: $.objectToArray('$deep'),
  }).end()).list[0])
  expect(project).toEqual({
    at: 2, object: { k: 1 }, concat: [3, 1, 2, 9], filter: [3, 2], in: true, index: 2, is: true, map: [6, 2, 4], range: [0, 2, 4], reduce: 6, reverse: [2, 1, 3], size: 3, slice: [3, 1], zip: [[1, 'a']],
    all: true, any: true, difference: [3, 2], equals: true, common: [2], subset: true, union: [1, 2], merged: { a: 1, b: 2 }, entries: [{ k: 'a', v: 1 }],
  })
})

test('conditions, comparisons and texts', async () => {
  const project = await run(async ({ db, $ }) => (await db.collection('one').aggregate().project({
    _id: 0,
    and: $.and(['$n', true]), or: $.or(['$no', false]), not: $.not(['$no']), cmp: $.cmp(['$n', 9]), eq: $.eq(['$n', 5]), neq: $.neq(['$n', 5]), gt: $.gt(['$n', 4]), gte: $.gte(['$n', 5]), lt: $.lt(['$n', 5]), lte: $.lte(['$n', 5]),
    cond: $.cond({ if: $.gt(['$n', 4]), then: 'y', else: 'n' }), ifNull: $.ifNull(['$no', 'none']), switch: $.switch({ branches: [{ case: $.eq(['$n', 5]), then: 'five' }], default: '?' }), literal: $.literal('$n'), let: $.let({ vars: { m: 2 }, in: $.add(['$n', '$$m']) }),
    concat: $.concat(['<', '$text', '>']), bytes: $.indexOfBytes(['$text', '净']), cp: $.indexOfCP(['$text', '净']), split: $.split(['a,b', ',']), lengthBytes: $.strLenBytes('$text'), length: $.strLenCP('$text'), compare: $.strcasecmp(['a', 'A']),
    substr: $.substr(['abc', 1, 1]), substrBytes: $.substrBytes(['$text', 0, 3]), substrCP: $.substrCP(['$text', 1, 1]), lower: $.toLower('AB'), upper: $.toUpper('ab'),
  }).end()).list[0])
  expect(project).toEqual({
    and: true, or: false, not: true, cmp: -1, eq: true, neq: false, gt: true, gte: true, lt: false, lte: true, cond: 'y', ifNull: 'none', switch: 'five', literal: '$n', let: 7,
    concat: '<邻净>', bytes: 3, cp: 1, split: ['a', 'b'], lengthBytes: 6, length: 2, compare: 0, substr: 'b', substrBytes: '邻', substrCP: '净', lower: 'ab', upper: 'AB',
  })
})

test('dates, at a place', async () => {
  const project = await run(async ({ db, $ }) => (await db.collection('one').aggregate().project({
    _id: 0,
    year: $.year({ date: '$at', timezone: 'Asia/Shanghai' }), month: $.month('$at'), day: $.dayOfMonth('$at'), weekday: $.dayOfWeek('$at'), yearday: $.dayOfYear('$at'), hour: $.hour('$at'), minute: $.minute('$at'), second: $.second('$at'), millisecond: $.millisecond('$at'),
    week: $.week('$at'), isoDay: $.isoDayOfWeek('$at'), isoWeek: $.isoWeek('$at'), isoYear: $.isoWeekYear('$at'), text: $.dateToString({ date: '$at', format: '%Y-%m-%d %H', timezone: '+08:00' }),
    parts: $.dateFromParts({ year: 2026, month: 12, day: 31 }), parsed: $.dateFromString({ dateString: '2027-01-01', timezone: 'Asia/Shanghai' }), later: $.gt(['$at', new Date(0)]),
  }).end()).list[0])
  expect(project).toEqual({
    year: 2027, month: 12, day: 31, weekday: 5, yearday: 365, hour: 17, minute: 0, second: 0, millisecond: 0, week: 52, isoDay: 4, isoWeek: 53, isoYear: 2026, text: '2027-01-01 01',
    parts: '2026-12-31T00:00:00.000Z', parsed: '2026-12-31T16:00:00.000Z', later: true,
  })
})

test('accumulators and buckets', async () => {
  const [groups, buckets, auto, joined] = await run(async ({ db, $, _ }) => {
    const sales = () => db.collection('sales').aggregate()
    return [
      (await sales().group({
        _id: '$town', sum: $.sum('$price'), avg: $.avg('$price'), min: $.min('$price'), max: $.max('$price'), first: $.first('$_id'), last: $.last('$_id'), ids: $.push('$_id'), towns: $.addToSet('$town'), pop: $.stdDevPop('$price'), samp: $.stdDevSamp('$price'),
      }).match({ _id: 'b' }).end()).list,
      (await sales().bucket({ groupBy: '$price', boundaries: [0, 50, 100], default: 'rest', output: { n: $.sum(1) } }).end()).list,
      (await sales().bucketAuto({ groupBy: '$price', buckets: 2 }).end()).list,
      (await sales().match({ at: _.gte(new Date(11 * 86_400_000)) }).lookup({ from: 'sales', let: { town: '$town' }, pipeline: $.pipeline().match(_.expr($.eq(['$town', '$$town']))).sort({ price: -1 }).limit(2).project({ _id: 0, price: 1 }).done(), as: 'dear' }).replaceRoot({ newRoot: { dear: '$dear.price' } }).end()).list,
    ]
  })
  const { pop, samp, ...exact } = groups[0]
  expect(exact).toEqual({ _id: 'b', sum: 180, avg: 45, min: 0, max: 90, first: 0, last: 9, ids: [0, 3, 6, 9], towns: ['b'] })
  expect([pop, samp]).toEqual([expect.closeTo(33.541, 3), expect.closeTo(38.73, 3)])
  expect(buckets).toEqual([{ _id: 0, n: 5 }, { _id: 50, n: 5 }, { _id: 'rest', n: 2 }])
  expect(auto).toEqual([{ _id: { min: 0, max: 60 }, count: 6 }, { _id: { min: 60, max: 110 }, count: 6 }])
  expect(joined).toEqual([{ dear: [110, 100] }])
})
