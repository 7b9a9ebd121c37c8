import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { asCloudError, CloudError, invalidParameter, type Report } from '../errors'
import type { Faults } from '../faults/openFaults'
import type { Runner } from '../functions/runner'
import type { AdminAction } from './actions'
import { assertNotBrowser, HttpRefusal, readJson, sendJson } from './http'
import { assertEnv } from './parameters'
import type { CurrentCaller } from './queryLog'

/** Room for an event of 6 MB, whose quotation marks are escaped on the way. */
const BODY_BYTES_MAX = 16 * 1024 * 1024

export type AdminOptions = {
  readonly actions: Readonly<Record<string, AdminAction>>
  readonly runner: Pick<Runner, 'invocationOf'>
  readonly faults: Pick<Faults, 'around'>
  readonly caller: CurrentCaller
  readonly openapi: (request: IncomingMessage) => Promise<Buffer>
  readonly envId: string
  readonly report: Report
}

/** The one address the SDK speaks to. Errors are answered with HTTP 200 and a code, as the real one does. */
export function openAdmin({ actions, runner, faults, caller, openapi, envId, report }: AdminOptions) {
  async function act(request: IncomingMessage): Promise<Buffer | object> {
    assertNotBrowser(request)
    if (request.method !== 'POST') throw invalidParameter(`只接受 POST (only POST is served): ${request.method}`)
    if (request.headers['content-type']?.startsWith('multipart/form-data')) return openapi(request)
    const body = await readJson(request, BODY_BYTES_MAX)
    assertEnv(body, envId)
    const action = actionOf(actions, body.action)
    const invocation = typeof body.wxCloudApiToken === 'string' ? runner.invocationOf(body.wxCloudApiToken) : undefined
    const name = String(body.action)
    if (invocation && name.startsWith('database.')) invocation.databaseCalls += 1
    return faults.around({ request, action: name, collection: body.collectionName, invocation }, () => caller.run(invocation, () => action(body, invocation)))
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const requestId = randomBytes(8).toString('hex')
    try {
      const reply = await act(request)
      if (Buffer.isBuffer(reply)) response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': reply.length }).end(reply)
      else sendJson(response, { requestId, ...reply })
    } catch (error) {
      // Whoever has hung up is told nothing, and it is nobody's mistake.
      if (request.socket.destroyed) return
      request.resume()
      const { code, message } = error instanceof HttpRefusal ? refusalCode(error) : asCloudError(error, requestId, report)
      if (response.headersSent) return void response.destroy()
      sendJson(response, { code, message, requestId })
    }
  }
}

const refusalCode = ({ status, message }: HttpRefusal) => ({ code: status === 413 ? 'EXCEED_REQUEST_SIZE_LIMIT' : 'INVALID_PARAM', message })

const FAMILY_CODES = new Map([['database', 'DATABASE_INVALID_OPERRATOR'], ['functions', 'FUNCTIONS_REQUEST_FAIL'], ['storage', 'STORAGE_REQUEST_FAIL']])

function actionOf(actions: AdminOptions['actions'], name: unknown): AdminAction {
  if (typeof name === 'string' && Object.hasOwn(actions, name)) return actions[name]!
  const shown = String(name).slice(0, 100)
  throw new CloudError(FAMILY_CODES.get(shown.split('.')[0]!) ?? 'INVALID_PARAM', `本地云不支持动作 ${shown} (the local cloud does not support the action ${shown})`)
}
