/**
 * 翻到哪里: up to which value of the field it is ordered by a list was given, and, where the page ended among several of that value, up to which id. It holds whatever comes in or goes
 * meanwhile, and no place is counted from the beginning. `kept`: what the list itself has to know again on its later pages.
 */
export type Cursor = { readonly value: string | number | null; readonly id: string | null; readonly kept: readonly (string | number)[] }

/** So much does a list keep from page to page. */
export const KEPT_MAX = 200

export const writeCursor = ({ value, id, kept }: Cursor): string => JSON.stringify([value, id, ...kept])

/** null: no cursor of ours. */
export function readCursor(text: string): Cursor | null {
  try {
    const read: unknown = JSON.parse(text)
    if (!Array.isArray(read) || read.length < 2 || read.length > 2 + KEPT_MAX) return null
    const [value, id, ...kept] = read as readonly unknown[]
    return (value === null || isText(value) || isNumber(value)) && (id === null || isText(id)) && kept.every((each) => isText(each) || isNumber(each)) ? { value, id, kept } : null
  } catch {
    return null
  }
}
const isText = (value: unknown): value is string => typeof value === 'string'
const isNumber = (value: unknown): value is number => Number.isFinite(value)
