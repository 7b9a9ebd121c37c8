import type { Clock } from '../clock'
import type { Parameters } from './protocol'
import type { WeChatReply } from './subscribeMessage'
import { newTraceId, type Verdict, type Verdicts } from './verdicts'
import type { Visits } from './visits'

/** Words and addresses with this mark are found risky, so that the refusal can be played through. */
const RISKY_MARK = '违规测试'
/** In the openid of somebody whom WeChat takes for no ordinary person. */
const RANKED_MARK = 'risky'
const RANK_WORST = 4
const CONTENT_MAX = 2500
const SCENES = [1, 2, 3, 4]
const MEDIA_TYPES = [1, 2]

const refusal = (errcode: number, errmsg: string): WeChatReply => ({ errcode, errmsg })
const judge = (...texts: unknown[]): Verdict =>
  texts.some((text) => typeof text === 'string' && text.includes(RISKY_MARK)) ? { suggest: 'risky', label: 20001 } : { suggest: 'pass', label: 100 }

export function openSecurity({ visits, verdicts, clock }: { visits: Visits; verdicts: Pick<Verdicts, 'add'>; clock: Clock }) {
  /** What both checks ask for. */
  function refused({ openid, scene, version }: Parameters): WeChatReply | null {
    if (version !== 2) return refusal(40097, 'invalid args: 本地云只有 version 2 (only version 2 is served)')
    if (!SCENES.includes(scene as number)) return refusal(40097, 'invalid args: scene')
    if (typeof openid !== 'string' || openid === '') return refusal(40003, 'invalid openid')
    return visits.isRecent(openid) ? null : refusal(61010, 'code is expired: 用户近两小时未访问 (the person has not called in the last two hours)')
  }

  function msgSecCheck(parameters: Parameters): WeChatReply {
    const { content, nickname, title, signature } = parameters
    const refusedAs = refused(parameters)
    if (refusedAs) return refusedAs
    if (typeof content !== 'string' || content === '') return refusal(44004, 'empty content')
    if ([...content].length > CONTENT_MAX) return refusal(45002, 'content size out of limit')
    const result = judge(content, nickname, title, signature)
    return { errcode: 0, errmsg: 'ok', result, detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }], trace_id: newTraceId() }
  }

  /** Answers only that the check was taken in; the verdict comes later. */
  function mediaCheckAsync(parameters: Parameters): WeChatReply {
    const { openid, media_url: mediaUrl, media_type: mediaType } = parameters
    const refusedAs = refused(parameters)
    if (refusedAs) return refusedAs
    if (typeof mediaUrl !== 'string' || !/^https?:/.test(mediaUrl) || !URL.canParse(mediaUrl)) return refusal(40097, 'invalid args: media_url')
    if (!MEDIA_TYPES.includes(mediaType as number)) return refusal(40097, 'invalid args: media_type')
    const traceId = newTraceId()
    verdicts.add({ traceId, at: clock.now(), openid: openid as string, mediaUrl, mediaType: mediaType as number, result: judge(mediaUrl, readable(mediaUrl)) })
    return { errcode: 0, errmsg: 'ok', trace_id: traceId }
  }

  /** 用户风险等级: 0, but for openids with the mark, so that the signal can be played through. */
  function getUserRiskRank({ openid, appid, scene, client_ip: clientIp }: Parameters): WeChatReply {
    if (typeof appid !== 'string' || appid === '') return refusal(40097, 'invalid args: appid')
    if (typeof openid !== 'string' || openid === '') return refusal(40003, 'invalid openid')
    if (scene !== 0 && scene !== 1) return refusal(40097, 'invalid args: scene')
    if (typeof clientIp !== 'string' || clientIp === '') return refusal(40097, 'invalid args: client_ip')
    return { errcode: 0, errmsg: 'getuserriskrank succ', risk_rank: openid.includes(RANKED_MARK) ? RANK_WORST : 0 }
  }

  return { msgSecCheck, mediaCheckAsync, getUserRiskRank }
}

function readable(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
