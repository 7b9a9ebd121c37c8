import type { Clock } from '../clock'
import type { Runner } from '../functions/runner'

export type Visits = ReturnType<typeof openVisits>

const RECENT_MILLISECONDS = 2 * 3600_000

/** Who has called, and when by the cloud's clock: WeChat checks words and pictures only of people who were there in the last two hours. */
export function openVisits(clock: Clock) {
  const lastAt = new Map<string, number>()
  return {
    note: (openid: string): void => void lastAt.set(openid, clock.now()),

    /** A clock that was set back leaves visits in the future; they have not been yet. */
    isRecent(openid: string): boolean {
      const age = clock.now() - (lastAt.get(openid) ?? -Infinity)
      return age >= 0 && age <= RECENT_MILLISECONDS
    },
  }
}

/** Whoever a function runs for was there. */
export const noteVisits = (runner: Runner, visits: Visits): Runner => ({
  ...runner,
  invoke(name, event, caller) {
    if (caller.openid !== undefined) visits.note(caller.openid)
    return runner.invoke(name, event, caller)
  },
})
