import { codeInLink, codeInScene } from '../../../domain/household/scene'

/** What a camera read: our own mini-program code gives the page with its scene; a plain QR code gives its text. */
export function codeInScan({ path, result }: { path?: string; result?: string }): string | null {
  const scene = /[?&]scene=([^&]*)/.exec(path ?? '')?.[1]
  return scene === undefined ? codeInLink(result ?? '') ?? (result || null) : codeInScene(scene)
}
