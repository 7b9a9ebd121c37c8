import { addressLabel, addressOrder, plainAddress } from '../../../domain/household/address'
import { readMobile } from '../../../domain/household/phone'

describe('an address on the roster', () => {
  test.each([
    ['3', '2', '501'],
    ['3幢', '2单元', '501室'],
    [' 03 栋', '0２单元 ', '0501 室'],
    ['３号楼', '2', '501号'],
    ['3#', '2#', '501#'],
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

describe('a phone number on the roster', () => {
  test.each(['13800000001', '138 0000 0001', '138-0000-0001', '+8613800000001', '+86 138 0000 0001', '0086-13800000001', '１３８００００００01'])('%s is a mobile', (text) => expect(readMobile(text)).toBe('13800000001'))
  test.each(['', '1380000000', '138000000012', '12800000001', '0512-12345678', '+85213800000001', '手机'])('%p is none', (text) => expect(readMobile(text)).toBeNull())
})
