type PlatformContext = { readonly environment?: unknown }
type Marks = Record<string, unknown>

const parse = (environment: unknown): Marks => {
  if (typeof environment !== 'string') return {}
  try {
    const marks: unknown = JSON.parse(environment)
    return marks !== null && typeof marks === 'object' ? (marks as Marks) : {}
  } catch {
    return {}
  }
}

/**
 * The timer's mark is the platform's (`wx_trigger`, or `TRIGGER_SRC=timer`), and there is no person in the call. A client can write any event it likes,
 * so the event's `Type` is only asked in addition. A call with an openid is never the timer, whatever else it says.
 */
export function isPlatformTimer(event: unknown, context: PlatformContext | undefined, fromSdk: () => Marks): boolean {
  const marks = context?.environment !== undefined ? parse(context.environment) : { ...fromSdk() }
  if (marks.WX_OPENID || marks.OPENID) return false
  const source = marks.TCB_SOURCE ?? marks.SOURCE
  const isTimer = source === 'wx_trigger' || marks.TRIGGER_SRC === 'timer'
  return isTimer && (event as { Type?: unknown } | null)?.Type === 'Timer'
}
