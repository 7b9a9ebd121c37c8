import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Sql } from '../engine/sqlite'

export type Purpose = 'upload' | 'download'
export type Links = ReturnType<typeof openLinks>

/** Links that carry their path and their end, signed with a secret that outlives a restart. Real time, because a browser asks in real time. */
export function openLinks(sql: Sql, now: () => number = Date.now) {
  sql.execute('CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL)')
  sql.prepare('INSERT OR IGNORE INTO secrets (name, value) VALUES (?, ?)').run(['links', randomBytes(32).toString('hex')])
  const secret = sql.prepare('SELECT value FROM secrets WHERE name = ?').get(['links'])![0] as string
  const sign = (content: string) => createHmac('sha256', secret).update(content).digest('base64url')

  return {
    /** Only letters, digits, `-`, `_` and `.`: the same whether a client encodes it or not. `step` makes links of one span of time the same link. */
    token(purpose: Purpose, path: string, seconds: number, step = 1): string {
      const end = Math.floor((now() / 1000 + seconds) / step) * step
      const content = `${purpose}.${end}.${Buffer.from(path).toString('base64url')}`
      return `${content}.${sign(content)}`
    },
    /** The path, or null for a forged, spoilt or old link. */
    open(purpose: Purpose, token: string): string | null {
      const [given, end, path, signature, ...more] = token.split('.')
      if (given !== purpose || !end || !path || !signature || more.length) return null
      const expected = Buffer.from(sign(`${given}.${end}.${path}`))
      const actual = Buffer.from(signature)
      if (actual.length !== expected.length || !timingSafeEqual(actual, expected) || Number(end) * 1000 < now()) return null
      return Buffer.from(path, 'base64url').toString()
    },
  }
}
