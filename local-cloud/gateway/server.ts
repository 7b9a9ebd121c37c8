import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sendStatic } from '../client/static'
import type { Faults } from '../faults/openFaults'
import { asCloudError, type Report } from '../errors'
import type { Files } from '../storage/files'
import type { Links } from '../storage/links'
import { receiveUpload, sendLinkedFile } from '../storage/routes'
import { assertLoopback, assertSameOrigin, HttpRefusal, sendJson } from './http'
import type { Route } from './routes'

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void
export type Doors = { readonly admin: Handler; readonly client: Route; readonly pages: Route; readonly files: Files; readonly links: Links; readonly faults: Pick<Faults, 'around'>; readonly report: Report; readonly h5Dir: string | undefined }

/** Node's agents keep their sockets; a server that closed them after its default 5 s would answer with ECONNRESET. */
const KEEP_ALIVE_MILLISECONDS = 75_000

export function openServer(doors: () => Doors | undefined): Server {
  const server = createServer((request, response) => {
    const open = doors()
    if (!open) return void response.writeHead(503).end()
    serve(request, response, open).catch((error: Error) => refuse(request, response, error, open.report))
  })
  server.keepAliveTimeout = KEEP_ALIVE_MILLISECONDS
  server.headersTimeout = KEEP_ALIVE_MILLISECONDS + 5_000
  return server
}

async function serve(request: IncomingMessage, response: ServerResponse, doors: Doors): Promise<void> {
  const target = request.url ?? '/'
  // The hot road first, and without parsing the address.
  if (target.startsWith('/admin')) return doors.admin(request, response)
  const url = new URL(target, 'http://127.0.0.1')
  const [, root, place, token] = url.pathname.split('/')
  if (root === 'client') return doors.client(request, response, url)
  if (root === '_cloud') {
    if (place === 'upload' && token && request.method === 'PUT') {
      assertLoopback(request)
      return receiveUpload(request, response, token, doors)
    }
    if (place === 'file' && token && request.method === 'GET') {
      assertLoopback(request)
      return sendLinkedFile(request, response, token, doors)
    }
    return doors.pages(request, response, url)
  }
  if (request.method !== 'GET') throw new HttpRefusal(405, request.method ?? '')
  assertSameOrigin(request)
  if (!doors.h5Dir) {
    response.writeHead(302, { location: '/_cloud' }).end()
    return
  }
  await sendStatic(response, doors.h5Dir, url.pathname)
}

function refuse(request: IncomingMessage, response: ServerResponse, error: Error, report: Report): void {
  if (request.socket.destroyed) return
  request.resume()
  if (response.headersSent) return void response.destroy()
  const { status, message } = asRefusal(error, report)
  sendJson(response, { ok: false, errMsg: message }, status)
}

function asRefusal(error: Error, report: Report): HttpRefusal {
  if (error instanceof HttpRefusal) return error
  if (error instanceof URIError || (error as NodeJS.ErrnoException).code === 'ERR_INVALID_URL') return new HttpRefusal(400, '地址无效 (an invalid address)')
  return new HttpRefusal(500, asCloudError(error, randomBytes(8).toString('hex'), report).message)
}

export const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? Object.assign(new Error(`端口 ${port} 已被占用 (port ${port} is in use)`, { cause: error }), { code: error.code }) : error))
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
