import type { IncomingMessage, ServerResponse } from 'node:http'
import { assertSameOrigin, HttpRefusal } from './http'

export type Route = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void
/** Keyed by method and path, 'GET /_cloud/api/state'. */
export type Routes = Readonly<Record<string, Route>>

/** One door over a table of routes, for the pages of this machine only. */
export function serveRoutes(routes: Routes): Route {
  const table = new Map(Object.entries(routes))
  return (request, response, url) => {
    assertSameOrigin(request)
    const asked = `${request.method} ${url.pathname}`
    const route = table.get(asked)
    if (!route) throw new HttpRefusal(404, `没有这个接口 (no such door): ${asked}`)
    return route(request, response, url)
  }
}
