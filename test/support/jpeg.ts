const text = (words: string): number[] => [...words].map((letter) => letter.charCodeAt(0))
export const segment = (marker: number, body: readonly number[]): number[] => [0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body]
export const frameOf = (width: number, height: number): number[] => segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0])
export const TABLE = segment(0xdb, [1, 2, 3])
export const SCAN = [...segment(0xda, [1]), 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]
export const jpegOf = (...parts: readonly (readonly number[])[]): Uint8Array => Uint8Array.from([0xff, 0xd8, ...parts.flat(), 0xff, 0xd9])

/** A JPEG of a few bytes in which every part stands, of that size or with so much behind its end. */
export const smallJpeg = ({ width = 40, height = 30, scan = 0 } = {}): Uint8Array => jpegOf(TABLE, frameOf(width, height), [...SCAN, ...Array.from({ length: scan }, () => 7)])

/** A camera's EXIF: orientation, and words that stand for the place. */
export function exifOf(orientation: number, little = false): number[] {
  const [two, four] = little ? [(n: number) => [n & 255, n >> 8], (n: number) => [n & 255, n >> 8, 0, 0]] : [(n: number) => [n >> 8, n & 255], (n: number) => [0, 0, n >> 8, n & 255]]
  const tiff = [...text(little ? 'II' : 'MM'), ...two(42), ...four(8), ...two(1), ...two(0x0112), ...two(3), ...four(1), ...two(orientation), 0, 0, ...four(0)]
  return segment(0xe1, [...text('Exif'), 0, 0, ...tiff, ...text('GPS 30.1N 120.7E')])
}
