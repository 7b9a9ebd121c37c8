import type { Clock } from '../clock'
import { CloudError } from '../errors'
import { findFunction, listFunctions, timeoutMilliseconds, type CloudFunction } from './catalogue'
import { invocationContext, invocationEnvironment, newInvocation, processEnvironment, type Caller, type CloudIdentity, type Invocation } from './environment'
import type { Logs } from './logs'
import { Pool } from './pool'

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
const RESULT_BYTES_MAX = 6 * 1024 * 1024
/** A function may go on talking to the gateway after it has answered, so its token is known a little longer. */
const REMEMBERED_INVOCATIONS = 1000

export function openRunner({ directory, identity, clock, logs, processesMax = PROCESSES_MAX, keepOldKeys = false }: RunnerOptions) {
  const pools = new Map<string, Pool>()
  const invocations = new Map<string, Invocation>()

  const poolOf = (name: string): Pool => {
    const pool = pools.get(name) ?? new Pool(processesMax, ({ file, config }) => ({ file, environment: processEnvironment(identity, config.envVariables), onLog: logger(name) }))
    pools.set(name, pool)
    return pool
  }
  const logger = (functionName: string) => (id: string | null, level: string, text: string) => logs.add({ at: clock.now(), functionName, invocation: id ?? '-', level, text })

  /** Runs a function; the answer is the JSON text of its result. */
  async function invoke(name: string, event: unknown, caller: Caller): Promise<string> {
    const cloudFunction = findFunction(directory, name)
    if (!cloudFunction) throw new CloudError('FUNCTION_NOT_FOUND', `FunctionName parameter could not be found: 没有云函数 ${name}`)
    const invocation = newInvocation(name, caller)
    remember(invocation)
    const reply = await poolOf(name).run(cloudFunction, () => requestFor(cloudFunction, invocation, event), timeoutMilliseconds(cloudFunction.config))
    if (!reply.ok) {
      logger(name)(invocation.id, 'error', reply.stack ?? reply.message)
      throw new CloudError('FUNCTIONS_EXECUTE_FAIL', reply.message)
    }
    if (reply.result.length > RESULT_BYTES_MAX / 3 && Buffer.byteLength(reply.result) > RESULT_BYTES_MAX) {
      throw new CloudError('FUNCTIONS_EXECUTE_FAIL', `结果超过 6 MB (the result is larger than ${RESULT_BYTES_MAX} bytes)`)
    }
    return reply.result
  }

  function requestFor(cloudFunction: CloudFunction, invocation: Invocation, event: unknown) {
    const environment = invocationEnvironment(identity, invocation)
    const context = invocationContext(identity.envId, cloudFunction, invocation, environment)
    return { id: invocation.id, event: JSON.stringify(withUserInfo(event, identity.appId, invocation.openid)), environment, context, reading: clock.reading(), keepOldKeys }
  }

  function remember(invocation: Invocation): void {
    invocations.set(invocation.token, invocation)
    if (invocations.size > REMEMBERED_INVOCATIONS) invocations.delete(invocations.keys().next().value!)
  }

  return {
    invoke,
    functions: () => listFunctions(directory),
    invocationOf: (token: string): Invocation | undefined => invocations.get(token),
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
