/** `unknown`: nothing that is understood; `brokenOff`: its end is missing; `tooLarge`: by its bytes, or by the pixels its header speaks of. */
export type PhotoFlaw = 'unknown' | 'brokenOff' | 'tooLarge'
export type PhotoType = 'jpg' | 'png' | 'webp'
/** A photo of which every part is understood, and nothing but the picture (and which way up) is left. */
export type PlainPhoto = { readonly ok: true; readonly type: PhotoType; readonly width: number; readonly height: number; readonly bytes: Uint8Array }
export type Flawed = { readonly ok: false; readonly flaw: PhotoFlaw }

export const flawed = (flaw: PhotoFlaw): Flawed => ({ ok: false, flaw })

/** A camera's JPEG has some dozens of segments, the largest PNG a thousand and some chunks of 8 KB: what has more was made to break whoever keeps them. */
export const PARTS_MAX = 4096
