import { codeInLink, codeInScene } from '../../../domain/household/scene'

type Opening = { readonly scene?: string; readonly q?: string; readonly code?: string }

/** The code a page was opened with: `scene` by a mini-program code, `q` by a plain QR code whose link stands in WeChat's console, `code` by a relative's card. */
export const codeOnOpening = ({ scene = '', q = '', code = '' }: Opening): string => (scene && codeInScene(scene)) || (q && codeInLink(q)) || code
