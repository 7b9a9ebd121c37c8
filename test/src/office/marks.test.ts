import fc from 'fast-check'
import { WHOLE, drawnMark, grownMark, markAt, movedMark, placedMark, type Mark } from '@/office/redact/marks'

const spot = fc.record({ x: fc.integer({ min: -500, max: 1500 }), y: fc.integer({ min: -500, max: 1500 }) })
const step = fc.integer({ min: -1500, max: 1500 })
const isOnThePhoto = ({ left, top, width, height }: Mark) => left >= 0 && top >= 0 && width > 0 && height > 0 && left + width <= WHOLE && top + height <= WHOLE && [left, top, width, height].every(Number.isInteger)

it('whatever is drawn stays on the photo, from whichever corner it was begun', () => {
  fc.assert(fc.property(spot, spot, (from, to) => {
    const mark = drawnMark(from, to)
    expect(drawnMark(to, from)).toEqual(mark)
    expect(mark === null || isOnThePhoto(mark)).toBe(true)
  }))
})

it.each([
  [19, 500, null],
  [20, 500, { left: 100, top: 100, width: 20, height: 500 }],
  [500, 19, null],
])('%i by %i thousandths: less than 20 is a tap', (wide, high, mark) => {
  expect(drawnMark({ x: 100, y: 100 }, { x: 100 + wide, y: 100 + high })).toEqual(mark)
})

it('no row of buttons brings a mark off the photo or makes it vanish', () => {
  const deed = fc.record({ right: step, down: step, wider: step, higher: step })
  fc.assert(fc.property(fc.integer({ min: 0, max: 8 }), fc.array(deed, { maxLength: 20 }), (ninth, deeds) => {
    const mark = deeds.reduce((now, { right, down, wider, higher }) => grownMark(movedMark(now, right, down), wider, higher), placedMark(ninth))
    expect(isOnThePhoto(mark)).toBe(true)
  }))
})

it('what is made larger still covers what it covered', () => {
  expect(grownMark({ left: 400, top: 400, width: 200, height: 200 }, 50, 0)).toEqual({ left: 375, top: 400, width: 250, height: 200 })
  expect(grownMark({ left: 0, top: 0, width: 200, height: 200 }, 50, 50)).toEqual({ left: 0, top: 0, width: 250, height: 250 })
})

it.each([[0, 67, 67], [4, 400, 400], [8, 733, 733]])('the %ith of nine places begins at %i, %i', (ninth, left, top) => {
  expect(placedMark(ninth)).toMatchObject({ left, top })
})

it('a tap takes up the mark on top', () => {
  const marks = [{ left: 0, top: 0, width: 500, height: 500 }, { left: 400, top: 400, width: 200, height: 200 }]
  expect(markAt(marks, { x: 450, y: 450 })).toBe(1)
  expect(markAt(marks, { x: 100, y: 100 })).toBe(0)
  expect(markAt(marks, { x: 900, y: 100 })).toBe(-1)
})
