/** A share of whole numbers as percent, with so many places. `to`: to the nearest, or cut, where a figure must not look as if it reached a mark. */
function percent(part: number, of: number, places: 1 | 2, to: 'nearest' | 'below' | 'above'): string {
  if (of <= 0) return '0%'
  const scale = 10 ** places
  const [top, twice] = [part * 100 * scale * 2, of * 2]
  const units = to === 'below' ? Math.floor(top / twice) : to === 'above' ? Math.ceil(top / twice) : Math.floor((top + of) / twice)
  return `${Math.floor(units / scale)}.${String(units % scale).padStart(places, '0')}%`
}

/** 75.73%: rounded here and nowhere else; what is decided is decided by whole numbers. */
export const rateText = (part: number, of: number): string => percent(part, of, 2, 'nearest')
/** 79.8%, cut: 79.99 % is not shown as the 80 % that it has not reached. */
export const coverageText = (part: number, of: number): string => percent(part, of, 1, 'below')
/** The ends of a range, outwards. */
export const lowerEnd = (part: number, of: number): string => percent(part, of, 1, 'below')
export const upperEnd = (part: number, of: number): string => percent(part, of, 1, 'above')
