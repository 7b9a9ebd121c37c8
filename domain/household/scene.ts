/** 小程序码 carries at most 32 characters; the slip's says no more than its code. */
const PREFIX = 'h='

export const sceneOf = (code: string): string => `${PREFIX}${code}`

/** What stands behind a scanned slip, still to be read; null when the picture was about something else. WeChat hands it over percent-encoded. */
export function codeInScene(scene: string): string | null {
  const text = decoded(scene)
  return text.startsWith(PREFIX) ? text.slice(PREFIX.length) : null
}

/** The same in a plain QR code, with or without a link before it (`https://…?h=…`); WeChat hands such a link over percent-encoded, as `q`. */
export function codeInLink(link: string): string | null {
  const text = decoded(link)
  const code = /(?:^|[/?&#])h=([^/?&#\s]*)/.exec(text)?.[1]
  return code ? decoded(code) : null
}

function decoded(scene: string): string {
  try {
    return decodeURIComponent(scene)
  } catch {
    return scene
  }
}
