import Taro from '@tarojs/taro'
import type { Actions } from '../../types/api'
import type { Envelope } from '../../types/api/refusal'
import { heardFromServer } from './serverNow'
import { Refusal, unreachable } from './trouble'

/** The one door to the cloud. Resolves to the reply; throws `Refusal` or `Unreachable`, both with Chinese words. */
export async function call<K extends keyof Actions>(action: K, request: Actions[K]['request']): Promise<Actions[K]['reply']> {
  const envelope = (await send({ name: 'api', data: { action, request } })) as Envelope<Actions[K]['reply']> | null
  if (typeof envelope?.ok !== 'boolean') throw unreachable(new Error('no envelope'))
  heardFromServer(envelope.now)
  if (!envelope.ok) throw new Refusal(envelope.code, envelope.words, envelope.errorId)
  return envelope.value
}

type Invocation = { name: string; data: { action: PropertyKey; request: unknown } }

async function send(invocation: Invocation): Promise<unknown> {
  try {
    if (process.env.TARO_ENV === 'weapp') return (await Taro.cloud.callFunction(invocation)).result
    const { data, statusCode } = await Taro.request<{ ok: true; result: unknown } | { ok: false; errMsg: string }>({
      url: '/client/call',
      method: 'POST',
      header: { 'content-type': 'application/json' },
      data: invocation,
    })
    if (statusCode >= 300) throw new Error(`status ${statusCode}`)
    if (!data.ok) throw new Error(data.errMsg)
    return data.result
  } catch (cause) {
    throw unreachable(cause)
  }
}
