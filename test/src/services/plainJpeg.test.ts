import { faultOf } from '@/services/photo/photoFault'
import { plainJpeg } from '@/services/photo/plainJpeg'

const text = (words: string) => [...words].map((letter) => letter.charCodeAt(0))
const segment = (marker: number, body: number[]) => [0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body]

/** A camera's EXIF: orientation, and words that stand for the place. */
const exif = (orientation: number, little = false) => {
  const [two, four] = little ? [(n: number) => [n & 255, n >> 8], (n: number) => [n & 255, n >> 8, 0, 0]] : [(n: number) => [n >> 8, n & 255], (n: number) => [0, 0, n >> 8, n & 255]]
  const tiff = [...text(little ? 'II' : 'MM'), ...two(42), ...four(8), ...two(1), ...two(0x0112), ...two(3), ...four(1), ...two(orientation), 0, 0, ...four(0)]
  return segment(0xe1, [...text('Exif'), 0, 0, ...tiff, ...text('GPS 30.1N 120.7E')])
}
const JFIF = segment(0xe0, text('JFIF\0'))
const COLOURS = segment(0xe2, text('ICC_PROFILE\0'))
const SECOND_PICTURE = segment(0xe2, text('MPF\0 GPS'))
const TABLE = segment(0xdb, [1, 2, 3])
const SCAN = [...segment(0xda, [1]), 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]
const jpeg = (...parts: number[][]) => Uint8Array.from([0xff, 0xd8, ...parts.flat(), 0xff, 0xd9])
const told = (bytes: Uint8Array | null) => String.fromCharCode(...(bytes ?? []))

it('where and when it was taken does not leave the phone, and the picture stays as it was', () => {
  const plain = plainJpeg(jpeg(JFIF, exif(1), COLOURS, SECOND_PICTURE, segment(0xed, text('city')), segment(0xfe, text('comment')), TABLE, SCAN))
  expect(plain).toEqual(jpeg(JFIF, COLOURS, TABLE, SCAN))
})

it.each([false, true])('which way up it was held stays (little-endian: %s)', (little) => {
  const plain = plainJpeg(jpeg(exif(6, little), TABLE, SCAN))
  expect(told(plain)).not.toContain('GPS')
  expect(told(plain)).toContain('Exif')
  // Read by the same rules again: nothing else was in it, so nothing changes.
  expect(plainJpeg(plain!)).toEqual(plain)
})

it('what hangs behind the end of the picture is left out', () => {
  const whole = jpeg(TABLE, SCAN)
  expect(plainJpeg(Uint8Array.from([...whole, ...text('video with GPS')]))).toEqual(whole)
})

it('several scans are one picture', () => {
  const whole = jpeg(TABLE, SCAN, segment(0xc4, [7]), SCAN)
  expect(plainJpeg(whole)).toEqual(whole)
})

it.each([
  ['a PNG', Uint8Array.from([0x89, ...text('PNG')])],
  ['nothing', new Uint8Array()],
  ['a picture that breaks off', jpeg(TABLE, SCAN).slice(0, -2)],
  ['a picture with a torn segment', Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 1])],
  ['a picture with rubbish between', Uint8Array.from([0xff, 0xd8, 1, 2, 3, 4])],
] as const)('%s is no JPEG to be promised anything about', (_, bytes) => {
  expect(plainJpeg(bytes)).toBeNull()
})

it('an orientation nobody knows is dropped', () => {
  expect(plainJpeg(jpeg(exif(99), TABLE, SCAN))).toEqual(jpeg(TABLE, SCAN))
})

it.each([
  ['nothing', [], 'image/jpeg', 'empty'],
  ['an iPhone’s photo', [0, 0, 0, 24, ...text('ftypheic')], '', 'heic'],
  ['one that only says so', text('????????'), 'image/heif', 'heic'],
  ['a video from a phone', [0, 0, 0, 24, ...text('ftypmp42')], '', 'video'],
  ['a video from a browser', [0x1a, 0x45, 0xdf, 0xa3], '', 'video'],
  ['one that only says so, again', text('????????'), 'video/quicktime', 'video'],
  ['words', text('hello, world'), 'image/jpeg', 'broken'],
] as const)('%s is told as what it is', (_, head, type, fault) => {
  expect(faultOf(Uint8Array.from(head), type)).toBe(fault)
})
