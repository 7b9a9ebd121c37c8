import { invalidParameter } from '../errors'
import type { Runner } from '../functions/runner'
import type { AdminAction } from './actions'

/** A function that calls a function does so on behalf of the same person; the source tells the detour. */
export const functionActions = (runner: Runner): Record<string, AdminAction> => ({
  'functions.invokeFunction': async ({ function_name: name, request_data: data }, invocation) => {
    if (typeof name !== 'string') throw invalidParameter('function_name is missing')
    const source = invocation ? `${invocation.source},scf` : 'scf'
    const caller = invocation?.openid === undefined ? { source } : { source, openid: invocation.openid }
    return { data: { response_data: await runner.invoke(name, parse(data), caller) } }
  },
})

function parse(data: unknown): unknown {
  try {
    return JSON.parse(typeof data === 'string' ? data : '{}')
  } catch {
    throw invalidParameter('request_data is not JSON')
  }
}
