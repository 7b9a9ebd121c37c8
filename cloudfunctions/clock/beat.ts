import { once } from './once'
import { staffOf } from '../../store/people'
import { CLOCK_JOBS, type ClockJob } from '../../types/codes'
import type { Job, Platform, Services } from './job'
import { askAgain } from './jobs/askAgain'
import { bookAssessments } from './jobs/bookAssessments'
import { bookCases } from './jobs/bookCases'
import { checkPhotos } from './jobs/checkPhotos'
import { finishErasing } from './jobs/finishErasing'
import { forgetOld } from './jobs/forgetOld'
import { remindManagers } from './jobs/remindManagers'
import { removeFiles } from './jobs/removeFiles'
import { resumeCases } from './jobs/resumeCases'
import { sendNotices, sendUrgentNotices } from './jobs/sendNotices'
import { runSurveys } from './jobs/surveys/runSurveys'
import { tellManagers } from './jobs/tellManagers'
import { tellReporters } from './jobs/tellReporters'

const JOBS = { resumeCases, bookCases, remindManagers, tellManagers, sendUrgentNotices, bookAssessments, runSurveys, askAgain, tellReporters, sendNotices, checkPhotos, finishErasing, removeFiles, forgetOld } as const satisfies Record<ClockJob, Job>
/** These have their turn first in any case: a deadline is booked, foretold and told before anything else. */
const URGENT: readonly ClockJob[] = ['resumeCases', 'bookCases', 'remindManagers', 'tellManagers', 'sendUrgentNotices']

/** These come again with any other: what was found late in a beat need not wait for the next one. */
const SENDERS: readonly ClockJob[] = ['tellManagers', 'sendUrgentNotices', 'tellReporters', 'sendNotices']

/** `behind`: those that had no time to come to their end; `unserved`: those that had no turn at all. */
type Course = { readonly done: Readonly<Partial<Record<ClockJob, number>>>; readonly failed: readonly ClockJob[]; readonly behind: readonly ClockJob[]; readonly unserved: readonly ClockJob[] }

/**
 * 心跳: every job, each for itself, so that one that fails does not hold up the others; the failure is logged and tried again in a minute. The beat is written down before
 * anything else and once more at its end, so that a beat that was killed is told from a clock that stands still.
 */
export async function beat(platform: Platform): Promise<Course & { more: boolean }> {
  const { store, now } = platform
  const before = await store.get('heartbeats', 'clock')
  await store.set('heartbeats', { endedAt: null, failed: [], behind: [], unserved: [], ...before, _id: 'clock', at: now })
  const course = await run(platform, order(before?.unserved ?? []))
  const { failed, behind, unserved } = course
  await store.set('heartbeats', { _id: 'clock', at: now, endedAt: now, failed, behind, unserved })
  return { ...course, more: behind.length > 0 }
}

/** Whoever had no turn in the last beat comes before the others. */
const order = (unserved: readonly ClockJob[]): readonly ClockJob[] => [...new Set([...URGENT, ...unserved, ...CLOCK_JOBS])]

/** An urgent job gets so many times the time of another. */
const URGENT_WEIGHT = 3
const weightOf = (name: ClockJob): number => (URGENT.includes(name) ? URGENT_WEIGHT : 1)
const shareOf = (name: ClockJob, waiting: readonly ClockJob[]): number => weightOf(name) / waiting.reduce((sum, each) => sum + weightOf(each), 0)

/** In rounds, while there is time: each gets its share of what is left, and who has more to do than fits into it comes again when all have had theirs. */
async function run({ timeLeft, ...platform }: Platform, names: readonly ClockJob[]): Promise<Course> {
  const services = { ...platform, ...readOnce(platform) }
  const done: Partial<Record<ClockJob, number>> = {}
  const failed = new Set<ClockJob>()
  const unfinished = new Set(names)
  const unserved = new Set(names)
  while (unfinished.size > 0 && timeLeft() > 0) {
    const round = names.filter((name) => unfinished.has(name) || (SENDERS.includes(name) && !failed.has(name)))
    for (const [place, name] of round.entries()) {
      const left = timeLeft()
      if (left <= 0) break
      const end = left - left * shareOf(name, round.slice(place))
      unserved.delete(name)
      try {
        const outcome = await JOBS[name]({ ...services, hasTime: () => timeLeft() > end })
        done[name] = (done[name] ?? 0) + outcome.done
        if (outcome.more) unfinished.add(name)
        else unfinished.delete(name)
      } catch (error) {
        failed.add(name)
        unfinished.delete(name)
        console.error(`[clock ${name}]`, error)
      }
    }
  }
  return { done, failed: [...failed], behind: names.filter((name) => unfinished.has(name)), unserved: [...unserved] }
}

const readOnce = ({ store, loadRules, now }: Omit<Platform, 'timeLeft'>): Pick<Services, 'loadRules' | 'staffOf' | 'estateOf'> => ({
  loadRules: once((townId) => loadRules(townId, now)),
  staffOf: once((townId) => staffOf(store, townId)),
  estateOf: once((estateId) => store.get('estates', estateId)),
})
