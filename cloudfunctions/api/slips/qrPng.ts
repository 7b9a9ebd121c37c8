import { deflateSync, gzipSync } from 'node:zlib'
import { encode } from 'uqr'

/** White around it, in modules, which scanners need. */
const QUIET = 2
/** Pixels a side of a module: at one bit a pixel it is one byte wide. A printer that smooths smooths its edges only. */
const SCALE = 8
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** 二维码 as a picture of one bit a pixel, some 300 bytes. */
export function qrPng(text: string): Buffer {
  const modules = encode(text, { ecc: 'M', border: QUIET }).data
  const header = Buffer.concat([uint32(modules.length * SCALE), uint32(modules.length * SCALE), Buffer.from([1, 0, 0, 0, 0])])
  // Each row begins with its filter: 0, none.
  const rows = modules.flatMap((row) => Array.from({ length: SCALE }, () => [0, ...row.map((isDark) => (isDark ? 0x00 : 0xff))]).flat())
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.from(rows))), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data])
  // zlib tells no checksum before Node 20.15, but ends what it packs with it.
  const packed = gzipSync(typed)
  return Buffer.concat([uint32(data.length), typed, uint32(packed.readUInt32LE(packed.length - 8))])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
