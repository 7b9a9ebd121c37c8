import { Text, View } from '@tarojs/components'
import type { Actions } from '../../../types/api'
import { Badge } from '@/components/Badge'
import { Card } from '@/components/Card'
import { Countdown } from '@/components/Countdown'
import { Fold } from '@/components/Fold'
import { useNow } from '@/services/useNow'
import { isOnHold, isRunning } from '../caseLines'
import { countdownWords, promiseWords } from '../countdownWords'
import { endWords } from '../momentWords'
import { spokenEnd } from '../../../domain/time/spokenTime'
import { useReader } from '../useReader'
import { useRules } from '../useRules'
import './style.scss'

type DeadlineViewProps = Pick<Actions['readCase']['reply'], 'summary' | 'deadline'>

/** 时限: what is left in working time, when the clock stands, and folded below it how the limit was reckoned, in the server's words. */
export function DeadlineView({ summary, deadline }: DeadlineViewProps) {
  if (!deadline) return null
  return (
    <View className='deadline'>
      <Reading summary={summary} deadline={deadline} />
      {deadline.provisional && (
        <View className='deadline__provisional'>
          <Badge words='暂定' tone='warn' icon='calendarDays' />
          <Text>放假安排还没发布，发布后截止时间可能变动</Text>
        </View>
      )}
      <Card>
        <Fold title='这个时间是怎么算的（时限说明书）'>
          {deadline.explanation.map((line) => <View key={line} className='deadline__line'><Text>{line}</Text></View>)}
        </Fold>
      </Card>
    </View>
  )
}

function Reading({ summary: { state, overdue }, deadline: { dueAt } }: { summary: DeadlineViewProps['summary']; deadline: NonNullable<DeadlineViewProps['deadline']> }) {
  const rules = useRules()
  const now = useNow()
  const isResident = useReader() === 'resident'
  const end = (instant: number) => (isResident ? spokenEnd : endWords)(instant, now)
  if (isOnHold(state)) {
    const value = state === 'returned' ? '等考核办决定' : isResident ? '暂缓处理' : '挂账中'
    return <Countdown caption='暂停，不计时' value={value} lines={dueAt === null ? [] : [`恢复后应在${end(dueAt)}前回复`]} tone='warn' icon='pause' />
  }
  if (dueAt === null) return null
  if (isRunning(state)) return rules ? <Countdown {...(isResident ? promiseWords : countdownWords)(rules.calendar, dueAt, now)} /> : <Countdown caption='时限' value={`${end(dueAt)}前`} />
  return (
    <View className='deadline__done'>
      <Badge words={overdue ? '曾超过时限' : '按时回复'} tone={overdue ? 'urgent' : 'good'} icon={overdue ? 'triangleAlert' : 'circleCheck'} />
      <Text>{isResident ? `说好的时间是${end(dueAt)}前` : `时限是${end(dueAt)}前`}</Text>
    </View>
  )
}
