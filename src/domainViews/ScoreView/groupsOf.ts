import { dayNumberOf } from '../../../domain/time/beijing'
import type { Entry } from './index'

/** Entries of one kind and day, told together. */
export type EntryGroup = { readonly key: string; readonly entries: readonly [Entry, ...Entry[]] }

const kindOf = ({ rule, points, factAt, reversed, basis }: Entry): string => [rule, Math.sign(points), dayNumberOf(factAt), reversed, basis.kind].join('|')

/** Newest first; a group stands where its newest entry would. */
export function groupsOf(entries: readonly Entry[]): EntryGroup[] {
  const groups = new Map<string, [Entry, ...Entry[]]>()
  for (const entry of [...entries].sort((a, b) => b.factAt - a.factAt || b.seq - a.seq)) {
    const group = groups.get(kindOf(entry))
    if (group) group.push(entry)
    else groups.set(kindOf(entry), [entry])
  }
  return [...groups].map(([key, group]) => ({ key, entries: group }))
}
