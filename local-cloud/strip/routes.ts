import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { becomePerson, isOpenid, openidOf } from '../client/identity'
import type { Clock } from '../clock'
import { encode } from '../engine/document'
import type { Engine } from '../engine/openEngine'
import type { Logs } from '../functions/logs'
import { assertSameOrigin, HttpRefusal, readJson, sendBytes, sendJson } from '../gateway/http'
import type { Messages } from '../openapi/messages'
import type { Timers } from '../timers'
import type { Person } from './people'
import { nextWorkingPeriod, type AddWorkingTime } from './workingTime'

export type StripOptions = {
  readonly clock: Clock
  readonly timers: Timers
  readonly engine: Engine
  readonly messages: Messages
  readonly logs: Logs
  readonly people: () => readonly Person[]
  readonly addWorkingTime?: AddWorkingTime
}

const BODY_BYTES_MAX = 16 * 1024
const HOUR = 3600_000
const MESSAGES_SHOWN = 100
const LOGS_SHOWN = 300
const DOCUMENTS_SHOWN = 50

/** The demonstrator's own controls: who I am, what time it is, what arrived on whose phone, what lies in the database. */
export function stripRoutes({ clock, timers, engine, messages, logs, people, addWorkingTime }: StripOptions) {
  const state = (openid: string | null) => ({ now: clock.now(), isFrozen: 'frozenAt' in clock.reading(), openid, people: people(), messageCount: messages.count(), hasWorkingTime: addWorkingTime !== undefined })

  async function moveClock(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { by, to, workingHours } = await readJson(request, BODY_BYTES_MAX)
    try {
      clock.moveTo(target(by, to, workingHours))
    } catch (error) {
      throw error instanceof RangeError ? new HttpRefusal(400, '时刻无效 (not an instant)') : error
    }
    // What the move has made due is done before the answer: the page that reloads sees it.
    await timers.tick()
    sendJson(response, { now: clock.now() })
  }

  function target(by: unknown, to: unknown, workingHours: unknown): number {
    if (typeof by === 'number') return Math.round(clock.now() + by)
    if (typeof to === 'number') return to
    if (to === 'now') return Date.now()
    if (typeof to === 'string' && !Number.isNaN(Date.parse(to)) && to.length > 9) return Date.parse(to)
    if (workingHours === undefined && to !== 'nextWorkingPeriod') throw new HttpRefusal(400, 'by / to / workingHours')
    if (!addWorkingTime) throw new HttpRefusal(400, '启动时没有给工作时间算法 (started without addWorkingTime)')
    if (to === 'nextWorkingPeriod') return nextWorkingPeriod(clock.now(), addWorkingTime)
    if (typeof workingHours !== 'number' || !(workingHours > 0)) throw new HttpRefusal(400, 'workingHours')
    return addWorkingTime(clock.now(), Math.round(workingHours * HOUR))
  }

  async function choosePerson(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { openid } = await readJson(request, BODY_BYTES_MAX)
    if (!isOpenid(openid)) throw new HttpRefusal(400, 'openid')
    becomePerson(response, openid)
    sendJson(response, state(openid))
  }

  const file = async (response: ServerResponse, name: string, type: string) => sendBytes(response, await readFile(path.join(__dirname, name)), `${type}; charset=utf-8`, { 'cache-control': 'no-cache' })

  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    assertSameOrigin(request)
    switch (`${request.method} ${url.pathname}`) {
      case 'GET /_cloud/strip.js':
        return file(response, 'strip.js', 'text/javascript')
      case 'GET /_cloud':
        return file(response, 'page.html', 'text/html')
      case 'GET /_cloud/page.js':
        return file(response, 'page.js', 'text/javascript')
      case 'GET /_cloud/api/state':
        return sendJson(response, state(openidOf(request)))
      case 'POST /_cloud/api/person':
        return choosePerson(request, response)
      case 'POST /_cloud/api/clock':
        return moveClock(request, response)
      case 'GET /_cloud/api/messages':
        return sendJson(response, messages.all(MESSAGES_SHOWN).reverse())
      case 'GET /_cloud/api/logs':
        return sendJson(response, logs.all().slice(-LOGS_SHOWN).reverse())
      case 'GET /_cloud/api/collections':
        return sendJson(response, engine.collections())
      case 'GET /_cloud/api/documents': {
        const name = url.searchParams.get('collection') ?? ''
        if (!engine.collections().some((collection) => collection.name === name)) throw new HttpRefusal(404, '没有这个集合 (no such collection)')
        return sendJson(response, engine.find(name, { limit: DOCUMENTS_SHOWN }).map((document) => JSON.parse(encode(document)) as unknown))
      }
      default:
        throw new HttpRefusal(404, `没有这个接口 (no such door): ${request.method} ${url.pathname}`)
    }
  }
}
