import type { IncomingMessage } from 'node:http'
import type { Clock } from '../clock'
import { CloudError, invalidParameter } from '../errors'
import type { Faults } from '../faults/openFaults'
import type { Invocation } from '../functions/invocations'
import type { Runner } from '../functions/runner'
import type { AdminAction } from '../gateway/actions'
import { assertEnv, text } from '../gateway/parameters'
import type { Messages } from './messages'
import { openPhoneNumbers } from './phoneNumber'
import { decodeRequest, errorReply, jsonReply, pictureReply, readForm, type Parameters, type Picture } from './protocol'
import { openSecurity } from './security'
import { sendSubscribeMessage, type WeChatReply } from './subscribeMessage'
import type { Verdicts } from './verdicts'
import type { Visits } from './visits'
import { getUnlimited } from './wxacode'

const NOT_FOUND = -604100
const NO_PERMISSION = -604101

export type OpenapiOptions = {
  readonly messages: Messages
  readonly visits: Visits
  readonly verdicts: Verdicts
  readonly clock: Clock
  readonly runner: Pick<Runner, 'invocationOf' | 'mayCall'>
  readonly faults: Pick<Faults, 'around'>
  readonly envId: string
  readonly appId: string
}

/** WeChat's own interfaces. One that is not here is refused by its name; one that config.json does not list, with WeChat's code. */
export function openOpenapi({ messages, visits, verdicts, clock, runner, faults, envId, appId }: OpenapiOptions) {
  const { msgSecCheck, mediaCheckAsync, getUserRiskRank } = openSecurity({ visits, verdicts, clock })
  const served: Readonly<Record<string, (parameters: Parameters) => WeChatReply | Picture>> = {
    'subscribeMessage.send': (parameters) => sendSubscribeMessage(parameters, messages, clock.now()),
    'security.msgSecCheck': msgSecCheck,
    'security.mediaCheckAsync': mediaCheckAsync,
    'riskControl.getUserRiskRank': getUserRiskRank,
    'wxacode.getUnlimited': getUnlimited,
    'phonenumber.getPhoneNumber': openPhoneNumbers(clock, appId),
  }
  const serverOf = (api: string) => (Object.hasOwn(served, api) ? served[api]! : null)
  const isPermitted = (api: string, invocation: Invocation | undefined) => !invocation || runner.mayCall(invocation.functionName, api)

  /** `cloud.openapi.*`: protobuf in a form, and protobuf back. */
  async function answer(request: IncomingMessage): Promise<Buffer> {
    const { fields, requestData } = await readForm(request)
    assertEnv(fields, envId)
    const { action = '', apiName: api = '' } = fields
    if (action !== 'wx.openApi') throw invalidParameter(notServed(nameOf(action, api)))
    const serve = serverOf(api)
    // Of what is no `openapi.x.y` (getOpenData, say) the SDK reads no reply of JSON, so it is refused as the cloud refuses.
    if (!serve && !api.includes('.')) throw invalidParameter(notServed(nameOf(action, api)))
    if (!serve) return jsonReply({ errcode: NOT_FOUND, errmsg: `API not found: ${notServed(`openapi.${api}`)}` })
    const invocation = runner.invocationOf(fields.wxCloudApiToken ?? '')
    if (!isPermitted(api, invocation)) return errorReply(NO_PERMISSION)
    const { appid, parameters } = decodeRequest(requestData)
    if (appid !== '' && appid !== appId) throw invalidParameter(`本地云只有小程序 ${appId} (the only mini-program of the local cloud is ${appId}): ${appid}`)
    const reply = await faults.around({ request, action: `openapi.${api}`, invocation }, () => serve(parameters))
    return 'buffer' in reply ? pictureReply(reply as Picture) : jsonReply(reply)
  }

  /** `callOpenAPI`, which the SDK calls deprecated: JSON in and out, and WeChat's errors inside the result. */
  const callOpenAPI: AdminAction = (body, invocation) => {
    const api = text(body, 'apiName')
    const serve = serverOf(api)
    if (!serve) return inJson({ errcode: NOT_FOUND, errmsg: `API not found: ${notServed(`callOpenAPI ${api}`)}` })
    if (!isPermitted(api, invocation)) return inJson({ errcode: NO_PERMISSION, errmsg: 'function has no permission to call this API' })
    const reply = serve(parse(body.requestData))
    if ('buffer' in reply) throw new CloudError('INVALID_PARAM', `图片不能由 callOpenAPI 返回，请用 openapi.${api} (callOpenAPI returns no pictures, use openapi.${api})`)
    return inJson(reply)
  }
  return { answer, actions: { 'wx.api': callOpenAPI } }
}

const inJson = (reply: WeChatReply) => ({ data: { responseData: JSON.stringify(reply) } })

const notServed = (name: string) => `本地云不支持 ${name} (the local cloud does not serve ${name})`

/** What these calls are named on the wire is not what the developer wrote. */
const SDK_NAMES: Readonly<Record<string, string>> = { ApiGetOpenDataByCloudId: 'getOpenData', ApiVoipSign: 'getVoIPSign', GetCloudCallSign: 'getCloudCallSign' }

function nameOf(action: string, api: string): string {
  if (action === 'wx.openApi') return SDK_NAMES[api] ?? `openapi.${api}`
  return action === 'wx.wxPayApi' ? `cloudPay.${api}` : action
}

function parse(requestData: unknown): Parameters {
  try {
    const parameters: unknown = JSON.parse(typeof requestData === 'string' && requestData !== '' ? requestData : '{}')
    if (parameters !== null && typeof parameters === 'object') return parameters as Parameters
  } catch {
    // Falls through to the one refusal below.
  }
  throw invalidParameter('requestData 不是 JSON 对象 (requestData is not a JSON object)')
}
