import { flawed, type Flawed, type PlainPhoto } from './flaw'
import { plainJpeg } from './plainJpeg'
import { plainPng } from './plainPng'
import { plainWebp } from './plainWebp'

type Bounds = { readonly pixels: number; readonly bytes: number }
/** What is taken in: more is no photo of a cracked tile, but a picture that brings a phone to its knees (decision 0044). */
export const PHOTO_MAX: Bounds = { pixels: 50_000_000, bytes: 10 * 1024 * 1024 }
/** What a phone's own camera makes, before it is made small. */
export const CAMERA_MAX: Bounds = { pixels: 200_000_000, bytes: 100 * 1024 * 1024 }

/** 照片 without what was written beside the picture: where, when, which phone. A name or a first byte proves nothing: the whole way through is walked. */
export function plainPhoto(bytes: Uint8Array, max: Bounds = PHOTO_MAX): PlainPhoto | Flawed {
  if (bytes.length > max.bytes) return flawed('tooLarge')
  const plain = bytes[0] === 0xff ? plainJpeg(bytes) : bytes[0] === 0x89 ? plainPng(bytes) : plainWebp(bytes)
  return plain.ok && plain.width * plain.height > max.pixels ? flawed('tooLarge') : plain
}
