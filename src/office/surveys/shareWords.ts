/** 86.25%: cut off and not rounded, so that no share looks as if it had reached a threshold. */
export function shareWords(part: number, of: number): string {
  if (of === 0) return '—'
  const hundredths = Math.floor((part * 10_000) / of)
  return `${String(hundredths / 100)}%`
}
