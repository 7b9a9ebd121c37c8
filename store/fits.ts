import type { Condition, Filter } from './database'

/** Whether a document that is here already is one that a query would find. Plain fields only, as our queries name them. */
export const fits = (document: object, where: Filter): boolean => Object.entries(where).every(([field, condition]) => holds((document as Record<string, unknown>)[field], condition))

function holds(value: unknown, condition: Condition): boolean {
  // As in the database, one of several does. What we ask of lists is never two things at once, nor that nothing stands there.
  if (Array.isArray(value)) return value.some((each) => holds(each, condition))
  if (condition === null || typeof condition !== 'object') return value === condition
  if ('in' in condition) return condition.in.some((each) => each === value)
  if (condition.not === null && (value === null || value === undefined)) return false
  // As in the database, a number is never compared with a text.
  const compares = (bound: number | string | undefined, isInside: (value: number | string, bound: number | string) => boolean) =>
    bound === undefined || (typeof value === typeof bound && isInside(value as number | string, bound))
  return compares(condition.gt, (a, b) => a > b) && compares(condition.gte, (a, b) => a >= b) && compares(condition.lt, (a, b) => a < b) && compares(condition.lte, (a, b) => a <= b)
}
