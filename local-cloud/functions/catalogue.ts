import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { CloudError } from '../errors'
import { readConfig, type FunctionConfig } from './config'

/** A rebuilt bundle, or a changed config.json, is noticed by the `version`. */
export type CloudFunction = { readonly name: string; readonly file: string; readonly config: FunctionConfig; readonly version: number }

const NAME = /^[A-Za-z][\w-]{0,59}$/

const modifiedAt = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** Deployable functions are folders with an index.js, and mostly a config.json. */
export function findFunction(directory: string, name: string): CloudFunction | null {
  if (!NAME.test(name)) return null
  const file = path.resolve(directory, name, 'index.js')
  const configFile = path.resolve(directory, name, 'config.json')
  const builtAt = modifiedAt(file)
  return builtAt === 0 ? null : { name, file, config: readConfig(configFile), version: builtAt + modifiedAt(configFile) }
}

export function functionNotFound(directory: string, name: string): CloudError {
  const isUnbuilt = NAME.test(name) && existsSync(path.resolve(directory, name))
  const reason = isUnbuilt ? `云函数 ${name} 缺少 index.js，请先构建 (it has no index.js: build it first)` : `没有云函数 ${name}`
  return new CloudError('FUNCTION_NOT_FOUND', `FunctionName parameter could not be found: ${reason}`)
}

export function listFunctions(directory: string): CloudFunction[] {
  let names: string[]
  try {
    names = readdirSync(directory)
  } catch {
    return []
  }
  return names.sort().flatMap((name) => findFunction(directory, name) ?? [])
}
