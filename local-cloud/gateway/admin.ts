import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { asCloudError, invalidParameter } from '../errors'
import type { Runner } from '../functions/runner'
import type { AdminAction } from './actions'
import { assertNotBrowser, HttpRefusal, readJson, sendJson } from './http'

const BODY_BYTES_MAX = 8 * 1024 * 1024

export type AdminOptions = { readonly actions: Readonly<Record<string, AdminAction>>; readonly runner: Runner; readonly openapi: (request: IncomingMessage) => Promise<Buffer> }

/** The one address the SDK speaks to. Errors are answered with HTTP 200 and a code, as the real one does. */
export function openAdmin({ actions, runner, openapi }: AdminOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const requestId = randomBytes(8).toString('hex')
    try {
      assertNotBrowser(request)
      if (request.method !== 'POST') throw invalidParameter(`只接受 POST (only POST is served): ${request.method}`)
      if (request.headers['content-type']?.startsWith('multipart/form-data')) {
        const reply = await openapi(request)
        response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': reply.length }).end(reply)
        return
      }
      const body = await readJson(request, BODY_BYTES_MAX)
      const name = String(body.action)
      const action = Object.hasOwn(actions, name) ? actions[name] : undefined
      if (!action) throw invalidParameter(`本地云不支持动作 ${name} (the local cloud does not support the action ${name})`)
      const invocation = typeof body.wxCloudApiToken === 'string' ? runner.invocationOf(body.wxCloudApiToken) : undefined
      sendJson(response, { requestId, ...(await action(body, invocation)) })
    } catch (error) {
      request.resume()
      const { code, message } = error instanceof HttpRefusal ? { code: 'INVALID_PARAM', message: error.message } : asCloudError(error)
      if (response.headersSent) return void response.destroy()
      sendJson(response, { code, message, requestId })
    }
  }
}
