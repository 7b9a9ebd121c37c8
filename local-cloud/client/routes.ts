import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError } from '../errors'
import type { Faults } from '../faults/openFaults'
import type { Runner } from '../functions/runner'
import { assertSameOrigin, HttpRefusal, isTooDeep, readBody, readJson, sendJson } from '../gateway/http'
import type { Messages } from '../openapi/messages'
import type { FileIds } from '../storage/actions'
import type { Files } from '../storage/files'
import { sendFile } from '../storage/routes'
import { openidOrVisitor } from './identity'

/** As `wx.cloud.callFunction` has it for a request. */
const CALL_BYTES_MAX = 1024 * 1024
const RESULT_BYTES_MAX = 1024 * 1024
const TEMPLATES_MAX = 5

export type ClientOptions = { readonly runner: Runner; readonly files: Files; readonly fileIds: FileIds; readonly messages: Messages; readonly faults: Pick<Faults, 'around'> }

/** The mini-program's door for a browser: what `wx.cloud` and `wx.requestSubscribeMessage` do on a phone. */
export function clientRoutes({ runner, files, fileIds, messages, faults }: ClientOptions) {
  async function call(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { name, data = {} } = await readJson(request, CALL_BYTES_MAX)
    const openid = openidOrVisitor(request, response)
    if (typeof name !== 'string') throw new HttpRefusal(400, 'name is missing')
    if (isTooDeep(data)) throw new HttpRefusal(400, '参数嵌套太深 (the data is nested too deep)')
    try {
      const result = await faults.around({ request, action: 'functions.call', functionName: name }, () => runner.invoke(name, data, { source: 'wx_client', openid }))
      if (Buffer.byteLength(result) > RESULT_BYTES_MAX) throw new CloudError('EXCEED_MAX_RESPONSE_SIZE', 'cloudfunction result size exceed limit (1MB)')
      sendJson(response, { ok: true, result: JSON.parse(result) as unknown })
    } catch (error) {
      if (!(error instanceof CloudError)) throw error
      sendJson(response, { ok: false, errMsg: `cloud.callFunction:fail Error: ${clientMessage(error)}` })
    }
  }

  async function upload(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const openid = openidOrVisitor(request, response)
    const path = url.searchParams.get('path') ?? ''
    try {
      const body = await readBody(request, files.bytesMax)
      await faults.around({ request, action: 'storage.upload' }, () => files.put(path, body, openid))
      sendJson(response, { fileID: fileIds.of(path) })
    } catch (error) {
      if (error instanceof CloudError) throw new HttpRefusal(400, `cloud.uploadFile:fail Error: ${clientMessage(error)}`)
      throw error
    }
  }

  async function subscribe(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { templateIds } = await readJson(request, CALL_BYTES_MAX)
    const isUsable = Array.isArray(templateIds) && templateIds.length > 0 && templateIds.length <= TEMPLATES_MAX && templateIds.every((id) => typeof id === 'string' && id !== '')
    if (!isUsable) throw new HttpRefusal(400, `templateIds: 1–${TEMPLATES_MAX} 个模板 (one to ${TEMPLATES_MAX} template ids)`)
    const openid = openidOrVisitor(request, response)
    const accepted = [...new Set(templateIds as string[])]
    for (const id of accepted) messages.accept(openid, id)
    sendJson(response, Object.fromEntries(accepted.map((id) => [id, 'accept'])))
  }

  /** On a phone an image may be shown by its fileID; a browser needs an address for it. */
  function file(response: ServerResponse, url: URL): void {
    const path = fileIds.pathOf(url.searchParams.get('id') ?? '')
    sendFile(response, path === null ? undefined : files.find(path), files)
  }

  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    assertSameOrigin(request)
    const route = `${request.method} ${url.pathname}`
    if (route === 'POST /client/call') return call(request, response)
    if (route === 'POST /client/upload') return upload(request, response, url)
    if (route === 'POST /client/subscribe') return subscribe(request, response)
    if (route === 'GET /client/file') return file(response, url)
    throw new HttpRefusal(404, `没有这个接口 (no such door): ${route}`)
  }
}

const CLIENT_CODES: Readonly<Record<string, readonly [code: number, words?: string]>> = {
  FUNCTION_NOT_FOUND: [-501000],
  EXCEED_REQUEST_LIMIT: [-501003, 'exceed request limit'],
  STORAGE_REQUEST_FAIL: [-503001, 'storage request fail'],
  EXCEED_MAX_RESPONSE_SIZE: [-604001],
  FUNCTIONS_EXECUTE_FAIL: [-504002, 'functions execute fail'],
  FUNCTIONS_MEMORY_LIMIT_EXCEEDED: [-504002, 'functions execute fail'],
  FUNCTIONS_TIME_LIMIT_EXCEEDED: [-504003],
}

/** As WeChat's client tells what failed: its newer versions by the cloud's own code, older ones by one code for every failed function, with the cloud's inside. */
function clientMessage({ code, message, isWrapped }: CloudError): string {
  const [number, words] = CLIENT_CODES[code] ?? [-501001, code]
  if (isWrapped) return `errCode: -404011 cloud function execution error | errMsg: cloud.callFunction:fail requestID ${randomUUID()}, cloud function service error code ${number}, error message ${message}; at cloud.callFunction api;`
  return `errCode: ${number}${words ? ` ${words}` : ''} | errMsg: ${message}`
}
