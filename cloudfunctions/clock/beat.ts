import { once } from './once'
import { staffOf } from '../../store/people'
import { CLOCK_JOBS, type ClockJob } from '../../types/codes'
import type { HeartbeatDocument } from '../../types/documents/notices'
import { openHeart, stuckOf, type Heart } from './heartbeat'
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

/** `behind`: those that had no time to come to their end; `unserved`: those that had no turn at all; `failed`: those of which something failed. */
type Course = { readonly done: Readonly<Partial<Record<ClockJob, number>>>; readonly failed: readonly ClockJob[]; readonly behind: readonly ClockJob[]; readonly unserved: readonly ClockJob[] }

/** 心跳: every job, each for itself, so that one that fails does not hold up the others; the failure is logged and tried again in a minute. */
export async function beat(platform: Platform): Promise<Course & { more: boolean }> {
  const heart = await openHeart(platform.store, platform.now)
  const { broken, stuck, ...course } = await run(platform, order(heart), heart)
  await heart.end({ failed: broken, behind: course.behind, unserved: course.unserved, stuck })
  return { ...course, more: course.behind.length > 0 }
}

/** Whoever had no turn in the last beat comes before the others; a job in which beats are lost comes when all others have had theirs. */
const order = ({ before: { unserved }, lostIn }: Heart): readonly ClockJob[] => [...[...new Set([...URGENT, ...unserved, ...CLOCK_JOBS])].filter((name) => !lostIn.includes(name)), ...lostIn]

/** An urgent job gets so many times the time of another. */
const URGENT_WEIGHT = 3
const weightOf = (name: ClockJob): number => (URGENT.includes(name) ? URGENT_WEIGHT : 1)
const shareOf = (name: ClockJob, waiting: readonly ClockJob[]): number => weightOf(name) / waiting.reduce((sum, each) => sum + weightOf(each), 0)

/**
 * In rounds, while there is time: each gets its share of what is left, and who has more to do than fits into it comes again when all have had theirs. What fails by itself takes nobody's turn.
 */
async function run({ timeLeft, ...platform }: Platform, names: readonly ClockJob[], heart: Heart): Promise<Course & { broken: readonly ClockJob[]; stuck: HeartbeatDocument['stuck'] }> {
  const services = { ...platform, ...readOnce(platform) }
  const done: Partial<Record<ClockJob, number>> = {}
  const [broken, unfinished, unserved] = [new Set<ClockJob>(), new Set(names), new Set(names)]
  const stuck = new Map(names.map((name) => [name, stuckOf(heart.before, name)]))
  const tried = new Map(names.map((name) => [name, new Set<string>()]))
  while (unfinished.size > 0 && timeLeft() > 0) {
    const round = names.filter((name) => !broken.has(name) && (unfinished.has(name) || SENDERS.includes(name)))
    for (const [place, name] of round.entries()) {
      const left = timeLeft()
      if (left <= 0) break
      const end = left - left * shareOf(name, round.slice(place))
      unserved.delete(name)
      await heart.begin(name)
      try {
        const { failed, ...outcome } = await JOBS[name]({ ...services, stuck: stuck.get(name)!, tried: tried.get(name)!, hasTime: () => timeLeft() > end })
        done[name] = (done[name] ?? 0) + outcome.done
        if (failed.length > 0) console.error(`[clock ${name}]`, new AggregateError(failed.map(({ error }) => error), `${failed.length} of ${outcome.done + failed.length} failed`))
        for (const { id } of failed) tried.get(name)!.add(id)
        stuck.set(name, new Map([...failed, ...outcome.stuck].map(({ id, townId }) => [id, { id, townId }])))
        if (outcome.more) unfinished.add(name)
        else unfinished.delete(name)
      } catch (error) {
        broken.add(name)
        unfinished.delete(name)
        console.error(`[clock ${name}]`, error)
      }
    }
  }
  const left = names.flatMap((job) => [...stuck.get(job)!.values()].map((each) => ({ job, ...each })))
  return { done, broken: [...broken], failed: names.filter((name) => broken.has(name) || left.some(({ job }) => job === name)), behind: names.filter((name) => unfinished.has(name)), unserved: [...unserved], stuck: left }
}

const readOnce = ({ store, loadRules, now }: Omit<Platform, 'timeLeft'>): Pick<Services, 'loadRules' | 'staffOf' | 'estateOf'> => ({
  loadRules: once((townId) => loadRules(townId, now)),
  staffOf: once((townId) => staffOf(store, townId)),
  estateOf: once((estateId) => store.get('estates', estateId)),
})
