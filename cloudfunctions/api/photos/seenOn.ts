import { createHash } from 'node:crypto'
import { createInflate } from 'node:zlib'
import type { PlainPhoto } from '../../../domain/photo/flaw'
import { pngParts } from '../../../domain/photo/pngParts'

/**
 * The hash of what is seen on a photo. Of a PNG its points, however they are packed and cut; of others all that is left of the file. Null: a PNG that does not
 * unpack to what its head says. It is unpacked piece by piece, and never further than that.
 */
export async function seenOn({ type, bytes }: PlainPhoto): Promise<string | null> {
  const hash = createHash('sha256')
  if (type !== 'png') return hash.update(bytes).digest('hex')
  const { head, packed, size } = pngParts(bytes)
  for (const part of head) hash.update(part)
  const inflate = createInflate()
  inflate.on('error', () => undefined)
  for (const part of packed) inflate.write(part)
  inflate.end()
  let left = size
  try {
    for await (const piece of inflate) {
      left -= (piece as Uint8Array).length
      if (left < 0) return null
      hash.update(piece as Uint8Array)
    }
  } catch {
    return null
  }
  return left === 0 ? hash.digest('hex') : null
}
