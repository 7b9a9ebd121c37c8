import type { IncomingMessage, ServerResponse } from 'node:http'

export class HttpRefusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
  }
}

export async function readBody(request: IncomingMessage, bytesMax: number): Promise<Buffer> {
  const tooLarge = () => new HttpRefusal(413, `内容超过 ${Math.round(bytesMax / 1024)} KB (the body is too large)`)
  if (Number(request.headers['content-length']) > bytesMax) throw tooLarge()
  const chunks: Buffer[] = []
  let size = 0
  // Not destroyed when too much comes: the sender is still to read why.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > bytesMax) throw tooLarge()
    chunks.push(chunk)
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
}

export async function readJson(request: IncomingMessage, bytesMax: number): Promise<Record<string, unknown>> {
  const body = await readBody(request, bytesMax)
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8') || '{}')
    if (parsed !== null && typeof parsed === 'object' && !Array.isArray(parsed)) return parsed as Record<string, unknown>
  } catch {
    // Falls through to the one refusal below.
  }
  throw new HttpRefusal(400, '请求不是 JSON 对象 (the request is not a JSON object)')
}

/** What is handed on is written as text again, and a writer that calls itself for each level dies of too many. */
const DEPTH_MAX = 200

export function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEPTH_MAX) return true
    level = level.flatMap((each) => (each !== null && typeof each === 'object' ? (Object.values(each) as unknown[]) : []))
  }
  return false
}

/** The content type is spelt exactly as the SDK tells JSON errors from protobuf replies. */
export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  const body = Buffer.from(JSON.stringify(value))
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length, 'cache-control': 'no-store' })
  response.end(body)
}

export function sendBytes(response: ServerResponse, body: Buffer | string, contentType: string, headers: Record<string, string> = {}): void {
  const bytes = Buffer.from(body)
  response.writeHead(200, { 'content-type': contentType, 'content-length': bytes.length, 'x-content-type-options': 'nosniff', ...headers })
  response.end(bytes)
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** A foreign web page may resolve its own name to 127.0.0.1, so the name in `Host` must be ours too. */
export function assertLoopback(request: IncomingMessage): void {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  if (!LOOPBACK.has(host)) throw new HttpRefusal(403, `只接受本机访问 (only loopback hosts are served): ${host}`)
}

export function assertSameOrigin(request: IncomingMessage): void {
  assertLoopback(request)
  const { origin } = request.headers
  if (origin !== undefined && origin !== `http://${request.headers.host}`) throw new HttpRefusal(403, `只接受同源请求 (only same-origin requests are served): ${origin}`)
}

/** The SDK is no browser: whatever carries an Origin comes from a web page and has no business at the admin door. */
export function assertNotBrowser(request: IncomingMessage): void {
  assertLoopback(request)
  if (request.headers.origin !== undefined || request.headers['sec-fetch-site'] !== undefined) throw new HttpRefusal(403, '浏览器不可访问管理接口 (the admin door is not for browsers)')
}
