/** What the platform hands a function beside the event, as far as we look at it. */
export type PlatformContext = { readonly environment?: unknown; readonly time_limit_in_ms?: number }

/** The variables of this very invocation. The platform writes them as JSON text; anything else tells of nobody. */
export function environmentOf({ environment }: PlatformContext): Readonly<Record<string, unknown>> {
  if (typeof environment !== 'string') return {}
  try {
    const variables: unknown = JSON.parse(environment)
    return variables !== null && typeof variables === 'object' ? (variables as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
