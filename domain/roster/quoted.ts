const SHOWN_MAX = 20

/** What stands in a cell, in words of ours: on one line, not longer than an address, and without a number that may be somebody's. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').replace(/\d{7,}/g, (digits) => `${digits.slice(0, 3)}…`)
  return `“${line.length > SHOWN_MAX ? `${line.slice(0, SHOWN_MAX)}…` : line}”`
}
