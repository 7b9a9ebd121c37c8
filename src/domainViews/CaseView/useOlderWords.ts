import { useState } from 'react'
import { call } from '@/services/call'
import { troubleOf, type Trouble } from '@/services/trouble'
import type { ReadCase } from './CaseStory'

type Item = ReadCase['timeline'][number]
/** What the story of a case is besides its first page, and where its next page begins. */
type Older = { readonly items: readonly Item[]; readonly cursor: string | null }

/** Each once, the newer reading of it, in order. */
const joined = (older: readonly Item[], newer: readonly Item[]): readonly Item[] => {
  const here = new Set(newer.map(({ id }) => id))
  return [...older.filter(({ id }) => !here.has(id)), ...newer].sort((a, b) => a.at - b.at)
}

/** What residents said comes in pages, the newest with the case itself: the story with as many older pages as were asked for. */
export function useOlderWords({ summary, timeline, nextCursor }: ReadCase) {
  const [older, setOlder] = useState<Older>()
  const [loading, setLoading] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const cursor = older ? older.cursor : nextCursor

  async function more() {
    if (cursor === null || loading) return
    setLoading(true)
    setTrouble(undefined)
    try {
      const page = await call('readCase', { caseId: summary.id, cursor })
      // What stands on the first page now may be on none when somebody goes on talking.
      setOlder({ items: joined(page.timeline, joined(older?.items ?? [], timeline)), cursor: page.nextCursor })
    } catch (error) {
      setTrouble(troubleOf(error))
    }
    setLoading(false)
  }
  return { story: joined(older?.items ?? [], timeline), hasMore: cursor !== null, more, loading, trouble }
}
