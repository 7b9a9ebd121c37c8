import fc from 'fast-check'
import { addressLabel, addressLook, addressOrder, plainAddress, type Address } from '../../../domain/household/address'
import { readMobile } from '../../../domain/household/phone'

describe('an address on the roster', () => {
  test.each([
    ['3', '2', '501'],
    ['3幢', '2单元', '501室'],
    [' 03 栋', '0２单元 ', '0501 室'],
    ['３号楼', '2', '501号'],
    ['3#', '2#', '501#'],
    ['3.0', '2.0', '501.0'],
    ['三', '二', '五〇一'],
    ['第三幢', '第二单元', '五百零一室'],
    ['３号', '贰单元', '501号房'],
    ['3\u200b', '\ufeff2', '5\u00ad01\u00a0'],
    ['\u202a3号楼\u202c', '②', '500.99999999999994'],
    ['3#楼', '2#单元', '501户'],
  ])('%s, %s, %s is one and the same', (building, unit, room) => {
    expect(plainAddress({ building, unit, room })).toEqual({ building: '3', unit: '2', room: '501' })
    expect(addressLabel({ building, unit, room })).toBe('3 幢 2 单元 501')
  })

  test('may be without a unit, or with letters', () => {
    expect(addressLabel({ building: '12', unit: '', room: '101' })).toBe('12 幢 101')
    expect(addressLabel({ building: 'a座', unit: '1', room: '10b' })).toBe('A 幢 1 单元 10B')
    expect(addressLabel({ building: '0', unit: '', room: '0' })).toBe('0 幢 0')
  })

  test('sorts as people count', () => {
    const houses = [['2', '1', '1001'], ['10', '1', '101'], ['2', '', '101'], ['2', '1', '201'], ['1', '1', '101']].map(([building, unit, room]) => ({ building: building!, unit: unit!, room: room! }))
    expect([...houses].sort((a, b) => (addressOrder(a) < addressOrder(b) ? -1 : 1)).map(addressLabel)).toEqual(['1 幢 1 单元 101', '2 幢 101', '2 幢 1 单元 201', '2 幢 1 单元 1001', '10 幢 1 单元 101'])
  })

  test('that differs is another one', () => {
    const orders = [['1', '11', '1'], ['11', '1', '1'], ['1', '1', '11'], ['1', '', '11']].map(([building, unit, room]) => addressOrder({ building: building!, unit: unit!, room: room! }))
    expect(new Set(orders).size).toBe(4)
  })
})

const ZH = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']
/** As it is said: 101 is 一百零一. */
function said(number: number): string {
  if (number < 20 && number >= 10) return `十${number === 10 ? '' : ZH[number - 10]}`
  const digits = [...String(number)].map(Number)
  const words = digits.map((digit, index) => (digit === 0 ? '零' : ZH[digit]! + ['', '十', '百', '千'][digits.length - 1 - index]!)).join('')
  return number === 0 ? '零' : words.replace(/零+$/, '').replace(/零+/g, '零')
}
const wide = (text: string) => [...text].map((letter) => (letter >= '!' && letter <= '~' ? String.fromCharCode(letter.charCodeAt(0) + 0xfee0) : letter)).join('')
const number = fc.integer({ min: 0, max: 9999 })
const WAYS: readonly ((value: number) => string)[] = [String, (value) => `${value}.0`, (value) => `0${value}`, said, (value) => [...String(value)].map((digit) => ZH[Number(digit)]!).join(''), (value) => wide(String(value)), (value) => `${value}.00000000000006`]
const UNSEEN = ['', '\u200b', '\ufeff', '\u00a0', ' ', '\u3000', '\u202d', '\u00ad', '\u2060', '\t']
const way = fc.constantFrom(...WAYS)
const unseen = fc.constantFrom(...UNSEEN)
const spelledBy = (endings: readonly string[]) => fc.tuple(way, fc.constantFrom('', '第'), fc.constantFrom(...endings), unseen, unseen, unseen).map(([write, before, after, a, b, c]) => (value: number) => `${a}${before}${b}${write(value)}${after}${c}`)
const spelling = fc.tuple(spelledBy(['', '幢', '栋', '号楼', '楼', '座', '号', '#', '#楼', '＃']), spelledBy(['', '单元', '#', '号单元']), spelledBy(['', '室', '号', '房', '号房', '号室', '房间', '#', '户']))
const plain = fc.tuple(number, number, number)

describe('addresses of all doors in all spellings', () => {
  test('any spelling of a door is that door: one form, one household', () => {
    fc.assert(
      fc.property(plain, spelling, ([building, unit, room], [b, u, r]) => {
        const typed = { building: b(building), unit: u(unit), room: r(room) }
        const meant = { building: String(building), unit: String(unit), room: String(room) }
        expect(plainAddress(typed)).toEqual(meant)
        expect(addressOrder(typed)).toBe(addressOrder(meant))
      }),
      { numRuns: 1000 },
    )
  })

  test('two different doors never fall together, with letters, strokes and without units', () => {
    const part = fc.oneof(number.map(String), fc.tuple(number, fc.constantFrom('A', 'B', 'O', '-A', '-1', '-11', '甲', '东')).map(([value, rest]) => `${value}${rest}`), fc.constantFrom('A', 'A1', 'A-1', '-1', '甲', '东一', '东1', '1', '10', '11', '1-1', '1-11', '11-1'))
    const door = fc.record({ building: part, unit: fc.oneof(fc.constant(''), part), room: part })
    const keyOf = ({ building, unit, room }: Address) => JSON.stringify([building, unit, room])
    fc.assert(fc.property(door, door, (one, other) => expect(addressOrder(one) === addressOrder(other)).toBe(keyOf(one) === keyOf(other))), { numRuns: 2000 })
  })

  test.each([
    [['1', '11', '1'], ['11', '1', '1']],
    [['1', '', '11-1'], ['1', '', '1-11']],
    [['1', '', '1A'], ['1', '', '1-A']],
    [['10', '', '1'], ['1.0', '', '1']],
    [['1', '', '301'], ['1', '', '3-01']],
    [['-1', '', '101'], ['1', '', '101']],
    [['1', '', '-101'], ['1', '', '101']],
    [['1', '1', ''], ['1', '', '1']],
    [['一百一', '', '1'], ['101', '', '1']],
    [['三江', '', '1'], ['3', '', '1']],
  ])('%p is another door than %p', (one, other) => {
    const [first, second] = [one, other].map(([building, unit, room]) => ({ building: building!, unit: unit!, room: room! })) as [Address, Address]
    expect(addressOrder(first)).not.toBe(addressOrder(second))
  })

  test('the form of a form is itself, whatever was typed', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123.一十百零〇第号幢楼座单元室房#-AO 东\u200b／'), maxLength: 12 })
    fc.assert(fc.property(fc.record({ building: text, unit: text, room: text }), (typed) => expect(plainAddress(plainAddress(typed))).toEqual(plainAddress(typed))), { numRuns: 2000 })
  })

  test('a name keeps its words; one that differs only in how its number is written looks like it', () => {
    const [named, counted] = [{ building: '东一幢', unit: '', room: '301' }, { building: '东1幢', unit: '', room: '301' }]
    expect([addressLabel(named), addressLabel(counted)]).toEqual(['东一 幢 301', '东1 幢 301'])
    expect(addressOrder(named)).not.toBe(addressOrder(counted))
    expect(addressLook(named)).toBe(addressLook(counted))
    expect(addressLabel({ building: 'B座', unit: '', room: '1' })).toBe('B 幢 1')
  })

  test('nothing of it asks the engine for what WeChat on Android does not have', () => {
    const normalize = jest.spyOn(String.prototype, 'normalize').mockImplementation(function (this: string) { return String(this) })
    expect([addressLabel({ building: '第１２幢', unit: '一单元', room: '３０１号房' }), readMobile('１３８００００００01')]).toEqual(['12 幢 1 单元 301', '13800000001'])
    normalize.mockRestore()
  })
})

describe('a phone number on the roster', () => {
  test.each(['13800000001', '138 0000 0001', '138-0000-0001', '+8613800000001', '+86 138 0000 0001', '0086-13800000001', '１３８００００００01', '13800000001.0', '\u202d138\u200b00000001\u202c', '\ufeff138\u00a00000\u00ad0001'])('%s is a mobile', (text) => expect(readMobile(text)).toBe('13800000001'))
  test.each(['', '1380000000', '138000000012', '12800000001', '0512-12345678', '+85213800000001', '手机'])('%p is none', (text) => expect(readMobile(text)).toBeNull())
})
