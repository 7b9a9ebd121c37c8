import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { sumOf, type Sum } from './folder'
import { Refused, damaged } from './refused'

export const MANIFEST = 'manifest.json'
const FORMAT = 'linjing-local-cloud-backup'
const VERSION = 1

export type DumpedCollection = Sum & { readonly name: string; readonly documents: number }
/** `file` is the place in the folder; it is not always `path`: a cloud path can be another one's folder, or too long for a disk. */
export type DumpedFile = Sum & { readonly path: string; readonly file: string; readonly at: number }
export type DumpedState = Sum & { readonly name: string }
export type Contents = { readonly collections: readonly DumpedCollection[]; readonly files: readonly DumpedFile[]; readonly state: readonly DumpedState[] }
export type Manifest = Contents & { readonly format: string; readonly version: number; readonly madeAt: string; readonly seal: string }

/** Over everything but the time, so that equal data make equal seals. */
const sealOf = ({ collections, files, state }: Contents) => createHash('sha256').update(JSON.stringify([FORMAT, VERSION, collections, files, state])).digest('hex')

export function writeManifest(folder: string, contents: Contents, now: number): void {
  const manifest: Manifest = { format: FORMAT, version: VERSION, madeAt: new Date(now).toISOString(), seal: sealOf(contents), ...contents }
  writeFileSync(path.join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
}

export function readManifest(folder: string): Manifest {
  const file = path.join(folder, MANIFEST)
  if (!existsSync(file)) throw new Refused(`没有 ${MANIFEST}，不是备份 (no ${MANIFEST}, not a backup; a folder of console exports needs --no-manifest): ${folder}`)
  const manifest = parse(readFileSync(file, 'utf8'))
  if (manifest?.format !== FORMAT) throw new Refused(`${MANIFEST} 不是本地云备份的 (not the manifest of a local cloud's backup): ${folder}`)
  if (manifest.version !== VERSION) throw new Refused(`备份格式版本 ${String(manifest.version)} 不受支持 (unsupported format version; this one reads ${VERSION}): ${folder}`)
  if (sealOf(manifest as Manifest) !== manifest.seal) throw damaged(MANIFEST, '封印不符 (its seal does not fit)')
  return manifest as Manifest
}

function parse(text: string): Partial<Manifest> | null {
  try {
    return JSON.parse(text) as Partial<Manifest> | null
  } catch {
    throw damaged(MANIFEST, 'JSON 无法解析 (malformed JSON)')
  }
}

/** Every file of the manifest, before the first of them is used. */
export function verifyFile(folder: string, name: string, expected: Sum): void {
  const file = path.join(folder, name)
  if (!existsSync(file)) throw new Refused(`备份缺少文件 (a file is missing from the backup): ${name}`)
  const sum = sumOf(file)
  if (sum.bytes !== expected.bytes || sum.sha256 !== expected.sha256) throw damaged(name, 'SHA-256 校验和不符 (wrong checksum)')
}
