import fc from 'fast-check'
import { isSamePlace, mayBeSamePlace, placeKey, placeKeys, type Place } from '../../../domain/case/place'

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

describe('an index of places', () => {
  const spot = fc.constantFrom('gate', 'garden', 'map:1:2', 'words')
  const metres = fc.integer({ min: -60, max: 60 })
  /** Around one point, from the far south to the far north of what could be a town. */
  const around = (latitude: number, longitude: number): fc.Arbitrary<Place> =>
    fc.record({ spotId: spot, location: fc.tuple(metres, metres).map(([n, e]) => ({ latitude: latitude + n / 111_320, longitude: longitude + e / (111_320 * Math.cos((latitude * Math.PI) / 180)) })), detail: fc.constantFrom('后面', '') }, { requiredKeys: [] })
  const two = fc.tuple(fc.double({ min: -70, max: 70, noNaN: true }), fc.double({ min: -170, max: 170, noNaN: true })).chain(([latitude, longitude]) => fc.tuple(around(latitude, longitude), around(latitude, longitude)))

  it('has every place that is the same under one of a few keys', () => {
    let same = 0
    fc.assert(
      fc.property(two, ([one, other]) => {
        const keys = placeKeys(one)
        expect(keys.length).toBeLessThanOrEqual(48)
        if (!isSamePlace(one, other)) return
        same += 1
        expect(keys).toContain(placeKey(other))
      }),
      { numRuns: 3_000 },
    )
    expect(same).toBeGreaterThan(200)
  })

  it('finds nothing where a place is told in words only, and not everything at the pole', () => {
    expect(placeKeys({ detail: '后面' })).toEqual([])
    expect(placeKeys({ location: { latitude: 90, longitude: 0 } }).length).toBeLessThanOrEqual(48)
  })
})
