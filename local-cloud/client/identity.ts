import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

const COOKIE = 'linjing_person'
const YEAR_SECONDS = 365 * 24 * 3600

export const isOpenid = (text: unknown): text is string => typeof text === 'string' && /^[\w-]{1,64}$/.test(text)

export function openidOf(request: IncomingMessage): string | null {
  const found = (request.headers.cookie ?? '').split(/;\s*/).find((pair) => pair.startsWith(`${COOKIE}=`))
  const openid = found?.slice(COOKIE.length + 1)
  return isOpenid(openid) ? openid : null
}

export const becomePerson = (response: ServerResponse, openid: string): void => void response.setHeader('set-cookie', `${COOKIE}=${openid}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax; HttpOnly`)

/** Whoever comes without a name stays the same stranger: a phone too keeps its openid. */
export function openidOrVisitor(request: IncomingMessage, response: ServerResponse): string {
  const known = openidOf(request)
  if (known) return known
  const visitor = `visitor-${randomBytes(8).toString('hex')}`
  becomePerson(response, visitor)
  return visitor
}
