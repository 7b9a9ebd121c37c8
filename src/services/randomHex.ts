import Taro from '@tarojs/taro'

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
/** Phones from before both: less chance, but a ballot of one's own. */
const weakly = (count: number): Uint8Array => Uint8Array.from({ length: count }, () => Math.floor(Math.random() * 256))

const fromWeChat = (count: number) =>
  new Promise<Uint8Array | null>((resolve) => {
    const wechat = Taro as { getRandomValues?: (option: { length: number; success: (found: { randomValues: ArrayBuffer }) => void; fail: () => void }) => unknown }
    if (typeof wechat.getRandomValues !== 'function') return resolve(null)
    const asked = wechat.getRandomValues({ length: count, success: ({ randomValues }) => resolve(new Uint8Array(randomValues)), fail: () => resolve(null) })
    // Taro also answers with a promise, which fails a second time.
    if (asked instanceof Promise) asked.catch(() => resolve(null))
  })

/** Chance that nobody guesses, as hex: for what has to stay a secret. */
export async function randomHex(count: number): Promise<string> {
  if (process.env.TARO_ENV === 'h5' && typeof crypto === 'object') return hexOf(crypto.getRandomValues(new Uint8Array(count)))
  const bytes = await fromWeChat(count)
  return hexOf(bytes?.length === count ? bytes : weakly(count))
}
