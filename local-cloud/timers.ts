import { Cron } from 'croner'
import type { Clock } from './clock'
import { CloudError, invalidParameter } from './errors'
import type { CloudFunction } from './functions/catalogue'
import type { Trigger } from './functions/config'
import type { Runner } from './functions/runner'

/** The platform promises at least once, and not even that on a bad day. */
export const TIMER_DELIVERIES = ['once', 'twice', 'dropped'] as const
export type TimerDelivery = (typeof TIMER_DELIVERIES)[number]
export const isTimerDelivery = (mode: unknown): mode is TimerDelivery => TIMER_DELIVERIES.includes(mode as TimerDelivery)
export type TimerState = {
  readonly functionName: string
  readonly name: string
  readonly cron: string
  /** Null: timers were not started. */
  readonly nextRun: number | null
  readonly lastFiredAt: number | null
  readonly lastOutcome: 'ok' | 'failed' | 'dropped' | null
  readonly lastError: string | null
}
type LastFiring = Pick<TimerState, 'lastFiredAt' | 'lastOutcome' | 'lastError'>
type Timer = { readonly functionName: string; readonly trigger: Trigger; readonly cron: Cron; checkedUntil: number; running: Promise<void> | null; last: LastFiring }
export type Timers = {
  /** Resolves when everything due by the cloud's clock has been fired. */
  tick(): Promise<void>
  /** By hand: exactly once, whatever the delivery. */
  fire(functionName: string): Promise<unknown>
  deliver(mode: TimerDelivery): void
  delivery(): TimerDelivery
  list(): readonly TimerState[]
  stop(): void
}
export type TimersOptions = {
  readonly runner: Pick<Runner, 'functions' | 'invoke'>
  readonly clock: Clock
  readonly automatic: boolean
  readonly delivery?: TimerDelivery
  readonly report: (text: string) => void
  /** After each firing, whatever became of it. */
  readonly onFired?: () => void
}

const TICK_MILLISECONDS = 1000

/**
 * Fires the functions' timers by the cloud's clock. However far the clock is moved forward, a timer that became due
 * fires once: the platform promises no count either, and a function must catch up by itself. Moving backwards fires nothing.
 */
export function openTimers({ runner, clock, automatic, delivery = 'once', report, onFired = () => undefined }: TimersOptions): Timers {
  let mode = delivery
  const timers = runner.functions().flatMap((cloudFunction) => timersOf(cloudFunction, clock.now()))
  const interval = automatic ? setInterval(() => void tick(), TICK_MILLISECONDS) : null
  interval?.unref()
  clock.onMove(() => void tick())

  async function tick(): Promise<void> {
    if (automatic) await Promise.all(timers.map(check))
  }

  async function check(timer: Timer): Promise<void> {
    if (timer.running) await timer.running
    if (timer.running) return
    const now = clock.now()
    const due = timer.cron.nextRun(new Date(Math.min(timer.checkedUntil, now)))
    timer.checkedUntil = now
    if (!due || due.getTime() > now) return
    timer.running = deliverDue(timer, due.getTime()).finally(() => void (timer.running = null))
    await timer.running
  }

  async function deliverDue(timer: Timer, dueAt: number): Promise<void> {
    if (mode === 'dropped') return note(timer, 'dropped')
    const deliveries = Array.from({ length: mode === 'twice' ? 2 : 1 }, () => fireTrigger(timer.functionName, timer.trigger, dueAt))
    const failed = (await Promise.allSettled(deliveries)).find((outcome) => outcome.status === 'rejected')
    const error = failed && (failed.reason as Error).message
    note(timer, error === undefined ? 'ok' : 'failed', error)
    if (error !== undefined) report(`timer ${timer.functionName}/${timer.trigger.name}: ${error}`)
  }

  const note = (timer: Timer, lastOutcome: LastFiring['lastOutcome'], lastError: string | null = null): void => void (timer.last = { lastFiredAt: clock.now(), lastOutcome, lastError })

  const fireTrigger = async (functionName: string, trigger: Trigger, at: number): Promise<unknown> => {
    const event = { Type: 'Timer', TriggerName: trigger.name, Time: new Date(at).toISOString().replace(/\.\d+Z$/, 'Z'), Message: '' }
    try {
      return JSON.parse(await runner.invoke(functionName, event, { source: 'wx_trigger' }))
    } finally {
      onFired()
    }
  }

  async function fire(functionName: string): Promise<unknown> {
    const timer = timers.find((known) => known.functionName === functionName)
    if (!timer) throw new CloudError('FUNCTION_NOT_FOUND', `没有带定时触发器的云函数 ${functionName} (no function of that name has a timer)`)
    try {
      const result = await fireTrigger(functionName, timer.trigger, clock.now())
      note(timer, 'ok')
      return result
    } catch (error) {
      note(timer, 'failed', (error as Error).message)
      throw error
    }
  }

  return {
    tick,
    fire,
    deliver(next) {
      if (!isTimerDelivery(next)) throw invalidParameter(`定时器投递方式应为 ${TIMER_DELIVERIES.join(' / ')} (unknown delivery): ${String(next)}`)
      mode = next
    },
    delivery: () => mode,
    list: () => timers.map(({ functionName, trigger, cron, last }) => ({ functionName, name: trigger.name, cron: trigger.config, nextRun: automatic ? (cron.nextRun(new Date(clock.now()))?.getTime() ?? null) : null, ...last })),
    stop: () => void (interval && clearInterval(interval)),
  }
}

function timersOf({ name, config }: CloudFunction, now: number): Timer[] {
  const triggers = config.triggers ?? []
  if (triggers.length > 1) throw new Error(`${name}/config.json: the platform allows one trigger per function`)
  return triggers.map((trigger) => {
    if (trigger.type !== 'timer') throw new Error(`${name}/config.json: 本地云不支持触发器 ${trigger.type} (unsupported trigger type)`)
    return { functionName: name, trigger, cron: parseCron(trigger.config), checkedUntil: now, running: null, last: { lastFiredAt: null, lastOutcome: null, lastError: null } }
  })
}

/** Seven parts, Beijing time, `1/10` allowed: the platform's dialect. */
export const parseCron = (expression: string): Cron => new Cron(expression, { mode: '7-part', timezone: 'Asia/Shanghai', sloppyRanges: true })
