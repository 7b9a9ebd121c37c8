import { faultOf } from '@/services/photo/photoFault'

const text = (words: string) => [...words].map((letter) => letter.charCodeAt(0))

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
