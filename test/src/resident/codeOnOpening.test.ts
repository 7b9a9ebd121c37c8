import { codeFrom, showCode } from '../../../domain/household/code'
import { codeOnOpening } from '@/resident/bind/codeOnOpening'
import { codeInScan } from '@/resident/bind/codeInScan'

const CODE = codeFrom('0102030405060708ff')
const LINK = `https://town.example/b?h=${CODE}`

it.each([
  ['by hand', {}, ''],
  ['by a mini-program code', { scene: `h%3D${CODE}` }, CODE],
  ['by a plain QR code', { q: encodeURIComponent(LINK), scancode_time: '1' }, CODE],
  ['by a plain QR code that is not encoded', { q: LINK }, CODE],
  ['by a link about something else', { q: encodeURIComponent('https://town.example/news') }, ''],
  ["by a relative's card", { code: showCode(CODE) }, showCode(CODE)],
])('the page opened %s begins with the code that brought it', (_, params, expected) => expect(codeOnOpening(params)).toBe(expected))

it.each([
  ['a slip printed without a link', { result: `h=${CODE}` }, CODE],
  ['a slip printed with a link', { result: LINK }, CODE],
  ['a mini-program code', { path: `resident/pages/bind/index?scene=h%3D${CODE}` }, CODE],
  ['a picture of something else', { result: 'hello' }, 'hello'],
])('the camera reads %s', (_, scan, expected) => expect(codeInScan(scan)).toBe(expected))
