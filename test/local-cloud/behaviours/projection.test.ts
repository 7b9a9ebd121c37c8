import type { Document } from '../../../local-cloud/engine/document'
import { describeBehaviours, type Behaviour } from './table'

const DOCUMENT: Document = { _id: 1, n: 1, deep: { x: 1, y: [{ z: 1, q: 2 }, 5, { q: 3 }] }, l: [1, 2, 3, 4, 5], s: 'text' }
const shown = (title: string, manual: string, projection: Document, expected: Document, find: Document = {}): Behaviour => ({ title, manual: `manual: ${manual}`, documents: [DOCUMENT], find, projection, expect: [expected] })
const refused = (title: string, projection: Document, error: RegExp, find: Document = {}): Behaviour => ({ title, manual: 'manual: Project Fields to Return', documents: [DOCUMENT], find, projection, error })

describeBehaviours('projection', [
  shown('what is kept comes with the _id, in the order of the document', 'Project Fields to Return', { s: 1, n: 1 }, { _id: 1, n: 1, s: 'text' }),
  shown('the _id can be left out of what is kept', 'Project Fields to Return', { n: 1, _id: 0 }, { n: 1 }),
  shown('true and false say the same as 1 and 0', 'Project Fields to Return', { n: true, _id: false }, { n: 1 }),
  shown('what is dropped leaves the rest', 'Project Fields to Return', { l: 0, deep: 0 }, { _id: 1, n: 1, s: 'text' }),
  shown('the _id alone', 'Project Fields to Return', { _id: 1 }, { _id: 1 }),
  shown('all but the _id', 'Project Fields to Return', { _id: 0 }, { n: 1, deep: DOCUMENT.deep, l: DOCUMENT.l, s: 'text' }),
  shown('a missing field is not made', 'Project Fields to Return', { nothing: 1 }, { _id: 1 }),
  shown('a path keeps a field of each document of an array, and no scalar', 'Project Fields to Return: Embedded Documents in an Array', { 'deep.y.z': 1 }, { _id: 1, deep: { y: [{ z: 1 }, {}] } }),
  shown('a path drops a field of each document of an array', 'Project Fields to Return: Embedded Documents in an Array', { 'deep.y.q': 0, l: 0 }, { _id: 1, n: 1, deep: { x: 1, y: [{ z: 1 }, 5, {}] }, s: 'text' }),
  shown('two paths into one document', 'Project Fields to Return', { 'deep.x': 1, 'deep.y.z': 1 }, { _id: 1, deep: { x: 1, y: [{ z: 1 }, {}] } }),
  shown('a nested projection says the same as a path', 'Project Fields to Return', { deep: { x: 1 } }, { _id: 1, deep: { x: 1 } }),
  shown('below a scalar nothing is kept', 'Project Fields to Return', { 's.x': 1 }, { _id: 1 }),
  shown('below a scalar nothing is dropped', 'Project Fields to Return', { 's.x': 0, l: 0, deep: 0 }, { _id: 1, n: 1, s: 'text' }),
  shown('$slice with a number keeps the first, and leaves the other fields', '$slice (projection)', { l: { $slice: 2 }, deep: 0 }, { _id: 1, n: 1, l: [1, 2], s: 'text' }),
  shown('a negative $slice keeps the last', '$slice (projection)', { n: 1, l: { $slice: -2 } }, { _id: 1, n: 1, l: [4, 5] }),
  shown('$slice alone is an exclusion: the rest stays', '$slice (projection): Behavior', { l: { $slice: 1 } }, { ...DOCUMENT, l: [1] }),
  shown('$slice skips and limits', '$slice (projection)', { n: 1, l: { $slice: [1, 2] } }, { _id: 1, n: 1, l: [2, 3] }),
  shown('$slice skips from the end', '$slice (projection)', { n: 1, l: { $slice: [-4, 2] } }, { _id: 1, n: 1, l: [2, 3] }),
  shown('$slice from before the beginning begins there', '$slice (projection)', { n: 1, l: { $slice: [-20, 2] } }, { _id: 1, n: 1, l: [1, 2] }),
  shown('$slice beyond the end is empty', '$slice (projection)', { n: 1, l: { $slice: [20, 2] } }, { _id: 1, n: 1, l: [] }),
  shown('$slice leaves what is no array', '$slice (projection)', { n: 1, s: { $slice: 1 } }, { _id: 1, n: 1, s: 'text' }),
  shown('$elemMatch keeps the first element that fits, after the fields that are merely kept', '$elemMatch (projection)', { l: { $elemMatch: { $gt: 2 } }, s: 1 }, { _id: 1, s: 'text', l: [3] }),
  shown('$elemMatch leaves the field out where nothing fits', '$elemMatch (projection)', { l: { $elemMatch: { $gt: 9 } } }, { _id: 1 }),
  { title: '$elemMatch by the fields of documents', manual: 'manual: $elemMatch (projection)', documents: [{ _id: 1, students: [{ name: 'a', school: 1 }, { name: 'b', school: 2, age: 8 }, { name: 'c', school: 2 }] }], find: {}, projection: { students: { $elemMatch: { school: 2 } } }, expect: [{ _id: 1, students: [{ name: 'b', school: 2, age: 8 }] }] },
  shown('$ keeps the element that the query has matched', '$ (projection)', { 'l.$': 1 }, { _id: 1, l: [4] }, { l: { $gt: 3 } }),
  { title: '$ after $elemMatch keeps the element that fits all conditions', manual: 'manual: $ (projection): Array of Embedded Documents', documents: [{ _id: 1, g: [{ m: 1, k: 1 }, { m: 1, k: 2, z: 3 }] }], find: { g: { $elemMatch: { m: 1, k: { $gt: 1 } } } }, projection: { 'g.$': 1 }, expect: [{ _id: 1, g: [{ m: 1, k: 2, z: 3 }] }] },
  refused('keeping and dropping do not mix', { n: 1, s: 0 }, /Cannot do exclusion on field s in inclusion projection/),
  refused('dropping and keeping do not mix either', { n: 0, s: 1 }, /Cannot do inclusion on field s in exclusion projection/),
  refused('a field and a field in it', { deep: 1, 'deep.x': 1 }, /Path collision at deep/),
  refused('a nested projection of nothing', { deep: {} }, /An empty sub-projection is not a valid value/),
  refused('$slice of a text', { l: { $slice: 'x' } }, /\$slice only supports numbers and \[skip, limit\] arrays/),
  refused('$slice with a limit of 0', { l: { $slice: [1, 0] } }, /\$slice limit must be positive/),
  refused('$elemMatch of a value', { l: { $elemMatch: 5 } }, /elemMatch: Invalid argument, object required/),
  refused('$elemMatch on a path', { 'deep.y': { $elemMatch: { z: 1 } } }, /Cannot use \$elemMatch projection on a nested field/),
  refused('$ where the query has matched no element', { 'l.$': 1 }, /couldn't find a matching element in the array/, { n: 1 }),
  refused('$ in the middle of a path', { 'deep.$.z': 1 }, /Positional projection may only be used at the end/),
  refused('$ to drop', { 'l.$': 0 }, /positional projection cannot be used with exclusion/),
  refused('$ twice', { 'l.$': 1, 'deep.y.$': 1 }, /Cannot specify more than one positional projection/),
  { title: 'an unknown operator', manual: 'manual: Project Fields to Return', documents: [DOCUMENT], find: {}, projection: { l: { $first: 1 } }, error: /\$first/, code: 'DATABASE_INVALID_OPERRATOR' },
  { title: 'a value in place of 1 or 0', manual: 'manual: Project Fields to Return', documents: [DOCUMENT], find: {}, projection: { l: '$n' }, error: /l: "\$n"/, code: 'DATABASE_INVALID_OPERRATOR' },
])
