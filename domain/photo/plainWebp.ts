import { joined, letters, viewOf } from './bytes'
import { flawed, PARTS_MAX, type Flawed, type PlainPhoto } from './flaw'

/** The picture, what is see-through of it, and its colours. EXIF and XMP are left out; what moves is no photo. */
const KEPT = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP']
const MOVES = ['ANIM', 'ANMF']
const HEAD = 12
/** In the first byte of VP8X: there is EXIF, there is XMP. */
const BESIDE = 0x0c

type Size = { readonly width: number; readonly height: number }

/** What a chunk's own head says of the picture's size; null where it is none. */
function sizeIn(type: string, body: Uint8Array): Size | null {
  if (body.length < 5) return null
  const view = viewOf(body)
  if (type === 'VP8L') {
    if (body[0] !== 0x2f) return null
    const sides = view.getUint32(1, true)
    return { width: (sides & 0x3fff) + 1, height: ((sides >>> 14) & 0x3fff) + 1 }
  }
  if (body.length < 10) return null
  const three = (at: number): number => view.getUint16(at, true) + body[at + 2]! * 0x10000 + 1
  if (type === 'VP8X') return { width: three(4), height: three(7) }
  const isKeyFrame = body[3] === 0x9d && body[4] === 0x01 && body[5] === 0x2a
  const side = (at: number): number => view.getUint16(at, true) & 0x3fff
  return isKeyFrame && side(6) > 0 && side(8) > 0 ? { width: side(6), height: side(8) } : null
}

export function plainWebp(bytes: Uint8Array): PlainPhoto | Flawed {
  if (bytes.length < HEAD || letters(bytes, 0, 4) !== 'RIFF' || letters(bytes, 8, 4) !== 'WEBP') return flawed('unknown')
  const view = viewOf(bytes)
  const whole = view.getUint32(4, true) + 8
  if (whole > bytes.length) return flawed('brokenOff')
  const kept: Uint8Array[] = [bytes.slice(0, HEAD)]
  let size: Size | null = null
  let hasPicture = false
  for (let [at, left] = [HEAD, PARTS_MAX]; at + 8 <= whole; left -= 1) {
    if (left === 0) return flawed('unknown')
    const type = letters(bytes, at, 4)
    const length = view.getUint32(at + 4, true)
    const end = at + 8 + length + (length % 2)
    if (MOVES.includes(type)) return flawed('unknown')
    if (end > whole) return flawed('brokenOff')
    if (KEPT.includes(type)) {
      const chunk = bytes.slice(at, end)
      if (type.startsWith('VP8')) {
        const told = sizeIn(type, chunk.subarray(8, 8 + length))
        if (!told) return flawed('unknown')
        if (!size || told.width * told.height > size.width * size.height) size = told
        if (type === 'VP8X') chunk[8]! &= ~BESIDE
        else hasPicture = true
      }
      kept.push(chunk)
    }
    at = end
  }
  if (!size || !hasPicture) return flawed('unknown')
  const plain = joined(kept)
  viewOf(plain).setUint32(4, plain.length - 8, true)
  return { ok: true, type: 'webp', ...size, bytes: plain }
}
