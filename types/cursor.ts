/** 翻到哪里: up to which value of the field it is ordered by a list was given, and what of that very value. It holds whatever comes in or goes meanwhile, and no place is counted from the beginning. */
export type Cursor = { readonly value: string | number | null; readonly given: readonly string[] }

/** So many of one value, and a page with them, are found by one query of the database. */
const GIVEN_MAX = 800

export const writeCursor = ({ value, given }: Cursor): string => JSON.stringify([value, ...given])

/** null: no cursor of ours. */
export function readCursor(text: string): Cursor | null {
  try {
    const read: unknown = JSON.parse(text)
    if (!Array.isArray(read) || read.length === 0) return null
    const [value, ...given] = read as readonly unknown[]
    return isValue(value) && given.length <= GIVEN_MAX && given.every((id) => typeof id === 'string') ? { value, given } : null
  } catch {
    return null
  }
}
const isValue = (value: unknown): value is Cursor['value'] => value === null || typeof value === 'string' || Number.isFinite(value)
