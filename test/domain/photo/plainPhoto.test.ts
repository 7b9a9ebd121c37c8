import { readFileSync } from 'node:fs'
import { PARTS_MAX } from '../../../domain/photo/flaw'
import { plainPhoto } from '../../../domain/photo/plainPhoto'
import { shrunkSize, isTooLong } from '../../../domain/photo/shrunkSize'
import { picture } from '../../../scripts/play/picture'
import { exifOf, frameOf, jpegOf, SCAN, segment, TABLE } from '../../support/jpeg'

const text = (words: string) => [...words].map((letter) => letter.charCodeAt(0))
const JFIF = segment(0xe0, text('JFIF\0'))
const COLOURS = segment(0xe2, text('ICC_PROFILE\0'))
const SECOND_PICTURE = segment(0xe2, text('MPF\0 GPS'))
const FRAME = frameOf(40, 30)
const told = (bytes: Uint8Array | undefined) => String.fromCharCode(...(bytes ?? []))
const plainOf = (bytes: Uint8Array): Uint8Array | undefined => {
  const plain = plainPhoto(bytes)
  return plain.ok ? plain.bytes : undefined
}
const flawOf = (bytes: Uint8Array): string => {
  const plain = plainPhoto(bytes)
  return plain.ok ? `${plain.type} ${plain.width}×${plain.height}` : plain.flaw
}
const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(`test/fixtures/photo/${name}`))

describe('a JPEG', () => {
  it('tells nobody where and when it was taken, and the picture stays as it was', () => {
    const plain = plainOf(jpegOf(JFIF, exifOf(1), COLOURS, SECOND_PICTURE, segment(0xed, text('city')), segment(0xfe, text('comment')), segment(0xf3, text('who knows')), TABLE, FRAME, SCAN))
    expect(plain).toEqual(jpegOf(JFIF, COLOURS, TABLE, FRAME, SCAN))
  })

  it.each([false, true])('stays the way up it was held (little-endian: %s)', (little) => {
    const plain = plainOf(jpegOf(exifOf(6, little), TABLE, FRAME, SCAN))
    expect(told(plain)).not.toContain('GPS')
    expect(told(plain)).toContain('Exif')
    // Read by the same rules again: nothing else was in it, so nothing changes.
    expect(plainOf(plain!)).toEqual(plain)
  })

  it('loses what hangs behind its end', () => {
    const whole = jpegOf(TABLE, FRAME, SCAN)
    expect(plainOf(Uint8Array.from([...whole, ...text('video with GPS')]))).toEqual(whole)
  })

  it('of several scans is one picture', () => {
    const whole = jpegOf(TABLE, FRAME, SCAN, segment(0xc4, [7]), SCAN)
    expect(plainOf(whole)).toEqual(whole)
  })

  it('with fill bytes before its markers is the same picture without them, and without its place', () => {
    const filled = Uint8Array.from([0xff, 0xd8, 0xff, 0xff, ...exifOf(1), ...TABLE, 0xff, 0xff, 0xff, ...FRAME, ...SCAN, 0xff, 0xff, 0xd9])
    expect(told(plainOf(filled))).not.toContain('GPS')
    expect(flawOf(filled)).toBe('jpg 40×30')
    const sent = fixture('s_fill_bytes_gps.jpg')
    expect(told(sent.slice(0, 400))).toContain('Exif')
    expect([flawOf(sent), told(plainOf(sent)).includes('Exif')]).toEqual(['jpg 1200×800', false])
  })

  it('with an orientation nobody knows stands as it is', () => {
    expect(plainOf(jpegOf(exifOf(99), TABLE, FRAME, SCAN))).toEqual(jpegOf(TABLE, FRAME, SCAN))
  })

  it.each(['c2_no_eoi.jpg', 'c_truncated_half.jpg', 't_gps_no_eoi.jpg'])('that breaks off is told (%s)', (name) => expect(flawOf(fixture(name))).toBe('brokenOff'))

  it('is told wherever it is cut, and never taken for a whole one', () => {
    const whole = jpegOf(JFIF, exifOf(3), TABLE, FRAME, SCAN)
    for (let length = 2; length < whole.length; length += 1) expect([length, flawOf(whole.slice(0, length))]).toEqual([length, 'brokenOff'])
  })
})

const chunk = (type: string, body: number[]) => [0, 0, body.length >> 8, body.length & 255, ...text(type), ...body, 1, 2, 3, 4]
const png = (...chunks: number[][]) => Uint8Array.from([0x89, ...text('PNG\r\n\x1a\n'), ...chunks.flat()])
const sides = (...all: number[]) => all.flatMap((side) => [side >>> 24, (side >> 16) & 255, (side >> 8) & 255, side & 255])
const [IHDR, IDAT, IEND] = [chunk('IHDR', [...sides(40, 30), 8, 2, 0, 0, 0]), chunk('IDAT', [9, 9, 9]), chunk('IEND', [])]

describe('a PNG', () => {
  it('tells nobody what was written beside the picture, nor what hangs behind it', () => {
    const plain = plainOf(Uint8Array.from([...png(IHDR, chunk('sRGB', [0]), chunk('eXIf', text('GPS')), chunk('tEXt', text('Author')), chunk('tIME', [1]), IDAT, chunk('zTXt', text('GPS')), IEND), ...text('a film')]))
    expect(plain).toEqual(png(IHDR, chunk('sRGB', [0]), IDAT, IEND))
  })

  it('that was drawn passes through as it is', () => {
    const drawn = new Uint8Array(picture({ seed: 1, isTidy: true }))
    expect([flawOf(drawn), plainOf(drawn)]).toEqual(['png 480×360', drawn])
  })

  it.each([
    ['without its end', png(IHDR, IDAT), 'brokenOff'],
    ['torn within its picture', png(IHDR, IDAT, IEND).slice(0, -20), 'brokenOff'],
    ['without a picture', png(IHDR, IEND), 'unknown'],
    ['without a head', png(IDAT, IEND), 'unknown'],
    ['with a second head', png(IHDR, IHDR, IDAT, IEND), 'unknown'],
    ['with a part one must understand and does not', png(IHDR, chunk('SECR', [1]), IDAT, IEND), 'unknown'],
    ['of no width', png(chunk('IHDR', [...sides(0, 30), 8, 2, 0, 0, 0]), IDAT, IEND), 'unknown'],
  ])('%s is told', (_, bytes, flaw) => expect(flawOf(bytes)).toBe(flaw))
})

const riff = (type: string, body: number[]) => [...text(type), body.length & 255, body.length >> 8, 0, 0, ...body, ...(body.length % 2 ? [0] : [])]
const webp = (...chunks: number[][]) => {
  const body = [...text('WEBP'), ...chunks.flat()]
  return Uint8Array.from([...text('RIFF'), body.length & 255, body.length >> 8, 0, 0, ...body])
}
const longWebp = (...chunks: number[][]) => {
  const whole = webp(...chunks)
  new DataView(whole.buffer).setUint32(4, whole.length - 8, true)
  return whole
}
const LOSSY = riff('VP8 ', [0x10, 0, 0, 0x9d, 1, 0x2a, 40, 0, 30, 0, 7, 7])
const LOSSLESS = riff('VP8L', [0x2f, 39, 0x40, 7, 0, 7])
const extended = (flags: number) => riff('VP8X', [flags, 0, 0, 0, 39, 0, 0, 29, 0, 0])

describe('a WebP', () => {
  it('tells nobody what was written beside the picture, and its head no longer speaks of it', () => {
    const sent = webp(extended(0x1c), riff('ICCP', [1, 2, 3]), LOSSY, riff('EXIF', text('GPS')), riff('XMP ', text('GPS!')))
    expect(plainOf(Uint8Array.from([...sent, ...text('more')]))).toEqual(webp(extended(0x10), riff('ICCP', [1, 2, 3]), LOSSY))
  })

  it.each([
    ['of the simple kind is read', webp(LOSSY), 'webp 40×30'],
    ['without loss is read', webp(LOSSLESS), 'webp 40×30'],
    ['that breaks off is told', webp(LOSSY).slice(0, -1), 'brokenOff'],
    ['whose part is longer than itself is told', Uint8Array.from(webp(LOSSY), (byte, at) => (at === 16 ? 200 : byte)), 'brokenOff'],
    ['that moves is none', webp(extended(2), riff('ANIM', [0, 0, 0, 0, 0, 0])), 'unknown'],
    ['without a picture is told', webp(extended(0)), 'unknown'],
    ['whose picture is none is told', webp(riff('VP8 ', [0x10, 0, 0, 1, 2, 3, 40, 0, 30, 0])), 'unknown'],
  ])('%s', (_, bytes, flaw) => expect(flawOf(bytes)).toBe(flaw))
})

it.each([
  ['three bytes', Uint8Array.from([0xff, 0xd8, 0xff]), 'brokenOff'],
  ['nothing', new Uint8Array(), 'unknown'],
  ['words', Uint8Array.from(text('hello')), 'unknown'],
  ['an iPhone’s photo', Uint8Array.from([0, 0, 0, 24, ...text('ftypheic')]), 'unknown'],
  ['a head and an end without a picture', jpegOf(TABLE, FRAME), 'unknown'],
  ['a scan without a head', jpegOf(TABLE, SCAN), 'unknown'],
  ['a picture of no height', jpegOf(TABLE, frameOf(40, 0), SCAN), 'unknown'],
  ['a picture with two heads', jpegOf(TABLE, FRAME, frameOf(60_000, 60_000), SCAN), 'unknown'],
  ['a picture with a torn segment', Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 1]), 'brokenOff'],
  ['a picture with rubbish between', Uint8Array.from([0xff, 0xd8, 1, 2, 3, 4]), 'unknown'],
  ['a JPEG of 20,000 × 20,000', jpegOf(TABLE, frameOf(20_000, 20_000), SCAN), 'tooLarge'],
  ['a PNG of 20,000 × 20,000', png(chunk('IHDR', [...sides(20_000, 20_000), 8, 2, 0, 0, 0]), IDAT, IEND), 'tooLarge'],
  ['the largest camera of a phone', jpegOf(TABLE, frameOf(8160, 6120), SCAN), 'jpg 8160×6120'],
  ['ten megabytes and a byte', new Uint8Array(10 * 1024 * 1024 + 1), 'tooLarge'],
])('%s is what it is', (_, bytes, flaw) => expect(flawOf(bytes)).toBe(flaw))

describe('how large a photo is sent', () => {
  it.each([
    ['a usual photo', [4000, 3000], [1600, 1200]],
    ['the same upright', [3000, 4000], [1200, 1600]],
    ['a wide one', [4000, 2250], [1848, 1039]],
    ['a small one, as it is', [800, 600], [800, 600]],
    ['a screenshot', [1080, 2400], [930, 2066]],
    ['a long screenshot', [1080, 12_000], [720, 8000]],
    ['a panorama', [12_000, 2000], [4320, 720]],
    ['a narrow strip that was never wider', [400, 6000], [400, 6000]],
    ['a screenshot longer than old phones draw', [1080, 20_000], [442, 8192]],
    ['a line', [1, 20_000], [1, 8192]],
  ])('%s', (_, [width, height], [wide, high]) => expect(shrunkSize({ width: width!, height: height! })).toEqual({ width: wide, height: high }))

  it('is never more than an old phone’s canvas holds', () => {
    for (let width = 100; width <= 50_000; width += 1371)
      for (let height = 100; height <= 50_000; height += 1373) {
        const { width: wide, height: high } = shrunkSize({ width, height })
        expect(wide * high <= 16_700_000 && Math.max(wide, high) <= 8192).toBe(true)
      }
  })

  it('is too little to be read only of what is longer than twenty screens', () => {
    expect([isTooLong({ width: 1080, height: 12_000 }), isTooLong({ width: 1080, height: 27_000 }), isTooLong({ width: 1080, height: 30_000 }), isTooLong({ width: 200, height: 8000 }), isTooLong({ width: 4000, height: 3000 })]).toEqual([false, false, true, false, false])
  })
})

describe('a file of countless parts is no photo', () => {
  const many = (part: number[]) => Array.from({ length: PARTS_MAX + 1 }, () => part)
  it.each([
    ['a JPEG of tables', jpegOf(...many(segment(0xdb, [])), FRAME, SCAN)],
    ['a JPEG of segments that are left out', jpegOf(...many(segment(0xfe, [])), FRAME, SCAN)],
    ['a JPEG of scans', jpegOf(TABLE, FRAME, ...many(SCAN))],
    ['a PNG', png(IHDR, ...many(chunk('IDAT', [])), IDAT, IEND)],
    ['a PNG of texts', png(IHDR, ...many(chunk('tEXt', [])), IDAT, IEND)],
    ['a WebP', longWebp(LOSSY, ...many(riff('ICCP', [])))],
  ])('%s', (_, bytes) => expect(flawOf(bytes)).toBe('unknown'))

  it('as many as the largest PNG has are gone through', () => {
    const parts = Array.from({ length: (10 * 1024 * 1024) / 8192 }, () => chunk('IDAT', [9]))
    expect(flawOf(png(IHDR, ...parts, IEND))).toBe('png 40×30')
  })
})
