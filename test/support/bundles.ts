import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildFunctions } from '../../scripts/buildFunctions'

/** The most the platform allows: how long a function takes on a busy machine is nothing a test may rest on. */
const TIMEOUT_SECONDS = 60

/** Our functions as they are deployed, built anew from what stands in the tree, and with all the time they want. */
export async function builtFunctions(): Promise<{ readonly directory: string; readonly remove: () => void }> {
  const directory = mkdtempSync(path.join(tmpdir(), 'bundles-'))
  const said = jest.spyOn(console, 'log').mockImplementation(() => undefined)
  await buildFunctions('cloudfunctions', directory)
  said.mockRestore()
  for (const name of readdirSync(directory)) {
    const file = path.join(directory, name, 'config.json')
    writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), timeout: TIMEOUT_SECONDS }))
  }
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) }
}
