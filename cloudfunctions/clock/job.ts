import type { LoadRules } from '../../store/rules'
import type { Store } from '../../store/store'
import type { TemplateKey } from '../../types/codes'
import type { PersonDocument } from '../../types/documents/people'
import type { EstateDocument } from '../../types/documents/town'

/** What the platform gives, wired in index.ts. */
export type Platform = {
  readonly store: Store
  readonly loadRules: LoadRules
  readonly hash: (text: string) => string
  readonly send: (openid: string, template: TemplateKey, page: string, data: Record<string, { value: string }>) => Promise<void>
  /** 照片内容检查: begins one in a person's name, and tells WeChat's name for it. */
  readonly checkPhoto: (openid: string, fileId: string) => Promise<string>
  /** What is not there is removed already. */
  readonly removeFiles: (fileIds: readonly string[]) => Promise<void>
  /** Writes a file, also over one that is there, and gives its id. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<string>
  readonly now: number
  /** Names this beat: of two in the same minute each has its own. */
  readonly beatId: string
  /** Milliseconds until the beat has to come to its end, by the function's own time and not by the town's. */
  readonly timeLeft: () => number
}
/** What a job works with. Town, staff and estates are read once in a beat. */
export type Services = Omit<Platform, 'timeLeft'> & {
  readonly staffOf: (townId: string) => Promise<readonly PersonDocument[]>
  readonly estateOf: (estateId: string) => Promise<EstateDocument | null>
  /** What of the job failed in earlier beats, by id, and still stands: it comes after all else. And what has failed in this one, and waits for the next. */
  readonly stuck: ReadonlyMap<string, Stuck>
  readonly tried: ReadonlySet<string>
  /** Whether the job's share of the beat lasts. It is asked between two pieces of work, so each job does at least one. */
  readonly hasTime: () => boolean
}
/** Something that is due and cannot be done. */
export type Stuck = { readonly id: string; readonly townId: string | null }
/** `more`: the time was up before the work was. `failed`: what was tried and failed; `stuck`: what had failed before and was not tried again. */
export type Outcome = { readonly done: number; readonly more: boolean; readonly failed: readonly (Stuck & { readonly error: unknown })[]; readonly stuck: readonly Stuck[] }
export const NOTHING: Outcome = { done: 0, more: false, failed: [], stuck: [] }
export const together = (outcomes: readonly Outcome[]): Outcome => ({
  done: outcomes.reduce((sum, { done }) => sum + done, 0), more: outcomes.some(({ more }) => more), failed: outcomes.flatMap(({ failed }) => failed), stuck: outcomes.flatMap(({ stuck }) => stuck),
})
export type Job = (services: Services) => Promise<Outcome>
/** So many of what is due are found at once. */
export const BATCH = 50
