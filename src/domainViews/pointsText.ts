/** 分 of centipoints: 93.45, 93.5, 93; a true minus sign, so that it stands in line with the plus. */
export function pointsText(points: number): string {
  const [whole, rest] = [Math.floor(Math.abs(points) / 100), Math.abs(points) % 100]
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(2, '0').replace(/0$/, '')}`
  return `${points < 0 ? '−' : ''}${whole}${fraction}`
}

/** +5, −2, 0: what an entry moves. */
export const signedPoints = (points: number): string => (points > 0 ? `+${pointsText(points)}` : pointsText(points))

/** 93.40: two places, for figures that stand below each other. */
export const scoreText = (points: number): string => `${points < 0 ? '−' : ''}${Math.floor(Math.abs(points) / 100)}.${String(Math.abs(points) % 100).padStart(2, '0')}`

/** 3000 元, of fen. */
export const yuanText = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2))
