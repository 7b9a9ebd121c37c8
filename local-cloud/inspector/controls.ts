import type { IncomingMessage } from 'node:http'
import { CloudError } from '../errors'
import type { Faults } from '../faults/openFaults'
import { HttpRefusal, readJson, sendJson } from '../gateway/http'
import type { Route, Routes } from '../gateway/routes'
import type { TimerDelivery, Timers } from '../timers'

export type ControlOptions = { readonly timers: Timers; readonly faults: Faults }

const BODY_BYTES_MAX = 64 * 1024

/** What can be set in motion from outside: timers and faults. Other programs may use these addresses too. */
export function controlRoutes({ timers, faults }: ControlOptions): Routes {
  const timerState = () => ({ timers: timers.list(), delivery: timers.delivery() })
  return {
    'GET /_cloud/api/timers': answering(timerState),
    'POST /_cloud/api/timers/fire': answering(async (request) => ({ result: await timers.fire(String((await readJson(request, BODY_BYTES_MAX)).functionName)) })),
    'POST /_cloud/api/timers/delivery': answering(async (request) => {
      timers.deliver((await readJson(request, BODY_BYTES_MAX)).mode as TimerDelivery)
      return timerState()
    }),
    'GET /_cloud/api/faults': answering(() => faults.list()),
    'POST /_cloud/api/faults': answering(async (request) => faults.add(await readJson(request, BODY_BYTES_MAX))),
    'DELETE /_cloud/api/faults': answering(() => {
      faults.clear()
      return faults.list()
    }),
  }
}

const answering =
  (work: (request: IncomingMessage) => unknown): Route =>
  async (request, response) => {
    try {
      sendJson(response, await work(request))
    } catch (error) {
      throw error instanceof CloudError ? new HttpRefusal(400, error.message) : error
    }
  }
