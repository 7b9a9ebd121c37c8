import { pngParts } from '../../../domain/photo/pngParts'
import { pngOf } from '../../../scripts/play/picture'

it.each([
  ['of colours', [8, 2, 0], 8 * (1 + 24)],
  ['with transparency, of 16 bits', [16, 6, 0], 8 * (1 + 64)],
  ['of two colours', [1, 3, 0], 8 * (1 + 1)],
  // 1×1, 1×1, 2×1, 2×2, 4×2, 4×4 and 8×4 points.
  ['interlaced', [8, 2, 1], 4 + 4 + 7 + 14 + 26 + 52 + 100],
])('a picture of 8 × 8 points %s unpacks to so many bytes', (_, [depth, colour, interlace], size) => {
  const bytes = new Uint8Array(pngOf({ width: 8, height: 8 }, Buffer.from('packed')))
  bytes.set([depth!, colour!, 0, 0, interlace!], 24)
  expect([pngParts(bytes).size, pngParts(bytes).packed]).toEqual([size, [new Uint8Array(Buffer.from('packed'))]])
})

it('a picture of one point, interlaced, has no lines but its first', () => {
  const bytes = new Uint8Array(pngOf({ width: 1, height: 1 }, Buffer.from('packed')))
  bytes[28] = 1
  expect(pngParts(bytes).size).toBe(4)
})
