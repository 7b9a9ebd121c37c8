import { environmentOf, type PlatformContext } from '../../types/platform'

type Marks = Readonly<Record<string, unknown>>

/**
 * The timer's mark is the platform's (`wx_trigger`, or `TRIGGER_SRC=timer`), and there is no person in the call. A client can write any event it likes,
 * so the event's `Type` is only asked in addition. A call with an openid is never the timer, whatever else it says.
 */
export function isPlatformTimer(event: unknown, context: PlatformContext | undefined, fromSdk: () => Marks): boolean {
  const marks = context?.environment !== undefined ? environmentOf(context) : { ...fromSdk() }
  if (marks.WX_OPENID || marks.OPENID) return false
  const source = marks.TCB_SOURCE ?? marks.SOURCE
  const isTimer = source === 'wx_trigger' || marks.TRIGGER_SRC === 'timer'
  return isTimer && (event as { Type?: unknown } | null)?.Type === 'Timer'
}
