import { inflateSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import jsQR from 'jsqr'

export type SlipOnPaper = { readonly words: readonly string[]; /** What a scanner reads in the picture. */ readonly picture: string }

const utf8 = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8')

/** A sheet of slips as it lies in the file: its XML, and every slip, with its picture read unless there are too many. */
export function readSlipFile(base64: string, hasPictures = true): { readonly xml: string; readonly slips: readonly SlipOnPaper[] } {
  const files = unzipSync(new Uint8Array(Buffer.from(base64, 'base64')))
  const xml = utf8(files['word/document.xml'])
  const targets = new Map([...utf8(files['word/_rels/document.xml.rels']).matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [/Id="([^"]+)"/.exec(tag)![1]!, /Target="([^"]+)"/.exec(tag)![1]!]))
  const cells = xml.split('<w:tc>').slice(1)
  const slips = Array.from({ length: cells.length / 2 }, (_, index) => {
    const [words, picture] = [cells[index * 2]!, cells[index * 2 + 1]!]
    const id = /r:embed="([^"]+)"/.exec(picture)?.[1]
    return id === undefined ? null : { words: [...words.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([line]) => [...line.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text]) => text).join('')), picture: hasPictures ? readQr(Buffer.from(files[`word/${targets.get(id)!}`]!)) : '' }
  })
  return { xml, slips: slips.filter((slip) => slip !== null) }
}

/** A PNG of one bit a pixel, looked at as a scanner does. */
function readQr(png: Buffer): string {
  const width = png.readUInt32BE(16)
  if (png[24] !== 1 || png[25] !== 0) throw new Error('no picture of one bit a pixel')
  const dataAt = png.indexOf('IDAT') + 4
  const rows = inflateSync(png.subarray(dataAt, dataAt + png.readUInt32BE(dataAt - 8)))
  const stride = width / 8 + 1
  const rgba = new Uint8ClampedArray(width * width * 4).fill(255)
  for (let y = 0; y < width; y += 1)
    for (let x = 0; x < width; x += 1) if (!(rows[y * stride + 1 + (x >> 3)]! & (0x80 >> (x & 7)))) rgba.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
  const read = jsQR(rgba, width, width)
  if (!read) throw new Error('the picture cannot be read')
  return read.data
}
