import { Text, View } from '@tarojs/components'
import type { Category } from '../../../domain/rulebook/edition'
import { deadlineFor } from '../../../domain/time/deadline'
import { spokenEnd } from '../../../domain/time/spokenTime'
import { Notice } from '@/components/Notice'
import { useHeardNow } from '@/services/useNow'
import { pauseWords } from '../countdownWords'
import { limitWords } from '../limitWords'
import { useRules } from '../useRules'
import './style.scss'

/** 承诺时限 before it is dispatched: the time of the clock it would be over by if it were dispatched now, and below it the rulebook's limit. */
export function PromisedLimit({ category }: { category: Category | undefined }) {
  const rules = useRules()
  const now = useHeardNow(60_000)
  if (!category) return <Notice tone='info' icon='timer' words='考核办看过、派给物业以后，会告诉您几点之前处理。' />
  const limit = `从派给物业算起，${limitWords(category.limit)}内处理`
  const deadline = rules && now !== null && deadlineFor(rules.calendar, { from: now, limit: category.limit })
  if (!rules || now === null || !deadline || !deadline.ok) return <Notice tone='info' icon='timer' words={`${limit}。`} />
  // Working days are counted from the day after: whether the clock stands at this hour moves nothing.
  const standing = category.limit.unit === 'day' ? '派出当天不算' : pauseWords(rules.calendar, now)
  return (
    <Notice tone='info' icon='timer' words={`现在就派的话，${spokenEnd(deadline.dueAt, now)}前处理${deadline.provisional ? '（暂定，放假安排还没发布）' : ''}`}>
      <View className='promised-limit__small'><Text>{[limit, standing].filter(Boolean).join('。')}。</Text></View>
    </Notice>
  )
}
