import { createHash } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readSync, readdirSync, renameSync, rmSync, rmdirSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import { Refused } from './refused'

export type Sum = { readonly bytes: number; readonly sha256: string }
export type Writer = { write(content: string | Buffer): void; end(): Sum }

const CHUNK_BYTES = 64 * 1024

/** A folder appears whole or not at all: the work is done in a neighbour, which takes the name at the end. */
export function makeFolder<T>(target: string, work: (folder: string) => T): T {
  const final = path.resolve(target)
  if (existsSync(final) && (!statSync(final).isDirectory() || readdirSync(final).length > 0)) throw new Refused(`目标已存在且不为空 (the target exists and is not empty): ${target}`)
  mkdirSync(path.dirname(final), { recursive: true })
  const folder = mkdtempSync(`${final}.unfinished-`)
  try {
    const result = work(folder)
    if (existsSync(final)) rmdirSync(final)
    renameSync(folder, final)
    return result
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/** Refuses to write over anything: two names may be one on a disk that knows no capitals. */
export function openWriter(file: string): Writer {
  mkdirSync(path.dirname(file), { recursive: true })
  const descriptor = openSync(file, 'wx')
  const hash = createHash('sha256')
  let bytes = 0
  return {
    write(content) {
      const buffer = typeof content === 'string' ? Buffer.from(content) : content
      for (let done = 0; done < buffer.length; ) done += writeSync(descriptor, buffer, done)
      hash.update(buffer)
      bytes += buffer.length
    },
    end() {
      closeSync(descriptor)
      return { bytes, sha256: hash.digest('hex') }
    },
  }
}

/** The content of a file, piece by piece; a piece is good until the next one. */
export function* readChunks(file: string): Generator<Buffer> {
  const descriptor = openSync(file, 'r')
  try {
    const chunk = Buffer.alloc(CHUNK_BYTES)
    for (;;) {
      const length = readSync(descriptor, chunk, 0, CHUNK_BYTES, null)
      if (length === 0) return
      yield chunk.subarray(0, length)
    }
  } finally {
    closeSync(descriptor)
  }
}

export function copyFile(from: string, to: string): Sum {
  const writer = openWriter(to)
  try {
    for (const chunk of readChunks(from)) writer.write(chunk)
  } catch (error) {
    writer.end()
    throw error
  }
  return writer.end()
}

export function sumOf(file: string): Sum {
  const hash = createHash('sha256')
  let bytes = 0
  for (const chunk of readChunks(file)) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { bytes, sha256: hash.digest('hex') }
}
