import type { Category } from '../../../domain/rulebook/edition'
import { deadlineFor } from '../../../domain/time/deadline'
import { Notice } from '@/components/Notice'
import { pauseWords } from '@/domainViews/countdownWords'
import { limitWords } from '@/domainViews/limitWords'
import { endWords } from '@/domainViews/momentWords'
import { useRules } from '@/domainViews/useRules'
import { useHeardNow } from '@/services/useNow'

/** 承诺时限 before it is sent: the rulebook's limit, and when that would be if it were dispatched now. */
export function PromisedLimit({ category }: { category: Category | undefined }) {
  const rules = useRules()
  const now = useHeardNow(60_000)
  if (!category) return <Notice tone='info' icon='timer' words='考核办判断类别、立案派遣后，会告诉您几时之前处置。' />
  const limit = `${category.name}：派给物业后 ${limitWords(category.limit)}内处置`
  const deadline = rules && now !== null && deadlineFor(rules.calendar, { from: now, limit: category.limit })
  if (!rules || now === null || !deadline || !deadline.ok) return <Notice tone='info' icon='timer' words={`${limit}。`} />
  const standing = pauseWords(rules.calendar, now)
  const expected = `如果现在就派，预计${endWords(deadline.dueAt, now)}前${deadline.provisional ? '（暂定，放假安排还没发布）' : ''}`
  return <Notice tone='info' icon='timer' words={`${limit}，${expected}。${standing ? `${standing}。` : ''}`} />
}
