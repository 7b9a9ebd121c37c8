export type PhotoFault = 'video' | 'heic' | 'empty' | 'broken' | 'brokenOff' | 'tooLarge' | 'tooLong' | 'full' | 'lost'

/** A photo that cannot be taken, kept or found. The words for it are in labels/photo.ts. */
export class UnfitPhoto extends Error {
  readonly name = 'UnfitPhoto'
  constructor(readonly fault: PhotoFault) {
    super(fault)
  }
}

const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']

/** What a file that cannot be drawn most likely is, by its first bytes and the type it claims. */
export function faultOf(head: Uint8Array, type: string): PhotoFault {
  if (head.length === 0) return 'empty'
  const text = String.fromCharCode(...head.slice(0, 12))
  if (text.slice(4, 8) === 'ftyp') return HEIC_BRANDS.includes(text.slice(8, 12)) ? 'heic' : 'video'
  if (/^image\/hei[cf]/.test(type)) return 'heic'
  return type.startsWith('video/') || text.startsWith('\x1aE\xdf\xa3') ? 'video' : 'broken'
}
