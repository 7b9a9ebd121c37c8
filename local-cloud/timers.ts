import { Cron } from 'croner'
import type { Clock } from './clock'
import { CloudError } from './errors'
import type { CloudFunction, Trigger } from './functions/catalogue'
import type { Runner } from './functions/runner'

type Timer = { readonly functionName: string; readonly trigger: Trigger; readonly cron: Cron; checkedUntil: number; running: Promise<void> | null }
export type Timers = { tick(): Promise<void>; fire(functionName: string): Promise<unknown>; stop(): void }

const TICK_MILLISECONDS = 1000

/**
 * Fires the functions' timers by the cloud's clock. However far the clock is moved forward, a timer that became due
 * fires once: the platform promises no count either, and a function must catch up by itself. Moving backwards fires nothing.
 */
export function openTimers({ runner, clock, automatic, report }: { runner: Runner; clock: Clock; automatic: boolean; report: (text: string) => void }): Timers {
  const timers = automatic ? runner.functions().flatMap((cloudFunction) => timersOf(cloudFunction, clock.now())) : []
  const interval = automatic ? setInterval(() => void tick(), TICK_MILLISECONDS) : null
  interval?.unref()
  clock.onMove(() => void tick())

  async function tick(): Promise<void> {
    await Promise.all(timers.map(check))
  }

  async function check(timer: Timer): Promise<void> {
    if (timer.running) await timer.running
    if (timer.running) return
    const now = clock.now()
    const due = timer.cron.nextRun(new Date(Math.min(timer.checkedUntil, now)))
    timer.checkedUntil = now
    if (!due || due.getTime() > now) return
    const firing = fireTrigger(timer.functionName, timer.trigger, due.getTime())
    timer.running = firing.then(
      () => void (timer.running = null),
      (error: Error) => {
        timer.running = null
        report(`timer ${timer.functionName}/${timer.trigger.name}: ${error.message}`)
      },
    )
    await timer.running
  }

  const fireTrigger = async (functionName: string, trigger: Trigger, at: number): Promise<unknown> => {
    const event = { Type: 'Timer', TriggerName: trigger.name, Time: new Date(at).toISOString().replace(/\.\d+Z$/, 'Z'), Message: '' }
    return JSON.parse(await runner.invoke(functionName, event, { source: 'wx_trigger' }))
  }

  return {
    tick,
    async fire(functionName) {
      const trigger = runner.functions().find(({ name }) => name === functionName)?.config.triggers?.[0]
      if (!trigger) throw new CloudError('FUNCTION_NOT_FOUND', `没有带定时触发器的云函数 ${functionName} (no function of that name has a timer)`)
      return fireTrigger(functionName, trigger, clock.now())
    },
    stop: () => void (interval && clearInterval(interval)),
  }
}

function timersOf({ name, config }: CloudFunction, now: number): Timer[] {
  const triggers = config.triggers ?? []
  if (triggers.length > 1) throw new Error(`${name}/config.json: the platform allows one trigger per function`)
  return triggers.map((trigger) => {
    if (trigger.type !== 'timer') throw new Error(`${name}/config.json: 本地云不支持触发器 ${trigger.type} (unsupported trigger type)`)
    return { functionName: name, trigger, cron: parseCron(trigger.config), checkedUntil: now, running: null }
  })
}

/** Seven parts, Beijing time, `1/10` allowed: the platform's dialect. */
export const parseCron = (expression: string): Cron => new Cron(expression, { mode: '7-part', timezone: 'Asia/Shanghai', sloppyRanges: true })
