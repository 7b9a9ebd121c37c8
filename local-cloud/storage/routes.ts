import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { asCloudError } from '../errors'
import { HttpRefusal, readBody } from '../gateway/http'
import type { Files, StoredFile } from './files'
import type { Links } from './links'

const TYPES: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.png': 'image/png', '.gif': 'image/gif', '.webp': 'image/webp',
  '.mp3': 'audio/mpeg', '.mp4': 'video/mp4', '.pdf': 'application/pdf', '.txt': 'text/plain; charset=utf-8', '.csv': 'text/csv; charset=utf-8', '.json': 'application/json',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** Step two of `uploadFile`. The SDK looks at the body only, so a failure is an XML text with all its parts. */
export async function receiveUpload(request: IncomingMessage, response: ServerResponse, token: string, { files, links }: { files: Files; links: Links }): Promise<void> {
  try {
    const cloudPath = links.open('upload', token)
    if (cloudPath === null || request.headers.authorization !== token) throw new HttpRefusal(403, 'AccessDenied')
    files.put(cloudPath, await readBody(request, files.bytesMax))
    response.writeHead(200, { 'content-length': 0 }).end()
  } catch (error) {
    const message = error instanceof HttpRefusal ? error.message : asCloudError(error).message
    const code = error instanceof HttpRefusal && error.status === 403 ? 'AccessDenied' : 'UploadFailed'
    const body = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${escape(message)}</Message><Resource>upload</Resource><RequestId>local</RequestId><TraceId>local</TraceId></Error>`
    response.writeHead(error instanceof HttpRefusal ? error.status : 400, { 'content-type': 'application/xml' }).end(body)
    request.resume()
  }
}

const escape = (text: string) => text.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`)

export function sendLinkedFile(response: ServerResponse, token: string, { files, links }: { files: Files; links: Links }): void {
  const cloudPath = links.open('download', token)
  if (cloudPath === null) throw new HttpRefusal(403, '链接无效或已过期 (the link is invalid or has expired)')
  sendFile(response, files.find(cloudPath), files)
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
