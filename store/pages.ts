import type { Cursor } from '../types/cursor'
import { PAGE_MAX, type Condition, type Filter, type Order, type Query, type Scalar, type Stored } from './database'
import { fits } from './fits'

/** A list, and the one field it is ordered by; what is of one value stands by its ids. Where that field may be null it is walked upwards: nulls stand before everything else. */
export type Walk = { readonly where: Filter; readonly orderBy: readonly [Order[number]]; readonly fields?: readonly string[] }
/** `next` null: that was all. */
export type Page<T> = { readonly items: readonly T[]; readonly next: Cursor | null }
type Find<T> = (query: Query) => Promise<readonly T[]>

const BY_ID: Walk['orderBy'] = [['_id', 'asc']]

/**
 * 翻页: the next so many of a list. It is asked for beyond the last value, and within that value, where a page ended among many of it, beyond the last id; so that a page costs the same
 * wherever it stands, and nothing that comes in or goes makes it repeat or lose something. An index serves it that ends with the field of the order, and `_id` where many may be of one value.
 */
export async function nextPage<T extends Stored>(find: Find<T>, { where, orderBy, fields }: Walk, size: number, after: Cursor | null = null): Promise<Page<T>> {
  if (size < 1 || size >= PAGE_MAX) throw new Error(`no page has ${size} items`)
  const [[field, direction]] = orderBy
  const ask = async (filter: Filter | null, order: Walk['orderBy'], limit: number): Promise<readonly T[]> =>
    filter === null || limit === 0 ? [] : find({ where: filter, orderBy: order, limit, ...(fields && { fields: withField(fields, field) }) })
  const ofOne = (value: Cursor['value'], id: string | null, limit: number) => ask(only(where, field, value, id), BY_ID, limit)

  const rest = after === null || after.id === null ? [] : await ofOne(after.value, after.id, size + 1)
  const others = await ask(after === null ? where : beyond(where, field, direction, after.value), orderBy, size + 1 - rest.length)
  const found = [...rest, ...others]
  const [last, more] = [found[size - 1], found[size]]
  if (last === undefined || more === undefined) return { items: found, next: null }
  const value = valueOf(last, field)
  const kept = after?.kept ?? []
  if (valueOf(more, field) !== value) return { items: found.slice(0, size), next: { value, id: null, kept } }
  // It ends among several of one value: of them the first by their ids.
  const before = found.filter((item) => valueOf(item, field) !== value)
  const same = rest.length > size ? rest : await ofOne(value, null, size + 1 - before.length)
  const given = same.slice(0, size - before.length)
  return { items: [...before, ...given], next: { value, id: same.length > given.length ? given[given.length - 1]!._id : null, kept } }
}

/** Everything a list has, page by page. */
export async function everyPage<T extends Stored>(find: Find<T>, walk: Walk): Promise<readonly T[]> {
  const all: T[] = []
  let after: Cursor | null = null
  do {
    const { items, next }: Page<T> = await nextPage(find, walk, PAGE_MAX - 1, after)
    all.push(...items)
    after = next
  } while (after !== null)
  return all
}

const valueOf = (document: Stored, field: string): Cursor['value'] => (field.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | null | undefined)?.[part], document) ?? null) as Cursor['value']
/** The database refuses to be asked for a field and for a part of it. */
const withField = (fields: readonly string[], field: string): readonly string[] => (fields.some((each) => `${field}.`.startsWith(`${each}.`)) ? fields : [...fields, field])

/** What is asked for anyway, and of this value only, beyond this id. Null: the list has none of it. */
function only(where: Filter, field: string, value: Cursor['value'], id: string | null): Filter | null {
  const asked = where[field]
  if (asked !== undefined && !fits({ [field]: value }, { [field]: asked })) return null
  const same = { ...where, [field]: value }
  return id === null ? same : beyond(same, '_id', 'asc', id)
}

/** What is asked for anyway, and beyond this value only. A place that the list does not have, as another one's, never widens it. Null: nothing stands there. */
function beyond(where: Filter, field: string, direction: 'asc' | 'desc', value: Cursor['value']): Filter | null {
  const asked = where[field]
  const narrowed = value === null ? behindNulls(asked, direction) : beyondValue(asked, direction, value)
  return narrowed === null ? null : { ...where, [field]: narrowed }
}

/** Upwards everything stands behind them, and downwards nothing. */
function behindNulls(asked: Condition | undefined, direction: 'asc' | 'desc'): Condition | null {
  if (direction === 'desc' || asked === null) return null
  if (asked === undefined) return { not: null }
  return typeof asked === 'object' && 'in' in asked ? oneOf(asked.in.filter((each) => each !== null)) : asked
}
const oneOf = (values: readonly Scalar[]): Condition | null => (values.length > 0 ? { in: values } : null)

function beyondValue(asked: Condition | undefined, direction: 'asc' | 'desc', value: string | number): Condition | null {
  const isUp = direction === 'asc'
  const isBeyond = (each: unknown): boolean => typeof each === typeof value && (isUp ? (each as typeof value) > value : (each as typeof value) < value)
  if (asked === undefined) return isUp ? { gt: value } : { lt: value }
  if (asked === null || typeof asked !== 'object') return isBeyond(asked) ? asked : null
  if ('in' in asked) return oneOf(asked.in.filter(isBeyond))
  const { gt, gte, lt, lte, not } = asked
  const [open, closed] = isUp ? [gt, gte] : [lt, lte]
  // Its own bound may lie further in.
  if (isBeyond(closed) || isBeyond(open) || open === value) return asked
  const ahead = isUp ? { gt: value, ...(lt !== undefined && { lt }), ...(lte !== undefined && { lte }) } : { lt: value, ...(gt !== undefined && { gt }), ...(gte !== undefined && { gte }) }
  return { ...ahead, ...(not === null && { not }) }
}
