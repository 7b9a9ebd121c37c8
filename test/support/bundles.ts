import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildFunctions } from '../../scripts/buildFunctions'

/** Our functions as they are deployed, built anew from what stands in the tree. */
export async function builtFunctions(): Promise<{ readonly directory: string; readonly remove: () => void }> {
  const directory = mkdtempSync(path.join(tmpdir(), 'bundles-'))
  const said = jest.spyOn(console, 'log').mockImplementation(() => undefined)
  await buildFunctions('cloudfunctions', directory)
  said.mockRestore()
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) }
}
