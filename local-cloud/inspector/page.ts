import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { sendBytes } from '../gateway/http'
import type { Route, Routes } from '../gateway/routes'

const FOLDER = path.join(__dirname, 'page')
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' }
/** The page shows what strangers wrote: nothing but its own files ever runs in it, and nothing else is loaded. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** The page as it lies in its folder: no build step, and a change is seen by a reload. */
export function pageRoutes(): Routes {
  const names = readdirSync(FOLDER).filter((name) => path.extname(name) in TYPES)
  return { 'GET /_cloud': serve('index.html'), ...Object.fromEntries(names.map((name) => [`GET /_cloud/page/${name}`, serve(name)])) }
}

const serve =
  (name: string): Route =>
  async (_request, response) =>
    sendBytes(response, await readFile(path.join(FOLDER, name)), `${TYPES[path.extname(name)]}; charset=utf-8`, {
      'cache-control': 'no-cache', 'content-security-policy': POLICY, 'referrer-policy': 'no-referrer',
    })
