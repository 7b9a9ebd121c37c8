import { Button } from '@/components/Button'
import { Refusal } from '@/components/Refusal'
import { Timeline } from '@/components/Timeline'
import { useNow } from '@/services/useNow'
import { useReader } from '../useReader'
import type { ReadCase } from './CaseStory'
import { lastSaid } from './lastSaid'
import { momentsOf, photosAbove } from './momentsOf'
import { useOlderWords } from './useOlderWords'

/** 经过, from the beginning: every step, and what residents said, the oldest of it on demand. `belowLastWords`: where these stand above it, with their photos. */
export function Story({ case_, belowLastWords }: { case_: ReadCase; belowLastWords?: boolean }) {
  const now = useNow(60_000)
  const reader = useReader()
  const { story, hasMore, more, loading, trouble } = useOlderWords(case_)
  return (
    <>
      {trouble && <Refusal words={trouble.words} />}
      {hasMore && <Button kind='quiet' icon='history' words='看更早的居民反映' sending={loading} sendingWords='正在读取…' onPress={() => void more()} />}
      <Timeline moments={momentsOf({ timeline: story }, now, reader, [...photosAbove(case_), ...((belowLastWords && lastSaid(case_)?.photos) || [])])} />
    </>
  )
}

/** How many steps are told; where older words wait to be asked for, at least so many. */
export const stepsWords = ({ timeline, nextCursor }: Pick<ReadCase, 'timeline' | 'nextCursor'>): string => `经过（${timeline.length} 步${nextCursor === null ? '' : '以上'}）`
