import type { Clock } from '../clock'
import { CloudError } from '../errors'
import { findFunction, functionNotFound, listFunctions, type CloudFunction } from './catalogue'
import { memoryMegabytes, timeoutMilliseconds } from './config'
import { invocationContext, invocationEnvironment, processEnvironment, type CloudIdentity } from './environment'
import { isNested, openInvocations, type Caller, type Invocation } from './invocations'
import type { Logs } from './logs'
import { Pool } from './pool'
import type { WorkerReply } from './worker'

export type RunnerOptions = {
  readonly directory: string
  readonly identity: CloudIdentity
  readonly clock: Clock
  readonly logs: Logs
  readonly processesMax?: number
  /** As the real platform: keys of the invocation before stay in `process.env`. For tests of identity. */
  readonly keepOldKeys?: boolean
}
export type Runner = ReturnType<typeof openRunner>

const PROCESSES_MAX = 4
const EVENT_BYTES_MAX = 6 * 1024 * 1024

export function openRunner({ directory, identity, clock, logs, processesMax = PROCESSES_MAX, keepOldKeys = false }: RunnerOptions) {
  const pools = new Map<string, Pool>()
  const invocations = openInvocations()

  const poolOf = (name: string): Pool => {
    const pool =
      pools.get(name) ??
      new Pool(processesMax, ({ file, version, config }) => ({ file, version, memoryMegabytes: memoryMegabytes(config), environment: processEnvironment(identity, config.envVariables), onLog: logger(name) }))
    pools.set(name, pool)
    return pool
  }
  const logger = (functionName: string) => (id: string | null, level: string, text: string) => logs.add({ at: clock.now(), functionName, invocation: id ?? '-', level, text })

  /** Runs a function; the answer is the JSON text of its result. */
  async function invoke(name: string, event: unknown, caller: Caller): Promise<string> {
    const cloudFunction = findFunction(directory, name)
    if (!cloudFunction) throw functionNotFound(directory, name)
    const eventText = JSON.stringify(withUserInfo(event, identity.appId, caller.openid))
    if (Buffer.byteLength(eventText) > EVENT_BYTES_MAX) throw new CloudError('EXCEED_REQUEST_SIZE_LIMIT', '请求超过 6 MB (Request packet size exceeds limit)')
    const invocation = invocations.begin(name, caller)
    const reply = await runReported(cloudFunction, invocation, eventText, actionsOf(event))
    if (reply.ok) return reply.result
    logger(name)(invocation.id, 'error', reply.stack ?? reply.message)
    throw new CloudError(reply.code, reply.message)
  }

  /** However it ends, its report stands in the logs. */
  async function runReported(cloudFunction: CloudFunction, invocation: Invocation, eventText: string, actions: readonly string[]): Promise<WorkerReply> {
    const { id, functionName, source, openid } = invocation
    let begun = { startedAt: clock.now(), at: performance.now() }
    const report = (outcome: { ok: boolean; message?: string; memoryMb?: number }) =>
      logs.report({ id, functionName, source, ...(openid === undefined ? {} : { openid }), startedAt: begun.startedAt, milliseconds: Math.round(performance.now() - begun.at), databaseCalls: invocation.databaseCalls, documentsExamined: invocation.documentsExamined, documentsReturned: invocation.documentsReturned, ...(actions.length > 0 && { actions }), ...outcome })
    const request = () => {
      begun = { startedAt: clock.now(), at: performance.now() }
      const environment = invocationEnvironment(identity, invocation)
      return { id, event: eventText, environment, context: invocationContext(identity.envId, cloudFunction, invocation, environment), reading: clock.reading(), machineNow: Date.now(), keepOldKeys }
    }
    try {
      const reply = await poolOf(functionName).run({ cloudFunction, id, isNested: isNested(invocation), timeoutMilliseconds: timeoutMilliseconds(cloudFunction.config), request })
      invocation.isKilled ||= !reply.ok && reply.hasEnded
      report({ ok: reply.ok, ...(reply.ok ? {} : { message: reply.message }), ...(reply.memoryMb === undefined ? {} : { memoryMb: reply.memoryMb }) })
      return reply
    } catch (error) {
      report({ ok: false, message: (error as Error).message })
      throw error
    }
  }

  return {
    invoke,
    functions: () => listFunctions(directory),
    invocationOf: invocations.of,
    /** Ends the process of an invocation, as the platform might at any moment. */
    kill(invocation: Invocation): void {
      invocation.isKilled = true
      poolOf(invocation.functionName).kill(invocation.id)
    },
    mayCall: (functionName: string, api: string): boolean => findFunction(directory, functionName)?.config.permissions?.openapi?.includes(api) ?? false,
    warm: () => listFunctions(directory).forEach((cloudFunction) => poolOf(cloudFunction.name).warm(cloudFunction)),
    close: async () => void (await Promise.all([...pools.values()].map((pool) => pool.close()))),
  }
}

/** The platform adds `userInfo` to an event that comes from a person; whatever the person wrote there is overwritten. */
const withUserInfo = (event: unknown, appId: string, openid: string | undefined): unknown => {
  const object = event !== null && typeof event === 'object' && !Array.isArray(event) ? event : {}
  return openid === undefined ? object : { ...object, userInfo: { appId, openId: openid } }
}

const ACTIONS_SHOWN = 20
const ACTION_LENGTH_SHOWN = 60

/** The names in an event `{ calls: [{ action }, …] }`, where several reads travel together; whatever else it may be, none: who called with a ballot, and when, is not for a log. */
function actionsOf(event: unknown): readonly string[] {
  const { calls } = (event ?? {}) as { calls?: unknown }
  const named = Array.isArray(calls) ? calls.slice(0, ACTIONS_SHOWN).map((each: unknown) => (each as { action?: unknown } | null)?.action) : []
  return named.filter((name) => typeof name === 'string').map((name) => name.slice(0, ACTION_LENGTH_SHOWN))
}
