import type { IncomingMessage } from 'node:http'
import type { Clock } from '../clock'
import { invalidParameter } from '../errors'
import type { Runner } from '../functions/runner'
import type { Messages } from './messages'
import { openPhoneNumbers } from './phoneNumber'
import { decodeParameters, errorReply, jsonReply, pictureReply, readForm, type Parameters, type Picture } from './protocol'
import { openSecurity } from './security'
import { sendSubscribeMessage, type WeChatReply } from './subscribeMessage'
import { openVisits } from './visits'
import { getUnlimited } from './wxacode'

const NOT_FOUND = -604100
const NO_PERMISSION = -604101

/** WeChat's own interfaces. One that is not here is refused by its name; one that config.json does not list, with WeChat's code. */
export function openOpenapi({ messages, clock, runner }: { messages: Messages; clock: Clock; runner: Pick<Runner, 'invocationOf' | 'mayCall'> }) {
  const visits = openVisits(clock)
  const { msgSecCheck, mediaCheckAsync, pendingVerdicts } = openSecurity({ visits, clock })
  const served: Readonly<Record<string, (parameters: Parameters) => WeChatReply | Picture>> = {
    'subscribeMessage.send': (parameters) => sendSubscribeMessage(parameters, messages, clock.now()),
    'security.msgSecCheck': msgSecCheck,
    'security.mediaCheckAsync': mediaCheckAsync,
    'wxacode.getUnlimited': getUnlimited,
    'phonenumber.getPhoneNumber': openPhoneNumbers(clock),
  }

  async function answer(request: IncomingMessage): Promise<Buffer> {
    const { fields, requestData } = await readForm(request)
    if (fields.action !== 'wx.openApi') throw invalidParameter(`本地云不支持动作 ${fields.action} (the local cloud does not support this action)`)
    const api = fields.apiName ?? ''
    const invocation = runner.invocationOf(fields.wxCloudApiToken ?? '')
    if (invocation?.openid !== undefined) visits.note(invocation.openid)
    const serve = Object.hasOwn(served, api) ? served[api] : undefined
    if (!serve) return notServed(api)
    if (invocation && !runner.mayCall(invocation.functionName, api)) return errorReply(NO_PERMISSION)
    const reply = serve(decodeParameters(requestData))
    return 'buffer' in reply ? pictureReply(reply as Picture) : jsonReply(reply)
  }
  return Object.assign(answer, { pendingVerdicts })
}

/** In a reply of JSON, because one of a bare code would lose the name. What is no `openapi.x.y` (getOpenData, say) reads no JSON reply. */
function notServed(api: string): Buffer {
  const text = `本地云不支持 openapi.${api} (the local cloud does not serve openapi.${api})`
  if (!api.includes('.')) throw invalidParameter(text)
  return jsonReply({ errcode: NOT_FOUND, errmsg: `API not found: ${text}` })
}
