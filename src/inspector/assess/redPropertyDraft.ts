import type { Edition, RedPropertyItem, RedPropertyPart } from '../../../domain/rulebook/edition'

export type Mark = { points: number | null; evidence: string }
export type RedPropertyDraft = { estateId: string | null; factOn: string; hasPartyOrganisation: 'yes' | 'no' | null; marks: Record<string, Mark> }
export const NO_MARK: Mark = { points: null, evidence: '' }
export const EMPTY_SHEET: RedPropertyDraft = { estateId: null, factOn: '', hasPartyOrganisation: null, marks: {} }

export const itemsOf = (part: RedPropertyPart): readonly RedPropertyItem[] => part.sections.flatMap(({ items }) => items)

/** What keeps an item from being sent: every item is scored, and points rest on evidence. */
export function wrongWith(mark: Mark): string | null {
  if (mark.points === null) return '还没有评分'
  return mark.points > 0 && mark.evidence.trim() === '' ? '得分的要写明依据' : null
}

export type Tally = { points: number; scored: number; items: number; wrong: number }
/** 小计 of some items. */
export function tallyOf(items: readonly RedPropertyItem[], marks: RedPropertyDraft['marks']): Tally {
  const given = items.map(({ code }) => marks[code] ?? NO_MARK)
  return {
    points: given.reduce((sum, { points }) => sum + (points ?? 0), 0),
    scored: given.filter(({ points }) => points !== null).length,
    items: items.length,
    wrong: given.filter((mark) => wrongWith(mark) !== null).length,
  }
}

export const allItems = (edition: Edition): readonly RedPropertyItem[] => edition.redProperty.parts.flatMap(itemsOf)
