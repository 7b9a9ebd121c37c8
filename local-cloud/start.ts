import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { clientRoutes } from './client/routes'
import { openClock } from './clock'
import type { Cloud, CloudOptions, InvokeOptions } from './cloud'
import { openDataDirectory } from './dataDirectory'
import type { IndexDefinitions } from './engine/indexes'
import { openEngine } from './engine/openEngine'
import { openFaults } from './faults/openFaults'
import type { CloudIdentity } from './functions/environment'
import { openLogs, showLine } from './functions/logs'
import { openRunner } from './functions/runner'
import { openAdmin } from './gateway/admin'
import { databaseActions } from './gateway/databaseActions'
import { functionActions } from './gateway/functionActions'
import { serveRoutes } from './gateway/routes'
import { openCurrentCaller, queryLog } from './gateway/queryLog'
import { closeServer, listen, openServer, type Doors } from './gateway/server'
import { inspectorRoutes } from './inspector/routes'
import { openMessages } from './openapi/messages'
import { openOpenapi } from './openapi/openapi'
import { openVerdicts } from './openapi/verdicts'
import { noteVisits, openVisits } from './openapi/visits'
import { fileIdsOf, storageActions } from './storage/actions'
import { openFiles } from './storage/files'
import { openLinks } from './storage/links'
import { openPeople } from './strip/people'
import { stripRoutes } from './strip/routes'
import { openTimers } from './timers'

export type { Cloud, CloudOptions, InvokeOptions }

const UPLOAD_BYTES = 10 * 1024 * 1024
const UPLOAD_BYTES_LIMIT = 20 * 1024 * 1024

export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const { functionsDir = 'dist/cloudfunctions', envId = 'linjing-local', appId = 'wx-linjing-local', quiet = false, timers: automatic = true } = options
  const isTemporary = options.dataDir === ':memory:'
  const dataDir = isTemporary ? mkdtempSync(path.join(tmpdir(), 'local-cloud-')) : path.resolve(options.dataDir)
  openDataDirectory(dataDir)
  const removeTemporary = () => isTemporary && rmSync(dataDir, { recursive: true, force: true })
  const inDataDir = (name: string) => (isTemporary ? null : path.join(dataDir, name))

  const clock = openClock(inDataDir('clock.json'))
  const logs = openLogs(quiet ? undefined : (line) => console.log(showLine(line)))
  const caller = openCurrentCaller()
  const engine = openEngine({ file: inDataDir('documents.db') ?? ':memory:', namespace: envId, indexes: options.indexes ?? projectIndexes(), transactionMilliseconds: options.transactionMilliseconds, onQuery: queryLog(logs, clock, caller) })
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
      removeTemporary()
      throw error
    }
  }
  const port = await orClose(() => listen(server, options.port ?? 0))
  const url = `http://127.0.0.1:${port}`
  const identity: CloudIdentity = { envId, appId, adminUrl: `${url}/admin` }
  const report = (text: string) => logs.add({ at: clock.now(), functionName: '-', invocation: '-', level: 'error', text })
  const processes = openRunner({ directory: path.resolve(functionsDir), identity, clock, logs, processesMax: options.processesMax, keepOldKeys: options.keepOldKeys })
  const visits = openVisits(clock)
  const runner = noteVisits(processes, visits)
  const timers = await orClose(() => openTimers({ runner, clock, automatic, delivery: options.timerDelivery, report, onFired: engine.forgetLog }))
  const faults = openFaults(runner.kill)
  if (options.warm) runner.warm()
  const verdicts = openVerdicts({ clock, runner: processes, appId, report, to: options.mediaVerdictsTo, automatic })
  const openapi = openOpenapi({ messages, visits, verdicts, clock, runner, faults, envId, appId })
  doors = {
    files,
    links,
    faults,
    report,
    h5Dir: options.h5Dir && path.resolve(options.h5Dir),
    admin: openAdmin({
      actions: { ...databaseActions(engine, clock), ...functionActions(runner), ...storageActions({ files, links, fileIds, url }), ...openapi.actions },
      runner,
      faults,
      caller,
      openapi: openapi.answer,
      envId,
      report,
    }),
    client: clientRoutes({ runner, files, fileIds, messages, faults }),
    pages: serveRoutes({
      ...stripRoutes({ clock, timers, messages, people: openPeople(options.people, inDataDir('people.json')), addWorkingTime: options.addWorkingTime }),
      ...inspectorRoutes({ about: { envId, adminUrl: identity.adminUrl, hasApp: options.h5Dir !== undefined, messageTemplates: options.messageTemplates ?? {} }, engine, logs, messages, pendingVerdicts: verdicts.pending, files, timers, faults }),
    }),
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
    pendingVerdicts: verdicts.pending,
    deliverVerdicts: verdicts.deliver,
    logs: logs.all,
    invocations: logs.invocations,
    timers,
    faults,
    async close() {
      timers.stop()
      await closeServer(server)
      await runner.close()
      engine.close()
      removeTemporary()
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
