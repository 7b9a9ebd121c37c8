import { addressLabel } from '../../../domain/household/address'
import { homeSpot } from '../../../domain/household/homeSpot'

const spots = [{ id: 'gate', name: '南大门' }, { id: 'b3', name: '3 幢' }, { id: 'b13', name: '13号楼' }, { id: 'bA', name: 'A座' }]

it.each([
  ['3', 'b3'],
  ['03幢', 'b3'],
  ['13', 'b13'],
  ['a', 'bA'],
  ['第十三栋', 'b13'],
  ['3.0', 'b3'],
  ['1', null],
] as const)('who lives in building %s finds the spot %s', (building, spot) => {
  expect(homeSpot(addressLabel({ building, unit: '2', room: '501' }), spots)).toBe(spot)
})

it('a label without a building finds nothing', () => {
  expect(homeSpot('', spots)).toBeNull()
})
