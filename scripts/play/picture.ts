import { deflateSync } from 'node:zlib'

const WIDTH = 480
const HEIGHT = 360
const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})
const crc = (bytes: Buffer): number => ~bytes.reduce((c, byte) => CRC[(c ^ byte) & 255]! ^ (c >>> 8), ~0) >>> 0

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc(body), body.length + 4)
  return framed
}

/** A PNG of colours without transparency. */
export function pngOf({ width, height }: { readonly width: number; readonly height: number }, packed: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('IDAT', packed), chunk('IEND', Buffer.alloc(0))])
}

/** What lies on the ground: `mess` of many spots before, little after. */
export type Scene = { readonly seed: number; readonly isTidy: boolean; /** Two photos of the same place are never quite the same. */ readonly shot?: number }

/** A drawn street corner as PNG, since a demo has no camera: sky, a building, the ground, and what should not lie there. */
export function picture({ seed, isTidy, shot }: Scene): Buffer {
  let state = seed * 2654435761 + 1
  const random = () => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32)
  const wall = [150 + random() * 70, 140 + random() * 60, 120 + random() * 60]
  const litter = Array.from({ length: isTidy ? 0 : 14 }, () => ({ x: random() * WIDTH, y: 230 + random() * 110, r: 6 + random() * 22, tint: [60 + random() * 150, 50 + random() * 110, 30 + random() * 90] }))
  const left = 60 + random() * 120
  const rows = Buffer.alloc((WIDTH * 3 + 1) * HEIGHT)
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) {
      const isBuilding = y > 60 && y < 220 && x > left && x < left + 260
      const isWindow = isBuilding && (x - left) % 52 > 16 && (x - left) % 52 < 40 && (y - 60) % 46 > 14 && (y - 60) % 46 < 36
      const onGround = y >= 220
      const lying = onGround ? litter.find((thing) => ((x - thing.x) / 1.4) ** 2 + (y - thing.y) ** 2 < thing.r ** 2) : undefined
      const tile = onGround && (Math.floor(x / 60) + Math.floor(y / 30)) % 2 === 0 ? 8 : 0
      const colour = lying?.tint ?? (isWindow ? [96, 120, 140] : isBuilding ? wall : onGround ? [158 - tile, 164 - tile, 150 - tile] : [188 - y / 6, 208 - y / 8, 226 - y / 12])
      const at = y * (WIDTH * 3 + 1) + 1 + x * 3
      for (let part = 0; part < 3; part += 1) rows[at + part] = Math.round(colour[part]!)
    }
  if (shot !== undefined) rows.writeUInt32BE(shot, rows.length - 4)
  return pngOf({ width: WIDTH, height: HEIGHT }, deflateSync(rows))
}
