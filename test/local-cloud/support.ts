import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startCloud, type Cloud, type CloudOptions } from '../../local-cloud/start'

export type FunctionSource = { readonly code: string; readonly config?: unknown }

const temporary: string[] = []

export function temporaryDirectory(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'local-cloud-test-'))
  temporary.push(directory)
  return directory
}

export const removeTemporaryDirectories = (): void => {
  for (const directory of temporary.splice(0)) rmSync(directory, { recursive: true, force: true })
}

/** Writes functions as the build leaves them: a folder each, with index.js and config.json. */
export function functionsDirectory(functions: Readonly<Record<string, FunctionSource>>): string {
  const directory = temporaryDirectory()
  for (const [name, { code, config = {} }] of Object.entries(functions)) {
    mkdirSync(path.join(directory, name))
    writeFileSync(path.join(directory, name, 'index.js'), code)
    writeFileSync(path.join(directory, name, 'config.json'), JSON.stringify(config))
  }
  return directory
}

/** The unmodified SDK, as a function finds it. */
export const WITH_SDK = `
const cloud = require(${JSON.stringify(require.resolve('wx-server-sdk'))})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database()
const _ = db.command
`

export const quietCloud = (options: Partial<CloudOptions> = {}): Promise<Cloud> => startCloud({ dataDir: ':memory:', timers: false, quiet: true, indexes: {}, ...options })
