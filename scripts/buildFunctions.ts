import { build } from 'esbuild'
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** Far below every limit of the platform; a bundle that grows past it has swallowed something by mistake. */
const BUNDLE_BYTES_MAX = 3 * 1024 * 1024

const isDeployable = (folder: string) => existsSync(path.join(folder, 'config.json')) && existsSync(path.join(folder, 'index.ts'))

/** One file per cloud function: a cold start reads it twice as fast as node_modules. */
export async function buildFunctions(source = 'cloudfunctions', target = 'dist/cloudfunctions'): Promise<string[]> {
  const names = existsSync(source) ? readdirSync(source).filter((name) => isDeployable(path.join(source, name))) : []
  for (const name of names) {
    const folder = path.join(target, name)
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    const outfile = path.join(folder, 'index.js')
    await build({
      entryPoints: [path.join(source, name, 'index.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      target: 'node16',
      format: 'cjs',
      minify: true,
      keepNames: true,
      legalComments: 'none',
      logLevel: 'warning',
    })
    cpSync(path.join(source, name, 'config.json'), path.join(folder, 'config.json'))
    writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify({ name, version: '1.0.0', main: 'index.js', private: true }, null, 2)}\n`)
    const bytes = statSync(outfile).size
    console.log(`${outfile} ${(bytes / 1024).toFixed(0)} KB`)
    if (bytes > BUNDLE_BYTES_MAX) throw new Error(`${outfile} is larger than ${BUNDLE_BYTES_MAX} bytes`)
  }
  if (names.length === 0) console.log(`${source}: no folder with config.json and index.ts, nothing to build`)
  return names
}

if (process.argv[1] && /buildFunctions\.ts$/.test(pathToFileURL(process.argv[1]).pathname)) {
  buildFunctions().catch((error: Error) => {
    console.error(error.message)
    process.exit(1)
  })
}
