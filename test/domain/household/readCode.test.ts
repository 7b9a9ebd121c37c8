import { codeFrom, showCode } from '../../../domain/household/code'
import { readCode } from '../../../domain/household/readCode'

const CODE = codeFrom('0110c9a25f8017bb3e')
const faultOf = (typed: string) => {
  const read = readCode(typed)
  return read.ok ? 'none' : read.fault
}
const fullWidth = (text: string) => [...text].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join('')

describe('a code as somebody types it', () => {
  test('has a 0 and a 1 in it, to be mistaken', () => expect(CODE).toMatch(/0.*1|1.*0/))

  test.each([
    ['as it stands', CODE],
    ['as it is printed', showCode(CODE)],
    ['in small letters', CODE.toLowerCase()],
    ['with blanks before, between and behind', ` ${[...CODE].join(' ')}\n`],
    ['with long dashes, dots and lines', `${CODE.slice(0, 2)}—${CODE.slice(2, 4)}·${CODE.slice(4, 6)}_${CODE.slice(6)}`],
    ['with a minus and a full-width dash', `${CODE.slice(0, 3)}\u2212${CODE.slice(3, 7)}－${CODE.slice(7)}`],
    ['in full width', fullWidth(CODE)],
    ['with letters nobody sees', `\ufeff${CODE.slice(0, 4)}\u200b\u202a${CODE.slice(4)}\u202c\u00a0`],
    ['with the letter O for every 0', CODE.replace(/0/g, 'O')],
    ['with small o and l', CODE.replace(/0/g, 'o').replace(/1/g, 'l')],
    ['with the letter I for every 1', CODE.replace(/1/g, 'I')],
  ])('%s, is read', (_, typed) => expect(readCode(typed)).toEqual({ ok: true, code: CODE }))

  test.each([
    ['nothing', '', '绑定码是 10 位，现在是 0 位'],
    ['one too few', CODE.slice(1), '绑定码是 10 位，现在是 9 位'],
    ['one too many', `${CODE}7`, '绑定码是 10 位，现在是 11 位'],
    ['a letter that no code has', `${CODE.slice(0, 9)}U`, '绑定码里没有“U”，请对照纸条再看一遍'],
    ['Chinese', `绑${CODE.slice(1)}`, '绑定码里没有“绑”，请对照纸条再看一遍'],
    ['an emoji', `🏠${CODE.slice(1)}`, '绑定码里没有“🏠”，请对照纸条再看一遍'],
    ['a wrong letter', `${CODE.slice(0, 9)}${CODE.endsWith('7') ? '8' : '7'}`, '有一两位不对，或前后颠倒了，请对照纸条再看一遍'],
  ])('%s is told in words', (_, typed, fault) => expect(faultOf(typed)).toBe(fault))
})
