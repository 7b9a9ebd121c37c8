import type { Actions } from '../../../types/api'
import { Notice } from '@/components/Notice'
import { agoWords } from '@/domainViews/agoWords'
import { CLOCK_JOB } from '@/labels/office'
import { useNow } from '@/services/useNow'

type Clock = Actions['readDesk']['reply']['clock']

/** 计时: whether the clock that reminds, finds the overdue and books the points keeps its time, and if not, what of it is late. */
export function ClockHealth({ clock }: { clock: Clock }) {
  const now = useNow(60_000)
  return (
    <>
      <Health clock={clock} now={now} />
      {clock.backlog && <Notice tone='warn' icon='bell' words={`有 ${clock.backlog.count} 条消息在排队，最早的一条是 ${agoWords(clock.backlog.oldestAt, now)}的。时限提醒排在最前；消息页里都已经能看到。`} />}
    </>
  )
}

function Health({ clock: { state, beganAt, endedAt, jobs }, now }: { clock: Clock; now: number }) {
  const names = jobs.map((job) => CLOCK_JOB[job]).join('、')
  switch (state) {
    case 'well': return <Notice tone='good' icon='timer' words={`计时、提醒和入账正常，${agoWords(endedAt ?? now, now)}运行过`} />
    case 'behind': return <Notice tone='warn' icon='timer' words={`计时正常。事情较多，${names}还没做完，每分钟接着做；晚入账的按事实的时间记，不影响得分。`} />
    case 'failing': return <Notice tone='urgent' icon='timer' words={`计时程序在运行，但${names}有没做成的，每分钟重试；其他工作不受影响。一直这样，请联系技术人员。`} />
    case 'cutShort': return <Notice tone='urgent' icon='timer' words={`计时程序每分钟都在运行，但${endedAt === null ? '还没有' : `从 ${agoWords(endedAt, now)}起没有`}做完过一轮。入账、提醒、消息可能推迟，不会遗漏；请联系技术人员。`} />
    case 'stopped': return <Notice tone='urgent' icon='timer' words={`计时程序没有运行，${beganAt === null ? '还没有运行过' : `上次运行是 ${agoWords(beganAt, now)}`}。提醒和扣分入账已停，恢复后会按事实补上；请联系技术人员。`} />
  }
}
