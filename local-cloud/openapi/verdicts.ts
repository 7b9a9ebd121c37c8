import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock'
import type { Report } from '../errors'
import type { Runner } from '../functions/runner'

export type Verdict = { readonly suggest: 'pass' | 'risky'; readonly label: number }
export type MediaVerdict = { readonly traceId: string; readonly at: number; readonly openid: string; readonly mediaUrl: string; readonly mediaType: number; readonly result: Verdict }
export type Verdicts = ReturnType<typeof openVerdicts>

export type VerdictsOptions = {
  readonly clock: Clock
  readonly runner: Pick<Runner, 'invoke'>
  readonly appId: string
  readonly report: Report
  /** The function that receives the push, as the console's 消息推送 names it. None: the verdicts stay where they are. */
  readonly to?: string
  readonly automatic: boolean
}

const PENDING_MAX = 1000
/** WeChat takes up to half an hour; a developer would not wait for it. Real time. */
const DELAY_MILLISECONDS = 1000

export const newTraceId = () => `${randomBytes(4).toString('hex')}-local`

/** What became of the pictures that were given to be checked: WeChat pushes it to a function, some time later. */
export function openVerdicts({ clock, runner, appId, report, to, automatic }: VerdictsOptions) {
  let pending: readonly MediaVerdict[] = []

  async function push(name: string, verdict: MediaVerdict): Promise<void> {
    try {
      await runner.invoke(name, pushed(verdict, appId, clock.now()), { source: 'wx_unknown', openid: verdict.openid })
      pending = pending.filter((each) => each !== verdict)
    } catch (error) {
      // It stays pending, for the next `deliver`: WeChat, too, tries again.
      report(`媒体检测结果推送失败 (the verdict ${verdict.traceId} was not taken by ${name}): ${(error as Error).message}`)
    }
  }

  /** Resolves when everything pending has been offered once. */
  async function deliver(): Promise<void> {
    if (to === undefined) throw new Error('启动时没有给 mediaVerdictsTo (started without mediaVerdictsTo)')
    for (const verdict of pending) await push(to, verdict)
  }

  return {
    deliver,
    pending: (): readonly MediaVerdict[] => pending,
    add(verdict: MediaVerdict): void {
      pending = [...pending, verdict].slice(-PENDING_MAX)
      if (to !== undefined && automatic) setTimeout(() => void push(to, verdict), DELAY_MILLISECONDS).unref()
    },
  }
}

/** The event as WeChat's page of mediaCheckAsync shows it. */
const pushed = ({ traceId, openid, result }: MediaVerdict, appid: string, now: number) => ({
  ToUserName: 'gh_local',
  FromUserName: openid,
  CreateTime: Math.floor(now / 1000),
  MsgType: 'event',
  Event: 'wxa_media_check',
  appid,
  trace_id: traceId,
  version: 2,
  detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }],
  errcode: 0,
  errmsg: 'ok',
  result,
})
