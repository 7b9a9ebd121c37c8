import { letters, viewOf } from './bytes'

const [SIGNATURE, FRAME] = [8, 12]
/** Numbers of a point, by the kind of colour. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
/** Where each pass of an interlaced picture begins and how far apart its points are: across, down. */
const PASSES = [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]] as const

/** How much the points of a plain PNG are when unpacked: a byte before each line. */
function sizeOf(bytes: Uint8Array): number {
  const view = viewOf(bytes)
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  const bits = bytes[24]! * (CHANNELS[bytes[25]!] ?? 0)
  const lines = (across: number, down: number): number => (across > 0 ? down * (1 + Math.ceil((across * bits) / 8)) : 0)
  if (bytes[28] === 0) return lines(width, height)
  return PASSES.reduce((sum, [x, y, dx, dy]) => sum + lines(Math.max(0, Math.ceil((width - x) / dx)), Math.max(0, Math.ceil((height - y) / dy))), 0)
}

/** Of a plain PNG: its head and palette, its packed points in as many pieces as they come, and their size unpacked. */
export function pngParts(bytes: Uint8Array): { readonly head: readonly Uint8Array[]; readonly packed: readonly Uint8Array[]; readonly size: number } {
  const view = viewOf(bytes)
  const [head, packed]: [Uint8Array[], Uint8Array[]] = [[], []]
  for (let at = SIGNATURE; at + FRAME <= bytes.length; at += FRAME + view.getUint32(at)) {
    const [type, content] = [letters(bytes, at + 4, 4), bytes.subarray(at + 8, at + 8 + view.getUint32(at))]
    if (type === 'IDAT') packed.push(content)
    else if (type === 'IHDR' || type === 'PLTE') head.push(content)
  }
  return { head, packed, size: sizeOf(bytes) }
}
