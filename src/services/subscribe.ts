import Taro from '@tarojs/taro'

export type Consent = 'accept' | 'reject' | 'ban'

/** Asks on a tap whether we may send these messages (≤ 3 at a time). Never throws: a person who is asked wrongly still goes on. */
export async function askSubscribe(templateIds: readonly string[]): Promise<Record<string, Consent>> {
  const asked = templateIds.slice(0, 3)
  if (asked.length === 0) return {}
  try {
    const answer = process.env.TARO_ENV === 'weapp' ? await askWeChat(asked) : await askBrowser(asked)
    return Object.fromEntries(asked.map((id) => [id, asConsent(answer[id])]))
  } catch {
    return Object.fromEntries(asked.map((id) => [id, 'reject']))
  }
}

const askWeChat = async (tmplIds: string[]) =>
  // `entityIds` is Alipay's; the type wants it.
  (await Taro.requestSubscribeMessage({ tmplIds } as unknown as Taro.requestSubscribeMessage.Option)) as unknown as Record<string, unknown>

const askBrowser = async (templateIds: string[]) =>
  (await Taro.request<Record<string, unknown>>({ url: '/client/subscribe', method: 'POST', header: { 'content-type': 'application/json' }, data: { templateIds } })).data

// WeChat also knows 'filter' (a template with the same name was asked for), which sends nothing either.
const asConsent = (word: unknown): Consent => (word === 'accept' || word === 'ban' ? word : 'reject')
