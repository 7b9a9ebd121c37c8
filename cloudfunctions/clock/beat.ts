import { BATCH, type Job, type Services } from './job'
import { askAgain } from './jobs/askAgain'
import { bookAssessments } from './jobs/bookAssessments'
import { bookCases } from './jobs/bookCases'
import { checkPhotos } from './jobs/checkPhotos'
import { finishErasing } from './jobs/finishErasing'
import { forgetOld } from './jobs/forgetOld'
import { remindManagers } from './jobs/remindManagers'
import { runSurveys } from './jobs/surveys/runSurveys'
import { removeFiles } from './jobs/removeFiles'
import { resumeCases } from './jobs/resumeCases'
import { tellReporters } from './jobs/tellReporters'
import { sendNotices } from './jobs/sendNotices'

/** In this order: what a job finds may be what the next one tells. */
const JOBS = { resumeCases, runSurveys, bookCases, bookAssessments, remindManagers, askAgain, tellReporters, checkPhotos, sendNotices, finishErasing, removeFiles, forgetOld } as const satisfies Record<string, Job>

/**
 * 心跳: every job, each for itself, so that one that fails does not hold up the others; the failure is logged and tried again in a minute.
 * `more` tells that a job had a full batch.
 */
export async function beat(services: Services): Promise<{ done: Record<string, number>; more: boolean; failed: string[] }> {
  const done: Record<string, number> = {}
  const failed: string[] = []
  for (const [name, job] of Object.entries(JOBS)) {
    try {
      done[name] = await job(services)
    } catch (error) {
      failed.push(name)
      console.error(`[clock ${name}]`, error)
    }
  }
  const more = Object.values(done).some((count) => count >= BATCH)
  await services.store.set('heartbeats', { _id: 'clock', at: services.now, failed, more })
  return { done, more, failed }
}
