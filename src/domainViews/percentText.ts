/** A share of whole numbers as percent, with so many places: cut, so that no figure looks as if it had reached a mark, or up to the next. All is 100%; of none there is no share. */
function percent(part: number, of: number, places: 1 | 2, to: 'below' | 'above'): string {
  if (of <= 0) return '—'
  if (part === of) return '100%'
  const scale = 10 ** places
  const share = (part * 100 * scale) / of
  const units = to === 'below' ? Math.floor(share) : Math.ceil(share)
  return `${Math.floor(units / scale)}.${String(units % scale).padStart(places, '0')}%`
}

/** 89.99%, cut: what is no 90 % is not shown as one, for its bonus is not that of 90 % either. What is decided is decided by whole numbers. */
export const rateText = (part: number, of: number): string => percent(part, of, 2, 'below')
/** 79.9%, cut likewise. */
export const coverageText = (part: number, of: number): string => percent(part, of, 1, 'below')
/** The ends of a range, outwards. */
export const lowerEnd = (part: number, of: number): string => percent(part, of, 1, 'below')
export const upperEnd = (part: number, of: number): string => percent(part, of, 1, 'above')
