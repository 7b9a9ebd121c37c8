import { Busboy } from '@fastify/busboy'
import type { IncomingMessage } from 'node:http'
import protobuf from 'protobufjs'
import { invalidParameter } from '../errors'

const { root } = protobuf.parse(`
  syntax = "proto3";
  message KeyValuePair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
  message OpenApiData { repeated KeyValuePair pairs = 1; }
  message CommApiData { int32 apiType = 1; OpenApiData openapiData = 2; string appid = 6; }
  message CommOpenApiResp { bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4; }
`)
const Request = root.lookupType('CommApiData')
const Reply = root.lookupType('CommOpenApiResp')

const PUBLIC_API = 0
const FORM_BYTES_MAX = 2 * 1024 * 1024

export type Form = { readonly fields: Record<string, string>; readonly requestData: Buffer }
/** A picture or a sound among them is its bytes; everything else was JSON. */
export type Parameters = Record<string, unknown>
export type Picture = { readonly contentType: string; readonly buffer: Buffer }
type ApiData = { readonly apiType: number; readonly appid: string; readonly openapiData?: { readonly pairs: readonly Pair[] } }
type Pair = { readonly key: string; readonly value: Uint8Array; readonly filename: string }

/** `cloud.openapi.*` arrives as a form whose one binary part is a protobuf message. */
export async function readForm(request: IncomingMessage): Promise<Form> {
  const form = openForm(request)
  return new Promise((resolve, reject) => {
    const fields: Record<string, string> = {}
    const chunks: Buffer[] = []
    let hasData = false
    const refuse = (message: string) => {
      request.unpipe(form)
      reject(invalidParameter(message))
    }
    const malformed = (error: unknown) => refuse(malformedText(error))
    form.on('field', (name, value) => (fields[name] = value))
    form.on('file', (name, stream) => {
      const isData = name === 'requestData'
      hasData ||= isData
      stream.on('data', (chunk: Buffer) => void (isData && chunks.push(chunk)))
      stream.on('limit', () => refuse('requestData 过大 (requestData is too large)'))
      // A form that breaks off inside the part is told here too, and unheard would end the whole cloud.
      stream.on('error', malformed)
    })
    form.on('error', malformed)
    form.on('finish', () => (hasData ? resolve({ fields, requestData: Buffer.concat(chunks) }) : refuse('缺少 requestData (requestData is missing)')))
    request.on('error', reject)
    request.pipe(form)
  })
}

function openForm(request: IncomingMessage) {
  try {
    return new Busboy({ headers: request.headers as { 'content-type': string }, limits: { fieldSize: FORM_BYTES_MAX, fileSize: FORM_BYTES_MAX, parts: 50 } })
  } catch (error) {
    throw invalidParameter(malformedText(error))
  }
}

const malformedText = (error: unknown) => `multipart 无法解析 (malformed multipart): ${String(error)}`

/** `appid`: empty, or the mini-program in whose name a third party calls. */
export function decodeRequest(requestData: Buffer): { readonly appid: string; readonly parameters: Parameters } {
  try {
    const { apiType, appid, openapiData } = Request.decode(requestData) as unknown as ApiData
    if (apiType !== PUBLIC_API) throw new Error(`apiType ${apiType}`)
    return { appid, parameters: Object.fromEntries((openapiData?.pairs ?? []).map((pair) => [pair.key, valueOf(pair)])) }
  } catch (error) {
    throw invalidParameter(`本地云读不懂 requestData (requestData cannot be read): ${(error as Error).message}`)
  }
}

function valueOf({ value, filename }: Pair): unknown {
  const bytes = Buffer.from(value)
  return filename === '' ? (JSON.parse(bytes.toString('utf8')) as unknown) : bytes
}

const encodeReply = (fields: Record<string, unknown>): Buffer => Buffer.from(Reply.encode(Reply.create(fields)).finish())

export const jsonReply = (value: unknown): Buffer => encodeReply({ respData: Buffer.from(JSON.stringify(value)), contentType: 'application/json', httpCode: 200 })
export const pictureReply = ({ contentType, buffer }: Picture): Buffer => encodeReply({ respData: buffer, contentType, httpCode: 200 })
export const errorReply = (errorCode: number): Buffer => encodeReply({ errorCode })
