const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const APP1 = 0xe1
/** Header, colour profile and colour transform: without them a picture looks wrong. */
const KEPT_APPS = [0xe0, 0xe2, 0xee]
const ORIENTATION_TAG = 0x0112
const UPRIGHT = 1

const isApp = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef
const COMMENT = 0xfe
const isKept = (marker: number, segment: Uint8Array): boolean => {
  // A second picture with data of its own (MPF) also comes as APP2.
  if (marker === 0xe2) return String.fromCharCode(...segment.slice(4, 8)) === 'ICC_'
  return isApp(marker) ? KEPT_APPS.includes(marker) : marker !== COMMENT
}

/** Which way up it was held, of an EXIF segment (with its marker and length). */
function orientationOf(segment: Uint8Array): number {
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength)
  const tiff = 10
  if (segment.length < tiff + 8 || view.getUint32(4) !== 0x45786966) return UPRIGHT
  const little = view.getUint16(tiff) === 0x4949
  const directory = tiff + view.getUint32(tiff + 4, little)
  if (directory + 2 > segment.length) return UPRIGHT
  const count = view.getUint16(directory, little)
  for (let at = directory + 2; at + 12 <= Math.min(segment.length, directory + 2 + count * 12); at += 12) if (view.getUint16(at, little) === ORIENTATION_TAG) return view.getUint16(at + 8, little)
  return UPRIGHT
}

/** An EXIF segment that says nothing but which way up. */
const orientationSegment = (orientation: number): Uint8Array =>
  Uint8Array.from([0xff, APP1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, ORIENTATION_TAG >> 8, ORIENTATION_TAG & 255, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0])

/** End of what is drawn after a scan's head: the next marker that is none of the scan's own. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from
  while (at + 1 < bytes.length && (bytes[at] !== 0xff || bytes[at + 1] === 0 || bytes[at + 1] === 0xff || (bytes[at + 1]! >= 0xd0 && bytes[at + 1]! <= 0xd7))) at += 1
  return at
}

/**
 * A JPEG without what the camera wrote beside the picture (where, when, which phone), and without anything behind its end. Null where it is no JPEG, or
 * one that breaks off: then nothing is promised.
 */
export function plainJpeg(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return null
  const kept: Uint8Array[] = [bytes.slice(0, 2)]
  let orientation = UPRIGHT
  let at = 2
  while (at + 4 <= bytes.length || (bytes[at] === 0xff && bytes[at + 1] === EOI)) {
    const marker = bytes[at + 1]!
    if (bytes[at] !== 0xff) return null
    if (marker === EOI) {
      if (orientation > UPRIGHT && orientation <= 8) kept.splice(1, 0, orientationSegment(orientation))
      return joined([...kept, bytes.slice(at, at + 2)])
    }
    const headEnd = at + 2 + bytes[at + 2]! * 256 + bytes[at + 3]!
    const segment = bytes.slice(at, headEnd)
    if (marker === APP1) orientation = Math.max(orientation, orientationOf(segment))
    const end = marker === SOS ? endOfScan(bytes, headEnd) : headEnd
    if (isKept(marker, segment)) kept.push(bytes.slice(at, end))
    at = end
  }
  return null
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
