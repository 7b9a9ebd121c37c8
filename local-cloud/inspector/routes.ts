import type { Engine } from '../engine/openEngine'
import type { Logs } from '../functions/logs'
import { sendJson } from '../gateway/http'
import type { Routes } from '../gateway/routes'
import type { Messages } from '../openapi/messages'
import type { MediaVerdict } from '../openapi/verdicts'
import type { Files } from '../storage/files'
import { sendFile } from '../storage/routes'
import { controlRoutes, type ControlOptions } from './controls'
import { documentsPage, skipOf, wholeDocument } from './documents'
import { logLines } from './logs'
import { pageRoutes } from './page'

/** What a subscribe message looks like is laid down at WeChat, not in the message: the starter may tell. */
export type MessageTemplates = Readonly<Record<string, { readonly title: string; readonly fields: Readonly<Record<string, string>> }>>
/** What stands at the head of the page and does not change while the cloud runs. */
export type AboutCloud = { readonly envId: string; readonly adminUrl: string; readonly hasApp: boolean; readonly messageTemplates: MessageTemplates }

export type InspectorOptions = ControlOptions & {
  readonly about: AboutCloud
  readonly engine: Engine
  readonly logs: Logs
  readonly messages: Messages
  readonly pendingVerdicts: () => readonly MediaVerdict[]
  readonly files: Files
}

const INVOCATIONS_SHOWN = 100
const VERDICTS_SHOWN = 100
const FILES_SHOWN = 60

/** The inspector, `/_cloud`: a look at everything the cloud holds. Documents and files are only read. */
export const inspectorRoutes = ({ about, engine, logs, messages, pendingVerdicts, files, ...controls }: InspectorOptions): Routes => ({
  ...pageRoutes(),
  ...controlRoutes(controls),
  'GET /_cloud/api/about': (_request, response) => sendJson(response, about),
  'GET /_cloud/api/collections': (_request, response) => sendJson(response, engine.collections()),
  'GET /_cloud/api/documents': (_request, response, url) => sendJson(response, documentsPage(engine, url.searchParams)),
  'GET /_cloud/api/document': (_request, response, url) => sendJson(response, wholeDocument(engine, url.searchParams)),
  'GET /_cloud/api/invocations': (_request, response) => sendJson(response, logs.invocations().slice(-INVOCATIONS_SHOWN).reverse()),
  'GET /_cloud/api/logs': (_request, response, url) => sendJson(response, logLines(logs.all(), url.searchParams)),
  'GET /_cloud/api/phones': (_request, response) => sendJson(response, { accepts: messages.accepts(), verdicts: pendingVerdicts().slice(-VERDICTS_SHOWN).reverse() }),
  'GET /_cloud/api/files': (_request, response, url) => {
    const skip = skipOf(url.searchParams)
    const found = files.list({ prefix: url.searchParams.get('prefix') ?? '', skip, limit: FILES_SHOWN + 1 })
    sendJson(response, { files: found.slice(0, FILES_SHOWN), hasMore: found.length > FILES_SHOWN, skip })
  },
  'GET /_cloud/api/file': (_request, response, url) => sendFile(response, files.find(url.searchParams.get('path') ?? ''), files),
})
