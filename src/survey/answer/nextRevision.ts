import type { KeptBallot } from '../keptBallots'
import type { Tried } from './draftStore'

type Given = Pick<Tried, 'answers' | 'remark'>
export const isSame = (tried: Tried, { answers, remark }: Given): boolean => tried.remark === remark && tried.answers.join() === answers.join()

/**
 * Under which revision answers go out. The same once more is the same ballot; changed since a try that nobody answered, it must be higher, or the urn
 * would take it for that one and keep the old answers.
 */
export function nextRevision({ revision }: Pick<KeptBallot, 'revision'>, tried: Tried | undefined, given: Given): number {
  if (tried && isSame(tried, given)) return tried.revision
  return Math.max(revision, tried?.revision ?? 0) + 1
}
