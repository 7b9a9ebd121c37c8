import type { Messages, SentMessage } from './messages'
import type { Parameters } from './protocol'

export type WeChatReply = { readonly errcode: number; readonly errmsg: string } & Record<string, unknown>

const length = (text: string) => [...text].length

/** What WeChat lets into each kind of field; the kind is the field's name without its number. */
const FIELD_KINDS: Readonly<Record<string, (value: string) => boolean>> = {
  thing: (value) => length(value) <= 20,
  number: (value) => /^-?\d{1,32}(\.\d+)?$/.test(value) && value.length <= 32,
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => length(value) <= 5,
  character_string: (value) => /^[\x20-\x7e]{1,32}$/.test(value),
  time: (value) => /\d{1,2}:\d{2}|\d{4}[年-]/.test(value) && length(value) <= 40,
  date: (value) => /\d{4}[年-]/.test(value) && length(value) <= 40,
  amount: (value) => /^[¥￥$]?\d{1,10}(\.\d+)?元?$/.test(value),
  phone_number: (value) => /^[\d+\- ]{1,17}$/.test(value),
  car_number: (value) => length(value) <= 8,
  name: (value) => (/^[\x20-\x7e]+$/.test(value) ? value.length <= 20 : length(value) <= 10),
  phrase: (value) => length(value) <= 5,
}

const STATES = ['developer', 'trial', 'formal']
const LANGUAGES = ['zh_CN', 'en_US', 'zh_HK', 'zh_TW']

export function sendSubscribeMessage(parameters: Parameters, messages: Messages, now: number): WeChatReply {
  const { touser, template_id: templateId, page = '', data, miniprogram_state: state = 'formal', lang = 'zh_CN' } = parameters
  if (typeof touser !== 'string' || touser === '') return { errcode: 40003, errmsg: 'touser 字段openid为空或者不正确 (invalid openid)' }
  if (typeof templateId !== 'string' || templateId === '') return { errcode: 40037, errmsg: 'invalid template_id' }
  if (typeof page !== 'string') return { errcode: 41030, errmsg: 'invalid page' }
  if (!STATES.includes(state as string)) return { errcode: 40097, errmsg: 'invalid args: miniprogram_state' }
  if (!LANGUAGES.includes(lang as string)) return { errcode: 40097, errmsg: 'invalid args: lang' }
  const wrong = wrongField(data)
  if (wrong !== null) return { errcode: 47003, errmsg: `argument invalid! ${wrong}` }
  const isDelivered = messages.deliver({ at: now, openid: touser, templateId, page, data: data as SentMessage['data'] })
  return isDelivered ? { errcode: 0, errmsg: 'ok', msgid: now } : { errcode: 43101, errmsg: 'user refuse to accept the msg' }
}

function wrongField(data: unknown): string | null {
  if (data === null || typeof data !== 'object' || Object.keys(data).length === 0) return 'data is empty'
  for (const [name, field] of Object.entries(data)) {
    const value: unknown = (field as { value?: unknown } | null)?.value
    const isAllowed = FIELD_KINDS[name.replace(/\d+$/, '')]
    if (!isAllowed) return `data.${name} is of an unknown kind`
    if ((typeof value !== 'string' && typeof value !== 'number') || String(value) === '' || !isAllowed(String(value))) return `data.${name}.value invalid`
  }
  return null
}
