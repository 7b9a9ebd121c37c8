import type { Clock } from './clock'
import type { IndexDefinitions } from './engine/indexes'
import type { Engine } from './engine/openEngine'
import type { Faults } from './faults/openFaults'
import type { InvocationReport, LogLine } from './functions/logs'
import type { MessageTemplates } from './inspector/routes'
import type { SentMessage } from './openapi/messages'
import type { Verdicts } from './openapi/verdicts'
import type { Person } from './strip/people'
import type { AddWorkingTime } from './strip/workingTime'
import type { TimerDelivery, Timers } from './timers'

export type CloudOptions = {
  /** A directory, or ':memory:' for a cloud that leaves nothing behind. */
  readonly dataDir: string
  /** 0 (the default) takes any free port. */
  readonly port?: number
  readonly functionsDir?: string
  readonly h5Dir?: string
  readonly envId?: string
  readonly appId?: string
  /** False for a deterministic play: timers fire only by `fireTimer`. */
  readonly timers?: boolean
  /** 'once', unless said otherwise. */
  readonly timerDelivery?: TimerDelivery
  readonly people?: readonly Person[]
  readonly addWorkingTime?: AddWorkingTime
  readonly messageTemplates?: MessageTemplates
  /** Not given: store/indexes.json of the project, if there is one. */
  readonly indexes?: IndexDefinitions
  readonly uploadBytesMax?: number
  /** How long a transaction that nobody ends is kept; for tests that kill functions in the midst of one. */
  readonly transactionMilliseconds?: number
  /** The function to which the verdicts of `security.mediaCheckAsync` are pushed; not given: they stay in `pendingVerdicts`. */
  readonly mediaVerdictsTo?: string
  readonly processesMax?: number
  readonly keepOldKeys?: boolean
  /** Starts one process of each function at once, so that the first call is not a cold one. */
  readonly warm?: boolean
  readonly quiet?: boolean
}

export type InvokeOptions = { readonly openid?: string; readonly source?: string }
export type Cloud = {
  readonly url: string
  readonly adminUrl: string
  readonly engine: Engine
  readonly clock: Clock
  /** Runs a function as if a person had called it; the result as the caller would see it. Rejects with a CloudError. */
  invoke<T = unknown>(functionName: string, data?: unknown, options?: InvokeOptions): Promise<T>
  fireTimer<T = unknown>(functionName: string): Promise<T>
  /** Resolves when everything due by the cloud's clock has been fired. */
  settleTimers(): Promise<void>
  acceptMessages(openid: string, templateId: string, times?: number): void
  sentMessages(): SentMessage[]
  /** Pictures that were given to be checked, and whose verdict no function has taken yet. */
  readonly pendingVerdicts: Verdicts['pending']
  /** Pushes them to `mediaVerdictsTo` at once; unless `timers` is false, it happens by itself a second after the check. */
  deliverVerdicts(): Promise<void>
  logs(): readonly LogLine[]
  invocations(): readonly InvocationReport[]
  readonly timers: Pick<Timers, 'deliver' | 'list'>
  readonly faults: Pick<Faults, 'add' | 'list' | 'clear'>
  close(): Promise<void>
}
