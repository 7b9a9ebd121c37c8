import { asTold, rosterChange } from '../../../domain/roster/changes'
import { isAsked } from '../../../domain/survey/right'

const first = { at: 1, status: 'occupied', by: 'o1', reason: '名册' } as const
const household = { status: 'occupied', phoneHashes: ['a', 'b'], history: [first], members: ['somebody'], slipId: 'k1', spentIn: ['s1'] } as const
const change = { at: 9, by: 'o2' }

describe('what a roster makes of a household', () => {
  test.each([
    ['not there yet', null, { status: 'occupied', phoneHashes: [] }, 'added'],
    ['the same', household, { status: 'occupied', phoneHashes: ['b', 'a'] }, 'unchanged'],
    ['the same, with no numbers in the file', household, { status: 'occupied', phoneHashes: [] }, 'unchanged'],
    ['with another number', household, { status: 'occupied', phoneHashes: ['a', 'c'] }, 'changed'],
    ['with one number less', household, { status: 'occupied', phoneHashes: ['a'] }, 'changed'],
    ['empty now', household, { status: 'vacant', phoneHashes: [] }, 'changed'],
  ] as const)('%s', (_, before, told, expected) => expect(rosterChange(before, told)).toBe(expected))

  test('a changed status is one more line, and numbers, members, slip and ballots stay', () => {
    const after = asTold(household, { status: 'vacant', phoneHashes: [] }, change)
    expect(after).toEqual({ ...household, status: 'vacant', history: [first, { at: 9, status: 'vacant', by: 'o2', reason: '名册导入' }] })
  })

  test('numbers of the file take the place of the old ones', () => expect(asTold(household, { status: 'occupied', phoneHashes: ['c'] }, change)).toEqual({ ...household, phoneHashes: ['c'] }))
  test('where nothing changes it is the very same', () => expect(asTold(household, { status: 'occupied', phoneHashes: ['b', 'a'] }, change)).toBe(household))

  test('a survey that opened before goes on by what was so then', () => {
    const after = asTold(household, { status: 'vacant', phoneHashes: [] }, change)
    expect([isAsked('occupied', after.history, 8), isAsked('occupied', after.history, 9)]).toEqual([true, false])
  })
})
