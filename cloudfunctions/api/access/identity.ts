import { environmentOf, type PlatformContext } from '../../../types/platform'

/**
 * Who calls, by the platform's word alone. The environment of this very invocation comes first: a reused instance may still hold the variables of the person before (the platform sets,
 * but never deletes them). Without it, and only then, the SDK's answer is taken. Nothing is ever read from the event.
 */
export function openidOf(context: PlatformContext | undefined, fromSdk: () => { OPENID?: unknown }): string | null {
  if (context?.environment !== undefined) {
    const { WX_OPENID } = environmentOf(context)
    return typeof WX_OPENID === 'string' && WX_OPENID !== '' ? WX_OPENID : null
  }
  const { OPENID } = fromSdk()
  return typeof OPENID === 'string' && OPENID !== '' ? OPENID : null
}
