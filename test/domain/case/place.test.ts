import { isSamePlace, mayBeSamePlace, type Place } from '../../../domain/case/place'

/** A metre of latitude is 1/111,320 of a degree anywhere; of longitude, at 31.5° north, 1/(111,320 · cos 31.5°) = 1/94,915.4. */
const here: Place = { location: { latitude: 31.5, longitude: 120.3 } }
const north = (metres: number): Place => ({ location: { latitude: 31.5 + metres / 111_320, longitude: 120.3 } })
const east = (metres: number): Place => ({ location: { latitude: 31.5, longitude: 120.3 + metres / 94_915.4 } })

describe('two reports are about the same place', () => {
  it.each([
    [0, true],
    [29.9, true],
    [30.1, false],
    [300, false],
  ])('when only coordinates are known and lie %p m apart: %p', (metres, same) => {
    for (const there of [north(metres), north(-metres), east(metres), east(-metres)]) {
      expect(isSamePlace(here, there)).toBe(same)
      expect(isSamePlace(there, here)).toBe(same)
    }
  })

  it('thirty metres to the hair are within thirty metres', () => {
    // 18, 24 and 30 make a right angle, and at the equator the arithmetic of these numbers is exact.
    const origin = { location: { latitude: 0, longitude: 0 } }
    const away = (metres: number): Place => ({ location: { latitude: 18 / 111_320, longitude: metres / 111_320 } })
    expect(isSamePlace(origin, away(24))).toBe(true)
    expect(isSamePlace(origin, away(24.000_001))).toBe(false)
  })

  it('thirty metres are measured straight, not along the two axes', () => {
    const diagonal = (metres: number): Place => ({ location: { latitude: 31.5 + metres / 111_320, longitude: 120.3 + metres / 94_915.4 } })
    expect(isSamePlace(here, diagonal(21.1))).toBe(true)
    expect(isSamePlace(here, diagonal(21.3))).toBe(false)
  })

  it.each<[string, Place, Place, boolean]>([
    ['the same spot is, whatever the coordinates say', { ...here, spotId: 'gate' }, { ...north(300), spotId: 'gate' }, true],
    ['the same spot is, whatever was written beside it', { spotId: 'gate', detail: '左侧' }, { spotId: 'gate', detail: '右侧' }, true],
    ['two spots are not, however near', { ...here, spotId: 'gate' }, { ...here, spotId: 'garden' }, false],
    ['a spot and bare coordinates are not, however near', { ...here, spotId: 'gate' }, here, false],
    ['nothing known on both sides is not', {}, {}, false],
    ['nothing known on one side is not', here, { detail: '3号楼' }, false],
  ])('%s', (_, a, b, same) => {
    expect(isSamePlace(a, b)).toBe(same)
    expect(isSamePlace(b, a)).toBe(same)
  })

  it.each<[string, Place, Place, boolean]>([
    ['words on one side', { spotId: 'gate' }, { detail: '3号楼前' }, true],
    ['words on both sides', { detail: '3号楼前' }, { detail: '门口' }, true],
    ['a spot and coordinates', { spotId: 'gate' }, here, true],
    ['the same spot', { spotId: 'gate' }, { spotId: 'gate' }, true],
    ['two spots', { spotId: 'gate' }, { spotId: 'garden', detail: '门口' }, false],
    ['coordinates within thirty metres', here, north(20), true],
    ['coordinates far apart', here, north(300), false],
  ])('%s may be offered as the same place, or not', (_, a, b, may) => {
    expect(mayBeSamePlace(a, b)).toBe(may)
    expect(mayBeSamePlace(b, a)).toBe(may)
  })
})
