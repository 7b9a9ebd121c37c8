import type { Actions } from '../../types/api'
import { call } from './call'
import { readOnPhone, writeOnPhone } from './onPhone'
import { Unreachable } from './trouble'

/** Without these two nobody could begin a report in a cellar without a network. */
const KEPT: readonly (keyof Actions)[] = ['whoAmI', 'readRulebook']

/** Reads; where nothing comes back, what was last answered on this phone. A refusal is an answer. */
export async function callOrKept<K extends keyof Actions>(action: K, request: Actions[K]['request']): Promise<Actions[K]['reply']> {
  if (!KEPT.includes(action)) return call(action, request)
  const place = `reply:${action}`
  try {
    const reply = await call(action, request)
    writeOnPhone(place, reply)
    return reply
  } catch (error) {
    const kept = error instanceof Unreachable ? readOnPhone<Actions[K]['reply']>(place) : null
    if (!kept) throw error
    return kept
  }
}
