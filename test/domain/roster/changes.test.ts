import { asTold, rosterChange } from '../../../domain/roster/changes'
import { isAsked } from '../../../domain/survey/right'

const first = { at: 1, status: 'occupied', by: 'o1', reason: '名册' } as const
const HERE = { building: '3', unit: '2', room: '501', label: '3 幢 2 单元 501', order: '00003 00002 00501' } as const
const household = { ...HERE, status: 'occupied', phoneHashes: ['a', 'b'], history: [first], members: ['somebody'], slipId: 'k1', spentIn: ['s1'] } as const
const change = { at: 9, by: 'o2' }

describe('what a roster makes of a household', () => {
  test.each([
    ['not there yet', null, { ...HERE, status: 'occupied', phoneHashes: [] }, 'added'],
    ['the same', household, { ...HERE, status: 'occupied', phoneHashes: ['b', 'a'] }, 'unchanged'],
    ['the same, with no numbers in the file', household, { ...HERE, status: 'occupied', phoneHashes: [] }, 'unchanged'],
    ['with another number', household, { ...HERE, status: 'occupied', phoneHashes: ['a', 'c'] }, 'changed'],
    ['with one number less', household, { ...HERE, status: 'occupied', phoneHashes: ['a'] }, 'changed'],
    ['empty now', household, { ...HERE, status: 'vacant', phoneHashes: [] }, 'changed'],
  ] as const)('%s', (_, before, told, expected) => expect(rosterChange(before, told)).toBe(expected))

  test('a changed status is one more line, and numbers, members, slip and ballots stay', () => {
    const after = asTold(household, { ...HERE, status: 'vacant', phoneHashes: [] }, change)
    expect(after).toEqual({ ...household, status: 'vacant', history: [first, { at: 9, status: 'vacant', by: 'o2', reason: '名册导入' }] })
  })

  test('numbers of the file take the place of the old ones', () => expect(asTold(household, { ...HERE, status: 'occupied', phoneHashes: ['c'] }, change)).toEqual({ ...household, phoneHashes: ['c'] }))
  test('an address in an older spelling is written as it is now, and it stays the same household', () => {
    const old = { ...household, _id: 'h1', building: '第三幢', label: '第三幢 幢 2 单元 501', order: '第三幢 00002 00501' }
    expect(rosterChange(old, { ...HERE, status: 'occupied', phoneHashes: [] })).toBe('changed')
    expect(asTold(old, { ...HERE, status: 'occupied', phoneHashes: [] }, change)).toEqual({ ...household, _id: 'h1' })
  })
  test('where nothing changes it is the very same', () => expect(asTold(household, { ...HERE, status: 'occupied', phoneHashes: ['b', 'a'] }, change)).toBe(household))

  test('a survey that opened before goes on by what was so then', () => {
    const after = asTold(household, { ...HERE, status: 'vacant', phoneHashes: [] }, change)
    expect([isAsked('occupied', after.history, 8), isAsked('occupied', after.history, 9)]).toEqual([true, false])
  })
})
