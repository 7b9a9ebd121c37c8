import { environmentOf, type PlatformContext } from '../../../types/platform'

/** Whatever a person, a developer's tool or another function can start. A push comes from WeChat's own servers and is none of these. */
const NOT_THE_PLATFORM: ReadonlySet<string> = new Set(['wx_client', 'wx_devtools', 'wx_localdebug', 'wx_crawler', 'wx_http', 'wx_trigger', 'scf'])

/**
 * Whether WeChat itself calls, as it does to push a message. The event proves nothing, for anybody can write one; the source of this very invocation is the platform's word, and each
 * link of a chain of calls stands in it (`wx_client,scf`). No source is no mark.
 */
export function isPlatformPush(context: PlatformContext | undefined, fromSdk: () => { SOURCE?: unknown }): boolean {
  const source = context?.environment !== undefined ? environmentOf(context).TCB_SOURCE : fromSdk().SOURCE
  return typeof source === 'string' && source !== '' && source.split(',').every((link) => !NOT_THE_PLATFORM.has(link.trim()))
}
