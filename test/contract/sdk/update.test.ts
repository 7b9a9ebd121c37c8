import { openLaboratory, type Sdk } from './laboratory'

const { run, fail } = openLaboratory({ collections: ['things'] })

type Change = (sdk: Sdk) => object
const change = (before: object, data: Change) => ({ before, data: data.toString() })

/** Sets a document, updates it, and reads it back. */
const update = async (sdk: Sdk) => {
  const { before, data } = sdk.input as { before: object; data: string }
  const doc = sdk.db.collection('things').doc('it')
  await doc.set({ data: before })
  await doc.update({ data: eval(`(${data})`)(sdk) })
  const { _id, ...after } = (await doc.get()).data
  return after
}

const commands: [string, object, Change, object][] = [
  ['a plain value', { a: 1 }, () => ({ a: 2, b: 3 }), { a: 2, b: 3 }],
  ['set replaces an object', { a: { x: 1 } }, ({ _ }) => ({ a: _.set({ y: 2 }) }), { a: { y: 2 } }],
  ['remove', { a: 1, b: 2 }, ({ _ }) => ({ a: _.remove() }), { b: 2 }],
  ['remove of a nested field', { a: { x: 1, y: 2 } }, ({ _ }) => ({ a: { x: _.remove() } }), { a: { y: 2 } }],
  ['inc', { a: 1 }, ({ _ }) => ({ a: _.inc(2), b: _.inc(-1) }), { a: 3, b: -1 }],
  ['mul', { a: 3 }, ({ _ }) => ({ a: _.mul(2), b: _.mul(2) }), { a: 6, b: 0 }],
  ['max', { a: 3, b: 3 }, ({ _ }) => ({ a: _.max(5), b: _.max(1), c: _.max(1) }), { a: 5, b: 3, c: 1 }],
  ['min', { a: 3, b: 3 }, ({ _ }) => ({ a: _.min(5), b: _.min(1) }), { a: 3, b: 1 }],
  ['rename', { a: 1 }, ({ _ }) => ({ a: _.rename('b') }), { b: 1 }],
  ['bit', { a: 13 }, ({ _ }) => ({ a: _.bit({ and: 10 }) }), { a: 8 }],
  ['push of one', { a: [1] }, ({ _ }) => ({ a: _.push(2), b: _.push('x') }), { a: [1, 2], b: ['x'] }],
  ['push of several', { a: [1] }, ({ _ }) => ({ a: _.push([2, 3]) }), { a: [1, 2, 3] }],
  ['push with position, sort and slice', { a: [5, 1] }, ({ _ }) => ({ a: _.push({ each: [3, 4], position: 0, sort: 1, slice: 3 }) }), { a: [1, 3, 4] }],
  ['push sorted by a field', { a: [{ n: 2 }] }, ({ _ }) => ({ a: _.push({ each: [{ n: 3 }, { n: 1 }], sort: { n: -1 } }) }), { a: [{ n: 3 }, { n: 2 }, { n: 1 }] }],
  ['unshift', { a: [1] }, ({ _ }) => ({ a: _.unshift([2, 3]) }), { a: [2, 3, 1] }],
  ['pop and shift', { a: [1, 2, 3], b: [1, 2, 3] }, ({ _ }) => ({ a: _.pop(), b: _.shift() }), { a: [1, 2], b: [2, 3] }],
  ['pull of a value', { a: ['x', 'y', 'x'] }, ({ _ }) => ({ a: _.pull('x') }), { a: ['y'] }],
  ['pull by a condition', { a: [1, 5, 9] }, ({ _ }) => ({ a: _.pull(_.gt(4)) }), { a: [1] }],
  ['pull of objects by a condition', { a: [{ n: 1, m: 1 }, { n: 5 }] }, ({ _ }) => ({ a: _.pull({ n: _.gt(3) }) }), { a: [{ n: 1, m: 1 }] }],
  ['pullAll', { a: [1, 2, 3, 2] }, ({ _ }) => ({ a: _.pullAll([1, 2]) }), { a: [3] }],
  ['addToSet', { a: [1] }, ({ _ }) => ({ a: _.addToSet(1), b: _.addToSet({ $each: [1, 2, 1] }) }), { a: [1], b: [1, 2] }],
  ['several commands at once', { a: 1, list: [1], gone: 1 }, ({ _ }) => ({ a: _.inc(1), list: _.push(2), gone: _.remove(), at: new Date(0) }), { a: 2, list: [1, 2], at: '1970-01-01T00:00:00.000Z' }],
  ['a place in a list', { a: [1, 2, 3] }, () => ({ 'a.1': 9 }), { a: [1, 9, 3] }],
]
test.each(commands)('%s', async (_name, before, data, after) => expect(await run(update, change(before, data))).toEqual(after))

const refusals: [string, object, Change, RegExp][] = [
  ['inc of a text', { a: 'x' }, ({ _ }) => ({ a: _.inc(1) }), /Cannot apply \$inc to a value of non-numeric type/],
  ['inc by a text', { a: 1 }, ({ _ }) => ({ a: _.inc('1') }), /Cannot increment with non-numeric argument/],
  ['push to what is no list', { a: 1 }, ({ _ }) => ({ a: _.push(1) }), /must be an array but is of type/],
  ['two commands on one field', { a: { b: 1 } }, ({ _ }) => ({ a: _.set({}), 'a.b': 1 }), /would create a conflict at 'a/],
]
test.each(refusals)('%s is refused and changes nothing', async (_name, before, data, words) => {
  expect(await fail(update, change(before, data))).toMatchObject({ errCode: -502001, errMsg: expect.stringMatching(words) })
  expect(await run(async ({ db }) => (await db.collection('things').doc('it').get()).data)).toEqual({ _id: 'it', ...before })
})

test('what stands in a list is updated by its position', async () => {
  expect(
    await run(async ({ db }) => {
      await db.collection('things').doc('it').set({ data: { rows: [{ id: 1, n: 1 }, { id: 2, n: 1 }] } })
      await db.collection('things').where({ 'rows.id': 2 }).update({ data: { 'rows.$.n': 5 } })
      return (await db.collection('things').doc('it').get()).data.rows
    }),
  ).toEqual([{ id: 1, n: 1 }, { id: 2, n: 5 }])
})
