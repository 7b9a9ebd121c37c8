/** A rectangle to be blackened, in thousandths of the photo's width and height: the same on every screen and in the file. */
export type Mark = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
export type Spot = { readonly x: number; readonly y: number }

export const WHOLE = 1000
/** Less than this is a tap, not a rectangle. */
const SIZE_MIN = 20
/** About a face in the middle distance. */
const PLACED = { width: 200, height: 200 } as const
const ROWS_AND_COLUMNS = 3

const between = (value: number, min: number, max: number): number => Math.round(Math.min(max, Math.max(min, value)))

function inside({ left, top, width, height }: Mark): Mark {
  const [wide, high] = [between(width, SIZE_MIN, WHOLE), between(height, SIZE_MIN, WHOLE)]
  return { left: between(left, 0, WHOLE - wide), top: between(top, 0, WHOLE - high), width: wide, height: high }
}

/** What a finger or a mouse has drawn from one corner to the other; null for a tap. What leaves the photo ends at its edge. */
export function drawnMark(from: Spot, to: Spot): Mark | null {
  const [x, y] = [[from.x, to.x], [from.y, to.y]].map((ends) => ends.map((end) => between(end, 0, WHOLE)).sort((a, b) => a - b))
  const mark = { left: x![0]!, top: y![0]!, width: x![1]! - x![0]!, height: y![1]! - y![0]! }
  return mark.width < SIZE_MIN || mark.height < SIZE_MIN ? null : mark
}

/** One in the middle of a ninth of the photo, counted from the upper left. */
export function placedMark(ninth: number): Mark {
  const middle = (index: number) => ((index + 0.5) / ROWS_AND_COLUMNS) * WHOLE
  return inside({ ...PLACED, left: middle(ninth % ROWS_AND_COLUMNS) - PLACED.width / 2, top: middle(Math.floor(ninth / ROWS_AND_COLUMNS)) - PLACED.height / 2 })
}

export const movedMark = (mark: Mark, right: number, down: number): Mark => inside({ ...mark, left: mark.left + right, top: mark.top + down })

/** Around its middle, so that what it hides stays hidden. */
export const grownMark = (mark: Mark, wider: number, higher: number): Mark => inside({ left: mark.left - wider / 2, top: mark.top - higher / 2, width: mark.width + wider, height: mark.height + higher })

const covers = ({ left, top, width, height }: Mark, { x, y }: Spot): boolean => x >= left && x <= left + width && y >= top && y <= top + height

/** The uppermost mark at a spot; -1 where there is none. */
export const markAt = (marks: readonly Mark[], spot: Spot): number => marks.reduce((found, mark, index) => (covers(mark, spot) ? index : found), -1)
