import { readFile, realpath } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import path from 'node:path'
import { HttpRefusal, sendBytes } from '../gateway/http'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json', '.map': 'application/json',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.gif': 'image/gif', '.webp': 'image/webp', '.ico': 'image/x-icon',
  '.woff': 'font/woff', '.woff2': 'font/woff2', '.ttf': 'font/ttf', '.txt': 'text/plain; charset=utf-8',
}
/** Before the app reads what its phone has kept. */
const PHONE = '<script src="/_cloud/phone.js"></script>'
const STRIP = '<script src="/_cloud/strip.js" defer></script>'

/** Serves the built H5 app; the first page is given the strip and a phone for each person, so that the app itself need not know of it. */
export async function sendStatic(response: ServerResponse, directory: string, pathname: string): Promise<void> {
  const wanted = pathname.endsWith('/') ? `${pathname}index.html` : pathname
  const root = await realpath(directory).catch(() => {
    throw new HttpRefusal(404, `还没有构建网页版 (the h5 app is not built): ${path.basename(directory)}`)
  })
  const file = await realpath(path.join(root, decodeURIComponent(wanted))).catch(() => null)
  const type = file && TYPES[path.extname(file).toLowerCase()]
  if (!file || !type || !file.startsWith(root + path.sep)) throw new HttpRefusal(404, '没有这个页面 (no such page)')
  const content = await readFile(file)
  if (path.basename(file) !== 'index.html') {
    const isHashed = /\.[0-9a-f]{8,}\./.test(file)
    return sendBytes(response, content, type, { 'cache-control': isHashed ? 'max-age=31536000, immutable' : 'no-cache' })
  }
  const page = content.toString('utf8')
  const withScripts = page.includes('</head>') ? page.replace('<head>', `<head>${PHONE}`).replace('</head>', `${STRIP}</head>`) : PHONE + STRIP + page
  sendBytes(response, withScripts, type, { 'cache-control': 'no-cache' })
}
