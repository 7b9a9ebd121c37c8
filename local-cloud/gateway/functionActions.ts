import { CloudError, invalidParameter } from '../errors'
import type { Runner } from '../functions/runner'
import type { AdminAction, AdminBody } from './actions'
import { isTooDeep } from './http'
import { optionalText, text } from './parameters'

/** A function that calls a function does so on behalf of the same person; the source tells the detour. */
export const functionActions = (runner: Runner): Record<string, AdminAction> => ({
  'functions.invokeFunction': async (body, invocation) => {
    const name = text(body, 'function_name')
    const qualifier = optionalText(body, 'qualifier') ?? '$LATEST'
    if (qualifier !== '$LATEST') throw new CloudError('FUNCTION_QUALIFIER_NOT_FOUND', `本地云只有 $LATEST 版本 (the local cloud has no version ${qualifier} of ${name})`)
    const source = invocation ? `${invocation.source},scf` : 'scf'
    const caller = invocation?.openid === undefined ? { source } : { source, openid: invocation.openid }
    return { data: { response_data: await runner.invoke(name, event(body), caller) } }
  },
})

function event(body: AdminBody): unknown {
  const data = parsed(optionalText(body, 'request_data') || '{}')
  if (isTooDeep(data)) throw invalidParameter('request_data 嵌套太深 (request_data is nested too deep)')
  return data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw invalidParameter('request_data 不是 JSON (request_data is not JSON)')
  }
}
