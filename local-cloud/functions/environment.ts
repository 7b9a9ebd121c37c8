import type { CloudFunction } from './catalogue'
import { memoryMegabytes, timeoutMilliseconds } from './config'
import type { Invocation } from './invocations'

export type CloudIdentity = { readonly envId: string; readonly appId: string; readonly adminUrl: string }

/** What every invocation of a process has in common. The parent's environment is not handed on. */
export const processEnvironment = ({ envId, adminUrl }: CloudIdentity, variables: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  TZ: 'UTC',
  LANG: 'C.UTF-8',
  ...variables,
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  TENCENTCLOUD_SECRETID: 'local-cloud',
  TENCENTCLOUD_SECRETKEY: 'local-cloud',
  SCF_NAMESPACE: envId,
  TCB_ENV: envId,
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
  SILENCE: 'true',
})

/** What changes with each invocation; the token tells the gateway who is calling it. */
export function invocationEnvironment({ envId, appId }: CloudIdentity, { openid, source, id, token }: Invocation): Record<string, string> {
  const common = { TCB_SOURCE: source, TCB_SEQID: id, TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SEQID,TCB_SOURCE', TCB_ENV: envId }
  if (source === 'wx_trigger') {
    return { ...common, TRIGGER_SRC: 'timer', WX_TRIGGER_API_TOKEN_V0: token, WX_CONTEXT_KEYS: 'WX_TRIGGER_API_TOKEN_V0' }
  }
  const person: Record<string, string> = openid === undefined ? {} : { WX_OPENID: openid, WX_APPID: appId, WX_CLIENTIP: '127.0.0.1' }
  const keys = [...Object.keys(person), 'WX_API_TOKEN'].join(',')
  return { ...common, ...person, WX_API_TOKEN: token, WX_CONTEXT_KEYS: keys }
}

/** The second argument of `exports.main`. */
export const invocationContext = (envId: string, cloudFunction: CloudFunction, invocation: Invocation, environment: Record<string, string>) => ({
  request_id: invocation.id,
  function_name: cloudFunction.name,
  function_version: '$LATEST',
  namespace: envId,
  memory_limit_in_mb: memoryMegabytes(cloudFunction.config),
  time_limit_in_ms: timeoutMilliseconds(cloudFunction.config),
  environment: JSON.stringify(environment),
  environ: Object.entries(environment).map(([key, value]) => `${key}=${value}`).join(';'),
})
