import type { HandlingLimit } from '../../../domain/rulebook/edition'
import { deadlineFor } from '../../../domain/time/deadline'
import { Notice } from '@/components/Notice'
import { endWords } from '@/domainViews/momentWords'
import type { Rules } from '@/domainViews/useRules'
import { useNow } from '@/services/useNow'

/** The deadline as it would be if it were dispatched now. */
export function DeadlineIfNow({ rules: { calendar }, limit }: { rules: Rules; limit: HandlingLimit }) {
  const now = useNow(60_000)
  const deadline = deadlineFor(calendar, { from: now, limit })
  if (!deadline.ok) return <Notice tone='warn' words={`${deadline.year} 年的工作日历还没有导入，算不出时限，请先导入日历`} />
  return <Notice icon='timer' words={`现在派遣，物业须在${endWords(deadline.dueAt, now)}前回复${deadline.provisional ? '（暂定，放假安排还没发布）' : ''}`} />
}
