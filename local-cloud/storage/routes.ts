import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { asCloudError, type Report } from '../errors'
import type { Faults } from '../faults/openFaults'
import { HttpRefusal, readBody } from '../gateway/http'
import type { Files, StoredFile } from './files'
import type { Links } from './links'

const TYPES: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.png': 'image/png', '.gif': 'image/gif', '.webp': 'image/webp',
  '.mp3': 'audio/mpeg', '.mp4': 'video/mp4', '.pdf': 'application/pdf', '.txt': 'text/plain; charset=utf-8', '.csv': 'text/csv; charset=utf-8', '.json': 'application/json',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

type Storage = { readonly files: Files; readonly links: Links; readonly faults: Pick<Faults, 'around'> }

/** Step two of `uploadFile`. The SDK looks at the body only, so a failure is an XML text with all its parts. */
export async function receiveUpload(request: IncomingMessage, response: ServerResponse, token: string, { files, links, faults, report }: Storage & { report: Report }): Promise<void> {
  const requestId = randomBytes(8).toString('hex')
  try {
    const cloudPath = links.open('upload', token)
    if (cloudPath === null || request.headers.authorization !== token) throw new HttpRefusal(403, '上传链接无效或已过期 (the upload link is invalid or has expired)')
    const body = await readBody(request, files.bytesMax)
    await faults.around({ request, action: 'storage.upload' }, () => files.put(cloudPath, body))
    response.writeHead(200, { 'content-length': 0 }).end()
  } catch (error) {
    if (request.socket.destroyed) return
    request.resume()
    const { status, code, message } = uploadError(error, requestId, report)
    response.writeHead(status, { 'content-type': 'application/xml' }).end(xmlError(code, message, requestId))
  }
}

/** Named as the real storage names them. */
function uploadError(error: unknown, requestId: string, report: Report): { status: number; code: string; message: string } {
  if (error instanceof HttpRefusal) return { status: error.status, code: error.status === 413 ? 'EntityTooLarge' : 'AccessDenied', message: error.message }
  return { status: 500, code: 'InternalError', message: asCloudError(error, requestId, report).message }
}

const xmlError = (code: string, message: string, requestId: string) =>
  `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${escape(message)}</Message><Resource>upload</Resource><RequestId>${requestId}</RequestId><TraceId>${requestId}</TraceId></Error>`

const escape = (text: string) => text.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`)

export async function sendLinkedFile(request: IncomingMessage, response: ServerResponse, token: string, { files, links, faults }: Storage): Promise<void> {
  const cloudPath = links.open('download', token)
  if (cloudPath === null) throw new HttpRefusal(403, '链接无效或已过期 (the link is invalid or has expired)')
  sendFile(response, await faults.around({ request, action: 'storage.download' }, () => files.find(cloudPath)), files)
}

/** Stored files come from people: they are never run as part of the page that shows them. */
export function sendFile(response: ServerResponse, file: StoredFile | undefined, files: Files): void {
  if (!file) throw new HttpRefusal(404, '文件不存在 (no such file)')
  const name = path.posix.basename(file.path)
  const type = TYPES[path.posix.extname(name).toLowerCase()]
  response.writeHead(200, {
    'content-type': type ?? 'application/octet-stream',
    'content-length': file.size,
    'content-disposition': `${type?.startsWith('image/') ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, max-age=600',
  })
  files.open(file).on('error', () => response.destroy()).pipe(response)
}
