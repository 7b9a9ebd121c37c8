import { openLaboratory, type Sdk } from './laboratory'

const { run, fail } = openLaboratory({ collections: ['places', 'unindexed'], indexes: { places: [{ name: 'by_at', keys: [['at', '2dsphere']] }] } })

/** Around the People's Square of Shanghai. */
const PLACES = { square: [121.473, 31.23], near: [121.475, 31.231], station: [121.455, 31.249], tower: [121.499, 31.24], beijing: [116.397, 39.908] } as const
beforeAll(() => run(async ({ db, input }) => {
  for (const [name, [longitude, latitude]] of Object.entries<number[]>(input)) await db.collection('places').add({ data: { _id: name, at: db.Geo.Point(longitude, latitude) } })
}, PLACES))

const names = (work: (sdk: Sdk) => unknown) =>
  run(async (sdk) => {
    const { data } = await sdk.db.collection('places').where({ at: eval(`(${(sdk.input as { work: string }).work})`)(sdk) }).get()
    return data.map(({ _id }: { _id: string }) => _id)
  }, { work: work.toString() })

test('a point comes back as a point', async () => {
  expect(
    await run(async ({ db }) => {
      const { at } = (await db.collection('places').doc('square').get()).data
      return [at.constructor.name, at.longitude, at.latitude, JSON.parse(JSON.stringify(at))]
    }),
  ).toEqual(['Point', 121.473, 31.23, { type: 'Point', coordinates: [121.473, 31.23] }])
})

test('every shape of db.Geo comes back as what it was', async () => {
  expect(
    await run(async ({ db }) => {
      const { Point, LineString, Polygon, MultiPoint, MultiLineString, MultiPolygon } = db.Geo
      const [a, b, c] = [Point(0, 0), Point(3, 2), Point(2, 3)]
      const ring = LineString([a, b, c, a])
      await db.collection('unindexed').doc('shapes').set({ data: { line: LineString([a, b]), polygon: Polygon([ring]), points: MultiPoint([a, b]), lines: MultiLineString([LineString([a, b])]), polygons: MultiPolygon([Polygon([ring])]) } })
      const { _id, ...shapes } = (await db.collection('unindexed').doc('shapes').get()).data
      return Object.fromEntries(Object.entries<object>(shapes).map(([name, shape]) => [name, [shape.constructor.name, JSON.parse(JSON.stringify(shape)).type]]))
    }),
  ).toEqual({ line: ['LineString', 'LineString'], polygon: ['Polygon', 'Polygon'], points: ['MultiPoint', 'MultiPoint'], lines: ['MultiLineString', 'MultiLineString'], polygons: ['MultiPolygon', 'MultiPolygon'] })
})

describe('geoNear', () => {
  test('finds the nearest first', async () => {
    expect(await names(({ db, _ }) => _.geoNear({ geometry: db.Geo.Point(121.473, 31.23) }))).toEqual(['square', 'near', 'tower', 'station', 'beijing'])
  })
  test('within its distances, in metres', async () => {
    expect(await names(({ db, _ }) => _.geoNear({ geometry: db.Geo.Point(121.473, 31.23), minDistance: 100, maxDistance: 2720 }))).toEqual(['near', 'tower'])
  })
  test('needs an index', async () => {
    expect(await fail(({ db, _ }) => db.collection('unindexed').where({ at: _.geoNear({ geometry: db.Geo.Point(0, 0) }) }).get())).toMatchObject({ errCode: -502001, errMsg: expect.stringContaining('unable to find index for $geoNear query') })
  })
})

describe('geoWithin', () => {
  test('a polygon', async () => {
    expect(
      (await names(({ db, _ }) => _.geoWithin({ geometry: db.Geo.Polygon([db.Geo.LineString([db.Geo.Point(121.47, 31.22), db.Geo.Point(121.48, 31.22), db.Geo.Point(121.48, 31.24), db.Geo.Point(121.47, 31.24), db.Geo.Point(121.47, 31.22)])]) }))).sort(),
    ).toEqual(['near', 'square'])
  })
  test('a circle, its radius in radians', async () => {
    expect((await names(({ _ }) => _.geoWithin({ centerSphere: [[121.473, 31.23], 3 / 6378.1] }))).sort()).toEqual(['near', 'square', 'station', 'tower'])
  })
})

test('geoIntersects', async () => {
  expect(await names(({ db, _ }) => _.geoIntersects({ geometry: db.Geo.LineString([db.Geo.Point(121.473, 31.23), db.Geo.Point(121.475, 31.231)]) }))).toEqual(expect.arrayContaining(['square', 'near']))
})

test('the stage geoNear tells the distance', async () => {
  const list = await run(async ({ db }) => (await db.collection('places').aggregate().geoNear({ distanceField: 'metres', spherical: true, near: db.Geo.Point(121.473, 31.23), maxDistance: 5000, query: { _id: db.command.neq('square') } }).end()).list)
  expect(list.map(({ _id }: { _id: string }) => _id)).toEqual(['near', 'tower', 'station'])
  expect(list[0].metres).toBeGreaterThan(200)
  expect(list[0].metres).toBeLessThan(240)
})

test('a point that is not on the earth is refused by the SDK', async () => {
  expect((await fail(({ db }) => db.Geo.Point(181, 0))).message).toMatch(/longitude should be a number ranges from -180 to 180/)
})
