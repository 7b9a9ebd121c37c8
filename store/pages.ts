import type { Cursor } from '../types/cursor'
import { PAGE_MAX, type Condition, type Filter, type Order, type Query, type Stored } from './database'

/** A list, and the one field it is ordered by. Where that may be null it is walked upwards: nulls stand before everything else. */
export type Walk = { readonly where: Filter; readonly orderBy: readonly [Order[number]]; readonly fields?: readonly string[] }
/** `next` null: that was all. */
export type Page<T> = { readonly items: readonly T[]; readonly next: Cursor | null }
type Find<T> = (query: Query) => Promise<readonly T[]>

/**
 * 翻页: the next so many of a list. It is asked for from the last value on, and what was given of that value is left out by its ids, so that a page costs the same
 * wherever it stands, and nothing that comes in or goes makes it repeat or lose something. An index serves it that ends with the field of the order.
 */
export async function nextPage<T extends Stored>(find: Find<T>, { where, orderBy, fields }: Walk, size: number, after: Cursor | null = null): Promise<Page<T>> {
  const [[field]] = orderBy
  const given = new Set(after?.given)
  const limit = size + 1 + given.size
  if (size < 1 || limit > PAGE_MAX) throw new Error(`a list by ${field} has ${given.size} of one value: order it by another field`)
  const found = await find({ where: after ? from(where, orderBy[0], after.value) : where, orderBy, limit, ...(fields && { fields: withField(fields, field) }) })
  const left = found.filter(({ _id }) => !given.has(_id))
  const items = left.slice(0, size)
  const last = items[size - 1]
  if (last === undefined || left.length === size) return { items, next: null }
  const value = valueOf(last, field)
  const same = items.filter((item) => valueOf(item, field) === value).map(({ _id }) => _id)
  return { items, next: { value, given: after?.value === value ? [...after.given, ...same] : same } }
}

/** Everything a list has, page by page. */
export async function everyPage<T extends Stored>(find: Find<T>, walk: Walk): Promise<readonly T[]> {
  const all: T[] = []
  let after: Cursor | null = null
  do {
    const given: readonly string[] = after?.given ?? []
    const { items, next }: Page<T> = await nextPage(find, walk, PAGE_MAX - 1 - given.length, after)
    all.push(...items)
    after = next
  } while (after !== null)
  return all
}

const valueOf = (document: Stored, field: string): Cursor['value'] => (field.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | null | undefined)?.[part], document) ?? null) as Cursor['value']
/** The database refuses to be asked for a field and for a part of it. */
const withField = (fields: readonly string[], field: string): readonly string[] => (fields.some((each) => `${field}.`.startsWith(`${each}.`)) ? fields : [...fields, field])

/** What is asked for anyway, and from this value on. */
function from(where: Filter, [field, direction]: Order[number], value: Cursor['value']): Filter {
  const asked = where[field]
  // Upwards everything stands behind the nulls, and downwards nothing.
  if (value === null) return direction === 'asc' ? where : { ...where, [field]: null }
  return { ...where, [field]: narrowed(asked, direction, value) }
}

function narrowed(asked: Condition | undefined, direction: 'asc' | 'desc', value: string | number): Condition {
  if (asked === undefined) return direction === 'asc' ? { gte: value } : { lte: value }
  // One value: all of it is a tie.
  if (asked === null || typeof asked !== 'object') return asked
  if ('in' in asked) return { in: asked.in.filter((each) => typeof each === typeof value && (direction === 'asc' ? each! >= value : each! <= value)) }
  // Its own bound on that side lies further out.
  const { gt: _gt, gte: _gte, ...upper } = asked
  const { lt: _lt, lte: _lte, ...lower } = asked
  return direction === 'asc' ? { ...upper, gte: value } : { ...lower, lte: value }
}
