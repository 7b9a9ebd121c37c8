import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const WHITE = 255
const BLACK = 0

/** A square picture in grey; the texts, in Latin letters, are kept in it beside the pixels. */
export function squarePng(width: number, isBlack: (x: number, y: number) => boolean, texts: Readonly<Record<string, string>>): Buffer {
  // Each row begins with its filter: 0, none.
  const rows = Buffer.alloc((width + 1) * width)
  for (let y = 0; y < width; y++) for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = isBlack(x, y) ? BLACK : WHITE
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(width, 4)
  header[8] = 8 // bits a pixel; colour type 0, grey, and the rest 0 as well
  const textChunks = Object.entries(texts).map(([name, text]) => chunk('tEXt', Buffer.from(`${name}\0${text}`, 'latin1')))
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), ...textChunks, chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(typed))
  return Buffer.concat([length, typed, sum])
}
