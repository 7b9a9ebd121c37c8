import type { IncomingMessage } from 'node:http'
import type { Clock } from '../clock'
import { invalidParameter } from '../errors'
import type { Runner } from '../functions/runner'
import type { Messages } from './messages'
import { decodeParameters, errorReply, jsonReply, readForm, type Parameters } from './protocol'
import { mediaCheckAsync, msgSecCheck } from './security'
import { sendSubscribeMessage, type WeChatReply } from './subscribeMessage'

const NO_PERMISSION = -604101

/** WeChat's own interfaces. One that is not here is refused by its name; one that config.json does not list, with WeChat's code. */
export function openOpenapi({ messages, clock, runner }: { messages: Messages; clock: Clock; runner: Runner }) {
  const served: Readonly<Record<string, (parameters: Parameters) => WeChatReply>> = {
    'subscribeMessage.send': (parameters) => sendSubscribeMessage(parameters, messages, clock.now()),
    'security.msgSecCheck': msgSecCheck,
    'security.mediaCheckAsync': mediaCheckAsync,
  }
  return async (request: IncomingMessage): Promise<Buffer> => {
    const { fields, requestData } = await readForm(request)
    if (fields.action !== 'wx.openApi') throw invalidParameter(`本地云不支持动作 ${fields.action} (the local cloud does not support this action)`)
    const api = fields.apiName ?? ''
    const serve = Object.hasOwn(served, api) ? served[api] : undefined
    if (!serve) throw invalidParameter(`本地云不支持 openapi.${api} (the local cloud does not serve openapi.${api})`)
    const invocation = runner.invocationOf(fields.wxCloudApiToken ?? '')
    if (invocation && !runner.mayCall(invocation.functionName, api)) return errorReply(NO_PERMISSION)
    return jsonReply(serve(decodeParameters(requestData)))
  }
}
