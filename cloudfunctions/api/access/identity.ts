/** Who calls, by the platform's word alone. */
type PlatformContext = { readonly environment?: unknown }

/**
 * The environment of this very invocation comes first: a reused instance may still hold the variables of the person before (the platform sets,
 * but never deletes them). Without it, and only then, the SDK's answer is taken. Nothing is ever read from the event.
 */
export function openidOf(context: PlatformContext | undefined, fromSdk: () => { OPENID?: unknown }): string | null {
  if (context?.environment !== undefined) {
    const { WX_OPENID } = environmentOf(context.environment)
    return typeof WX_OPENID === 'string' && WX_OPENID !== '' ? WX_OPENID : null
  }
  const { OPENID } = fromSdk()
  return typeof OPENID === 'string' && OPENID !== '' ? OPENID : null
}

/** The platform hands it over as JSON text; anything else means nobody. */
function environmentOf(environment: unknown): Record<string, unknown> {
  if (typeof environment !== 'string') return {}
  try {
    const parsed: unknown = JSON.parse(environment)
    return parsed !== null && typeof parsed === 'object' ? (parsed as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
