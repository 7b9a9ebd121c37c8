import { randomBytes } from 'node:crypto'
import type { Parameters } from './protocol'
import type { WeChatReply } from './subscribeMessage'

/** Texts with this mark are found risky, so that the refusal can be played through. */
const RISKY_MARK = '违规测试'
const CONTENT_MAX = 2500
const traceId = () => `${randomBytes(4).toString('hex')}-local`

export function msgSecCheck({ openid, scene, version, content, nickname, title, signature }: Parameters): WeChatReply {
  if (version !== 2) return { errcode: 40097, errmsg: 'invalid args: 本地云只有 msgSecCheck version 2 (only version 2 is served)' }
  if (typeof openid !== 'string' || openid === '') return { errcode: 40003, errmsg: 'invalid openid' }
  if (typeof scene !== 'number' || scene < 1 || scene > 4) return { errcode: 40097, errmsg: 'invalid args: scene' }
  if (typeof content !== 'string' || content === '') return { errcode: 44004, errmsg: 'empty content' }
  if ([...content].length > CONTENT_MAX) return { errcode: 45002, errmsg: 'content size out of limit' }
  const isRisky = [content, nickname, title, signature].some((text) => typeof text === 'string' && text.includes(RISKY_MARK))
  const verdict = isRisky ? { suggest: 'risky', label: 20001 } : { suggest: 'pass', label: 100 }
  return { errcode: 0, errmsg: 'ok', result: verdict, detail: [{ strategy: 'content_model', errcode: 0, ...verdict, prob: 90 }], trace_id: traceId() }
}

/** Answers only that the check was taken in; the verdict, which WeChat pushes later, is not sent by the local cloud. */
export function mediaCheckAsync({ openid, scene, version, media_url: url, media_type: type }: Parameters): WeChatReply {
  if (version !== 2) return { errcode: 40097, errmsg: 'invalid args: version' }
  if (typeof openid !== 'string' || openid === '') return { errcode: 40003, errmsg: 'invalid openid' }
  if (typeof scene !== 'number' || (type !== 1 && type !== 2) || typeof url !== 'string' || !/^https?:/.test(url)) return { errcode: 40097, errmsg: 'invalid args' }
  return { errcode: 0, errmsg: 'ok', trace_id: traceId() }
}
