import { readFileSync } from 'node:fs'
import { CloudError } from '../errors'

export type Trigger = { readonly name: string; readonly type: string; readonly config: string }
export type FunctionConfig = {
  readonly timeout?: number
  /** In MB. */
  readonly memorySize?: number
  readonly permissions?: { readonly openapi?: readonly string[] }
  readonly triggers?: readonly Trigger[]
  readonly envVariables?: Readonly<Record<string, string>>
}

const TIMEOUT_SECONDS = 20
const TIMEOUT_SECONDS_MAX = 60
const MEMORY_MEGABYTES = 256
const MEMORY_MEGABYTES_MAX = 3072

export const timeoutMilliseconds = (config: FunctionConfig): number => (config.timeout ?? TIMEOUT_SECONDS) * 1000
export const memoryMegabytes = (config: FunctionConfig): number => config.memorySize ?? MEMORY_MEGABYTES

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string'
const isListOf = (value: unknown, isItem: (item: unknown) => boolean): boolean => Array.isArray(value) && value.every(isItem)

/** What the platform would not deploy. Fields that are not looked at here are left to it. */
const FIELDS: Readonly<Record<keyof FunctionConfig, readonly [rule: string, isValid: (value: unknown) => boolean]>> = {
  timeout: [`0–${TIMEOUT_SECONDS_MAX} 秒 (seconds)`, (value) => typeof value === 'number' && value > 0 && value <= TIMEOUT_SECONDS_MAX],
  memorySize: [`64 或 128 的倍数，至多 ${MEMORY_MEGABYTES_MAX} (MB: 64 or a multiple of 128)`, (value) => value === 64 || (typeof value === 'number' && value > 0 && value % 128 === 0 && value <= MEMORY_MEGABYTES_MAX)],
  permissions: ['{ openapi: [接口名] } (names of apis)', (value) => isObject(value) && (value.openapi === undefined || isListOf(value.openapi, isText))],
  triggers: ['[{ name, type, config }]', (value) => isListOf(value, (item) => isObject(item) && isText(item.name) && isText(item.type) && isText(item.config))],
  envVariables: ['{ 名: 文字 } (texts by name)', (value) => isObject(value) && Object.values(value).every(isText)],
}

/** The platform asks for no config.json: a function without one has the defaults. */
export function readConfig(file: string): FunctionConfig {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
  const config = parse(file, text)
  for (const [name, [rule, isValid]] of Object.entries(FIELDS)) {
    const value = config[name]
    if (value !== undefined && !isValid(value)) throw unfit(file, `${name} 应为 ${rule}: ${JSON.stringify(value)}`)
  }
  return config
}

function parse(file: string, text: string): Record<string, unknown> {
  let config: unknown
  try {
    config = JSON.parse(text)
  } catch (error) {
    throw unfit(file, `不是 JSON (not JSON): ${(error as Error).message}`)
  }
  if (!isObject(config)) throw unfit(file, '应为对象 (an object was expected)')
  return config
}

const unfit = (file: string, reason: string) => new CloudError('INVALID_PARAM', `${file}: ${reason}`)
