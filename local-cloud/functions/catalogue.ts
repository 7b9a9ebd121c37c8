import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

export type Trigger = { readonly name: string; readonly type: string; readonly config: string }
export type FunctionConfig = {
  readonly timeout?: number
  readonly permissions?: { readonly openapi?: readonly string[] }
  readonly triggers?: readonly Trigger[]
  readonly envVariables?: Readonly<Record<string, string>>
}
export type CloudFunction = { readonly name: string; readonly file: string; readonly config: FunctionConfig; readonly version: number }

const TIMEOUT_SECONDS = 20

export const timeoutMilliseconds = (config: FunctionConfig): number => (config.timeout ?? TIMEOUT_SECONDS) * 1000

/** Deployable functions are folders with an index.js and a config.json; a rebuilt bundle is noticed by its `version`. */
export function findFunction(directory: string, name: string): CloudFunction | null {
  if (!/^[A-Za-z][\w-]{0,59}$/.test(name)) return null
  const file = path.resolve(directory, name, 'index.js')
  const configFile = path.resolve(directory, name, 'config.json')
  try {
    const version = statSync(file).mtimeMs + statSync(configFile).mtimeMs
    return { name, file, config: readConfig(configFile), version }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function readConfig(file: string): FunctionConfig {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as FunctionConfig
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error })
  }
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
