import type { CaseSummary } from '../../../types/api/common'
import { Text } from '@tarojs/components'
import { Card } from '@/components/Card'
import { Countdown } from '@/components/Countdown'
import { Press } from '@/components/Press'
import Taro from '@tarojs/taro'
import { isOverdue } from '../../../domain/time/overdue'
import { Stat, Stats } from '@/components/Stat'
import { isOnHold, isRunning } from '@/domainViews/caseLines'
import { caseTitle } from '@/domainViews/caseTitle'
import { countdownWords } from '@/domainViews/countdownWords'
import { useRules } from '@/domainViews/useRules'
import { useNow } from '@/services/useNow'

/** The number of the day: working time left of the case that is due first, and how many there are of each kind. */
export function MostUrgent({ cases, more }: { cases: readonly CaseSummary[]; /** There are others, not read yet. */ more: boolean }) {
  const rules = useRules()
  const now = useNow()
  const running = cases.filter(({ state, dueAt }) => isRunning(state) && dueAt !== null)
  const overdue = running.filter(({ dueAt }) => isOverdue(dueAt!, now))
  const first = [...running].sort((a, b) => a.dueAt! - b.dueAt!)[0]
  if (cases.length === 0) return null
  const told = first && rules && countdownWords(rules.calendar, first.dueAt!, now)
  const what = first && `${caseTitle(first, rules?.edition)}${first.placeText && `（${first.placeText}）`}`
  return (
    <>
      {told && (
        <Press onPress={() => void Taro.navigateTo({ url: `/manager/pages/answer/index?id=${first.id}` })}>
          <Countdown {...told} caption={`最急的一件 · ${told.caption}`} lines={[`${what}`, ...told.lines]} />
        </Press>
      )}
      <Card>
        <Stats>
          <Stat value={String(overdue.length)} unit='件' caption='已超时' tone={overdue.length > 0 ? 'urgent' : undefined} />
          <Stat value={String(running.length - overdue.length)} unit='件' caption='时限内' />
          <Stat value={String(cases.filter(({ state }) => isOnHold(state)).length)} unit='件' caption='暂不计时' />
        </Stats>
        {more && <Text>{`只数了列出的 ${cases.length} 件，后面还有；往下翻到底，就是全部。`}</Text>}
      </Card>
    </>
  )
}
