import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { clientRoutes } from './client/routes'
import { openClock, type Clock } from './clock'
import type { IndexDefinitions } from './engine/indexes'
import { openEngine, type Engine } from './engine/openEngine'
import type { CloudIdentity } from './functions/environment'
import { openLogs, showLine, type LogLine } from './functions/logs'
import { openRunner } from './functions/runner'
import { openAdmin } from './gateway/admin'
import { databaseActions } from './gateway/databaseActions'
import { functionActions } from './gateway/functionActions'
import { closeServer, listen, openServer, type Doors } from './gateway/server'
import { openMessages, type SentMessage } from './openapi/messages'
import { openOpenapi } from './openapi/openapi'
import { fileIdsOf, storageActions } from './storage/actions'
import { openFiles } from './storage/files'
import { openLinks } from './storage/links'
import { openPeople, type Person } from './strip/people'
import { stripRoutes } from './strip/routes'
import type { AddWorkingTime } from './strip/workingTime'
import { openTimers } from './timers'

export type CloudOptions = {
  /** A directory, or ':memory:' for a cloud that leaves nothing behind. */
  readonly dataDir: string
  /** 0 (the default) takes any free port. */
  readonly port?: number
  readonly functionsDir?: string
  readonly h5Dir?: string
  readonly envId?: string
  readonly appId?: string
  /** False for a deterministic play: timers fire only by `fireTimer`. */
  readonly timers?: boolean
  readonly people?: readonly Person[]
  readonly addWorkingTime?: AddWorkingTime
  /** Not given: store/indexes.json of the project, if there is one. */
  readonly indexes?: IndexDefinitions
  readonly uploadBytesMax?: number
  readonly processesMax?: number
  readonly keepOldKeys?: boolean
  /** Starts one process of each function at once, so that the first call is not a cold one. */
  readonly warm?: boolean
  readonly quiet?: boolean
}

export type InvokeOptions = { readonly openid?: string; readonly source?: string }
export type Cloud = {
  readonly url: string
  readonly adminUrl: string
  readonly engine: Engine
  readonly clock: Clock
  /** Runs a function as if a person had called it; the result as the caller would see it. Rejects with a CloudError. */
  invoke<T = unknown>(functionName: string, data?: unknown, options?: InvokeOptions): Promise<T>
  fireTimer<T = unknown>(functionName: string): Promise<T>
  /** Resolves when everything due by the cloud's clock has been fired. */
  settleTimers(): Promise<void>
  acceptMessages(openid: string, templateId: string, times?: number): void
  sentMessages(): SentMessage[]
  /** Pictures that were given to be checked; WeChat would push the verdict later, the local cloud never does. */
  readonly pendingVerdicts: ReturnType<typeof openOpenapi>['pendingVerdicts']
  logs(): readonly LogLine[]
  close(): Promise<void>
}

const UPLOAD_BYTES = 10 * 1024 * 1024
const UPLOAD_BYTES_LIMIT = 20 * 1024 * 1024

export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const { functionsDir = 'dist/cloudfunctions', envId = 'linjing-local', appId = 'wx-linjing-local', quiet = false, timers: automatic = true } = options
  const isTemporary = options.dataDir === ':memory:'
  const dataDir = isTemporary ? mkdtempSync(path.join(tmpdir(), 'local-cloud-')) : path.resolve(options.dataDir)
  mkdirSync(dataDir, { recursive: true })
  const inDataDir = (name: string) => (isTemporary ? null : path.join(dataDir, name))

  const engine = openEngine({ file: inDataDir('documents.db') ?? ':memory:', namespace: envId, indexes: options.indexes ?? projectIndexes() })
  const clock = openClock(inDataDir('clock.json'))
  const logs = openLogs(quiet ? undefined : (line) => console.log(showLine(line)))
  const messages = openMessages(engine.sql)
  const links = openLinks(engine.sql)
  const fileIds = fileIdsOf(envId)
  const files = openFiles({ directory: path.join(dataDir, 'storage'), sql: engine.sql, now: clock.now, bytesMax: Math.min(options.uploadBytesMax ?? UPLOAD_BYTES, UPLOAD_BYTES_LIMIT) })

  // The functions must be told the port, and the port is known only when the server listens.
  // eslint-disable-next-line prefer-const -- set below, read by then
  let doors: Doors | undefined
  const server = openServer(() => doors)
  const orClose = async <T>(work: () => T | Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      if (server.listening) await closeServer(server)
      engine.close()
      throw error
    }
  }
  const port = await orClose(() => listen(server, options.port ?? 0))
  const url = `http://127.0.0.1:${port}`
  const identity: CloudIdentity = { envId, appId, adminUrl: `${url}/admin` }
  const runner = openRunner({ directory: path.resolve(functionsDir), identity, clock, logs, processesMax: options.processesMax, keepOldKeys: options.keepOldKeys })
  const report = (text: string) => logs.add({ at: clock.now(), functionName: '-', invocation: '-', level: 'error', text })
  const timers = await orClose(() => openTimers({ runner, clock, automatic, report }))
  if (options.warm) runner.warm()
  const openapi = openOpenapi({ messages, clock, runner })
  doors = {
    files,
    links,
    h5Dir: options.h5Dir && path.resolve(options.h5Dir),
    admin: openAdmin({
      actions: { ...databaseActions(engine, clock), ...functionActions(runner), ...storageActions({ files, links, fileIds, url: () => url }) },
      runner,
      openapi,
    }),
    client: clientRoutes({ runner, files, fileIds, messages }),
    strip: stripRoutes({ clock, timers, engine, messages, logs, people: openPeople(options.people, inDataDir('people.json')), addWorkingTime: options.addWorkingTime }),
  }

  return {
    url,
    adminUrl: identity.adminUrl,
    engine,
    clock,
    invoke: async <T>(functionName: string, data: unknown = {}, { openid, source = 'wx_client' }: InvokeOptions = {}) =>
      JSON.parse(await runner.invoke(functionName, data, openid === undefined ? { source } : { source, openid })) as T,
    fireTimer: async <T>(functionName: string) => (await timers.fire(functionName)) as T,
    settleTimers: timers.tick,
    acceptMessages: messages.accept,
    sentMessages: () => messages.all(),
    pendingVerdicts: openapi.pendingVerdicts,
    logs: logs.all,
    async close() {
      timers.stop()
      await closeServer(server)
      await runner.close()
      engine.close()
      if (isTemporary) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function projectIndexes(): IndexDefinitions {
  const file = path.resolve('store/indexes.json')
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as IndexDefinitions
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error })
  }
}
