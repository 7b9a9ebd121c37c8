import type { Actions } from '../../../types/api'
import { Notice } from '@/components/Notice'
import { agoWords } from '@/domainViews/agoWords'
import { useNow } from '@/services/useNow'

/** 计时: whether the clock that reminds, finds the overdue and books the points has run just now. */
export function ClockHealth({ clock: { healthy, lastRunAt } }: Pick<Actions['readDesk']['reply'], 'clock'>) {
  const now = useNow(60_000)
  if (healthy && lastRunAt !== null) return <Notice tone='good' icon='timer' words={`计时、提醒和入账正常，${agoWords(lastRunAt, now)}运行过`} />
  const since = lastRunAt === null ? '还没有运行过' : `上次运行是 ${agoWords(lastRunAt, now)}`
  return <Notice tone='urgent' icon='timer' words={`计时程序没有运行，${since}。提醒和扣分入账已停，恢复后会按事实补上；请联系技术人员。`} />
}
