import { begins, joined, letters, viewOf } from './bytes'
import { flawed, PARTS_MAX, type Flawed, type PlainPhoto } from './flaw'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** The picture and its colours. Texts, EXIF, time and animation are left out. */
const KEPT = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT']
/** Length and name before the content, a sum behind it. */
const FRAME = 12
const isCritical = (type: string): boolean => /^[A-Z]/.test(type)

export function plainPng(bytes: Uint8Array): PlainPhoto | Flawed {
  if (!begins(bytes, SIGNATURE)) return flawed('unknown')
  const view = viewOf(bytes)
  const kept: Uint8Array[] = [bytes.subarray(0, SIGNATURE.length)]
  let [width, height, hasPicture] = [0, 0, false]
  for (let [at, left] = [SIGNATURE.length, PARTS_MAX]; at + FRAME <= bytes.length; left -= 1) {
    if (left === 0) return flawed('unknown')
    const type = letters(bytes, at + 4, 4)
    const end = at + FRAME + view.getUint32(at)
    if (!/^[A-Za-z]{4}$/.test(type) || (width === 0) !== (type === 'IHDR') || (isCritical(type) && !KEPT.includes(type))) return flawed('unknown')
    if (end > bytes.length) return flawed('brokenOff')
    if (type === 'IHDR') {
      if (end !== at + FRAME + 13) return flawed('unknown')
      ;[width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)]
      if (width === 0 || height === 0) return flawed('unknown')
    }
    hasPicture ||= type === 'IDAT' && end > at + FRAME
    if (KEPT.includes(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') return hasPicture ? { ok: true, type: 'png', width, height, bytes: joined(kept) } : flawed('unknown')
    at = end
  }
  return flawed('brokenOff')
}
