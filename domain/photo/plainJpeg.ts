import { begins, joined, letters, viewOf } from './bytes'
import { flawed, PARTS_MAX, type Flawed, type PlainPhoto } from './flaw'

const MARK = 0xff
const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const APP1 = 0xe1
/** Header, colour profile and colour transform: without them a picture looks wrong. A second picture with data of its own (MPF) also comes as APP2. */
const KEPT_APPS: Readonly<Record<number, string>> = { 0xe0: 'JFIF', 0xe2: 'ICC_', 0xee: 'Adob' }
/** Tables of the picture: Huffman, arithmetic, quantization, lines, restart. */
const TABLES = [0xc4, 0xcc, 0xdb, 0xdc, 0xdd]
const ORIENTATION_TAG = 0x0112
const UPRIGHT = 1

const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7
/** What is not named here does not leave the phone. */
const isKept = (marker: number, segment: Uint8Array): boolean => marker === SOS || isFrame(marker) || TABLES.includes(marker) || letters(segment, 4, 4) === KEPT_APPS[marker]

/** Which way up it was held, of an EXIF segment (with its marker and length). */
function orientationOf(segment: Uint8Array): number {
  const view = viewOf(segment)
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

/** End of what is drawn after a scan's head: the next marker that is none of the scan's own. The length where there is none. */
function endOfScan(bytes: Uint8Array, from: number): number {
  // Found natively: phones walk ten million bytes one by one in seconds.
  for (let at = bytes.indexOf(MARK, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(MARK, at + 1)) {
    const next = bytes[at + 1]!
    if (next !== 0 && next !== MARK && !isRestart(next)) return at
  }
  return bytes.length
}

/** A JPEG without what the camera wrote beside the picture (where, when, which phone), and without anything behind its end. */
export function plainJpeg(bytes: Uint8Array): PlainPhoto | Flawed {
  if (!begins(bytes, [MARK, SOI])) return flawed('unknown')
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let orientation = UPRIGHT
  let [width, height, hasPicture] = [0, 0, false]
  for (let [at, left] = [2, PARTS_MAX]; ; left -= 1) {
    if (left === 0) return flawed('unknown')
    if (at < bytes.length && bytes[at] !== MARK) return flawed('unknown')
    // Any number of fill bytes may stand before a marker.
    while (bytes[at + 1] === MARK) at += 1
    const marker = bytes[at + 1]
    if (marker === undefined) return flawed('brokenOff')
    if (marker === EOI) {
      if (!hasPicture) return flawed('unknown')
      if (orientation > UPRIGHT && orientation <= 8) kept.splice(1, 0, orientationSegment(orientation))
      return { ok: true, type: 'jpg', width, height, bytes: joined([...kept, bytes.subarray(at, at + 2)]) }
    }
    // These carry nothing, a segment's length neither.
    if (marker === 0 || marker === 1 || marker === SOI || isRestart(marker)) return flawed('unknown')
    if (at + 4 > bytes.length) return flawed('brokenOff')
    const length = bytes[at + 2]! * 256 + bytes[at + 3]!
    const headEnd = at + 2 + length
    if (length < 2) return flawed('unknown')
    if (headEnd > bytes.length) return flawed('brokenOff')
    const segment = bytes.subarray(at, headEnd)
    if (marker === APP1) orientation = Math.max(orientation, orientationOf(segment))
    if (isFrame(marker)) {
      if (width > 0 || length < 8) return flawed('unknown')
      ;[height, width] = [segment[5]! * 256 + segment[6]!, segment[7]! * 256 + segment[8]!]
      if (width === 0 || height === 0) return flawed('unknown')
    }
    if (marker === SOS && width === 0) return flawed('unknown')
    const end = marker === SOS ? endOfScan(bytes, headEnd) : headEnd
    hasPicture ||= marker === SOS && end > headEnd
    if (isKept(marker, segment)) kept.push(bytes.subarray(at, end))
    at = end
  }
}
