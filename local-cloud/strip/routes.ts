import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { becomePerson, isOpenid, openidOf, openidOrVisitor } from '../client/identity'
import type { Clock } from '../clock'
import { HttpRefusal, readJson, sendBytes, sendJson } from '../gateway/http'
import type { Routes } from '../gateway/routes'
import type { Messages } from '../openapi/messages'
import type { Timers } from '../timers'
import type { Person } from './people'
import { nextWorkingPeriod, type AddWorkingTime } from './workingTime'

export type StripOptions = {
  readonly clock: Clock
  readonly timers: Timers
  readonly messages: Messages
  readonly people: () => readonly Person[]
  readonly addWorkingTime?: AddWorkingTime
}

const BODY_BYTES_MAX = 16 * 1024
const HOUR = 3600_000
const MESSAGES_SHOWN = 100

/** The demonstrator's own controls: who I am, what time it is, what arrived on whose phone. */
export function stripRoutes({ clock, timers, messages, people, addWorkingTime }: StripOptions): Routes {
  const isFrozen = () => 'frozenAt' in clock.reading()
  /** `ahead`: ms before the machine's own time, which is the real one here; a browser elsewhere may have another. */
  const state = (openid: string | null) => ({ now: clock.now(), ahead: clock.now() - Date.now(), isFrozen: isFrozen(), openid, people: people(), messageCount: messages.count(), hasWorkingTime: addWorkingTime !== undefined })

  async function moveClock(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { by, to, workingHours, freeze } = await readJson(request, BODY_BYTES_MAX)
    try {
      if (freeze === true) clock.freezeAt(clock.now())
      else clock.moveTo(freeze === false ? clock.now() : target(by, to, workingHours))
    } catch (error) {
      throw error instanceof RangeError ? new HttpRefusal(400, '时刻无效 (not an instant)') : error
    }
    // What the move has made due is done before the answer: the page that reloads sees it.
    await timers.tick()
    sendJson(response, { now: clock.now(), isFrozen: isFrozen() })
  }

  function target(by: unknown, to: unknown, workingHours: unknown): number {
    if (typeof by === 'number') return Math.round(clock.now() + by)
    if (typeof to === 'number') return to
    if (to === 'now') return Date.now()
    if (typeof to === 'string' && !Number.isNaN(Date.parse(to)) && to.length > 9) return Date.parse(to)
    if (workingHours === undefined && to !== 'nextWorkingPeriod') throw new HttpRefusal(400, '时刻无效，应有 by / to / workingHours / freeze 之一 (one of by, to, workingHours, freeze was expected)')
    if (!addWorkingTime) throw new HttpRefusal(400, '启动时没有给工作时间算法 (started without addWorkingTime)')
    if (to === 'nextWorkingPeriod') return nextWorkingPeriod(clock.now(), addWorkingTime)
    if (typeof workingHours !== 'number' || !(workingHours > 0)) throw new HttpRefusal(400, 'workingHours 应为正数 (a positive number was expected)')
    return addWorkingTime(clock.now(), Math.round(workingHours * HOUR))
  }

  async function choosePerson(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { openid } = await readJson(request, BODY_BYTES_MAX)
    if (!isOpenid(openid)) throw new HttpRefusal(400, 'openid 只可有 1–64 个字母、数字、- 和 _ (invalid openid)')
    becomePerson(response, openid)
    sendJson(response, state(openid))
  }

  const script = (name: string) => readFile(path.join(__dirname, name), 'utf8')
  const sendScript = (response: ServerResponse, text: string) => sendBytes(response, Buffer.from(text), 'text/javascript; charset=utf-8', { 'cache-control': 'no-store' })

  return {
    'GET /_cloud/strip.js': async (_request, response) => sendScript(response, await script('strip.js')),
    'GET /_cloud/phone.js': async (request, response) => sendScript(response, `const person = ${JSON.stringify(openidOrVisitor(request, response))}\n${await script('phone.js')}`),
    'GET /_cloud/api/state': (request, response) => sendJson(response, state(openidOf(request))),
    'POST /_cloud/api/person': choosePerson,
    'POST /_cloud/api/clock': moveClock,
    'GET /_cloud/api/messages': (_request, response, url) => sendJson(response, messages.all(MESSAGES_SHOWN, url.searchParams.get('openid') ?? undefined).reverse()),
  }
}
