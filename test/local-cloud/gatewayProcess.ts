import { spawn, type ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

export type GatewayProcess = { readonly child: ChildProcess; readonly adminUrl: string }

const tsx = pathToFileURL(createRequire(__filename).resolve('tsx')).href

/** The local cloud as a process of its own, from the command line, without functions. `cwd` is where it looks for store/indexes.json. */
export const spawnGateway = (dataDir: string, cwd = process.cwd()): ChildProcess =>
  spawn(process.execPath, ['--import', tsx, path.resolve('local-cloud/cli.ts'), '--port', '0', '--data', dataDir, '--no-functions', '--quiet'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })

/** Resolves when it is ready; rejects with what it said when it ends before that. */
export function startGateway(dataDir: string, cwd?: string): Promise<GatewayProcess> {
  const child = spawnGateway(dataDir, cwd)
  let said = ''
  child.stderr!.on('data', (chunk) => (said += chunk))
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      const [, adminUrl] = /^ready (http:\S+)$/.exec(line) ?? []
      if (adminUrl) resolve({ child, adminUrl })
    })
    child.on('close', (code) => reject(new Error(`exit ${code}: ${said}`)))
  })
}

export const gone = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => (child.exitCode !== null || child.signalCode !== null ? resolve() : child.once('exit', () => resolve())))
