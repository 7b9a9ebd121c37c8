import { CloudError, invalidParameter } from '../errors'
import { decodeDocument, type Document, type ServerDate } from '../engine/document'
import type { KeyPart } from '../engine/key'
import type { AdminBody } from './actions'

const DEFAULT_LIMIT = 100
const LIMIT_MAX = 1000

export function text(body: AdminBody, name: string): string {
  const value = optionalText(body, name)
  if (value === undefined || value === '') throw invalidParameter(`缺少 ${name} (${name} is missing)`)
  return value
}

export function optionalText(body: AdminBody, name: string): string | undefined {
  const value = body[name]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') throw wrongType(name, '字符串', 'a string')
  return value
}

export function flag(body: AdminBody, name: string): boolean {
  const value = body[name] ?? false
  if (typeof value !== 'boolean') throw wrongType(name, '布尔值', 'a boolean')
  return value
}

function count(body: AdminBody, name: string): number {
  const value = body[name] ?? 0
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw wrongType(name, '非负整数', 'a whole number')
  return value as number
}

export const offset = (body: AdminBody): number => count(body, 'offset')
/** The SDK leaves out a limit of 0, too. */
export const limit = (body: AdminBody): number => Math.min(count(body, 'limit') || DEFAULT_LIMIT, LIMIT_MAX)

/** A collection without `where` sends no query, or an empty text. */
export function query(body: AdminBody, serverDate: ServerDate): Document {
  const value = optionalText(body, 'query')
  return value === undefined || value === '' ? {} : decodeDocument(value, serverDate)
}

export function order(body: AdminBody): KeyPart[] {
  const value = optionalText(body, 'order')
  if (value === undefined) return []
  return Object.entries(decodeDocument(value)).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1) throw invalidParameter(`排序方向只可为 1 或 -1 (a sort direction is 1 or -1): ${path}`)
    return [path, direction]
  })
}

export function projection(body: AdminBody, serverDate: ServerDate): { projection?: Document } {
  const value = optionalText(body, 'projection')
  return value === undefined ? {} : { projection: decodeDocument(value, serverDate) }
}

/** An empty name is the SDK's way to say "the default one". */
export function assertEnv(body: AdminBody, envId: string): void {
  const asked = optionalText(body, 'envName') || envId
  if (asked !== envId) throw new CloudError('INVALID_ENV', `没有这个环境，本地云是 ${envId} (no such env, the local cloud is ${envId}): ${asked.slice(0, 60)}`)
}

/** Transactions know single documents only, as WeChat's guide has it: `doc` and `add`. */
export function transactionOfDocument(body: AdminBody): string | undefined {
  const transactionId = optionalText(body, 'transactionId')
  if (transactionId !== undefined && body.queryType !== 'DOC') {
    throw new CloudError('DATABASE_INVALID_OPERRATOR', '事务中不支持批量操作(where 语句)，只支持单记录操作 (a transaction supports single documents only: use doc() and add())')
  }
  return transactionId
}

export const wrongType = (name: string, expected: string, expectedInEnglish: string) => invalidParameter(`${name} 应为${expected} (${name} must be ${expectedInEnglish})`)
