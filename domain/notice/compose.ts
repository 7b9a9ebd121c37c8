import { momentOf } from '../time/chineseTime'
import { dayWords } from './dayWords'
import { leftText } from './leftText'

/** What a message is about; filled in by whoever writes the fact. */
export type NoticeFacts = { readonly subject: string; readonly place: string; readonly number: string; readonly dueAt: number | null; readonly leftMs?: number; readonly reason?: string }

const due = (facts: NoticeFacts): string => (facts.dueAt === null ? '' : `，请在${dayWords(facts.dueAt)}前办结`)
const because = (facts: NoticeFacts): string => (facts.reason ? `：${facts.reason}` : '')

/** 消息正文: the words of every kind of notice, in one place. Whole sentences; the channel cuts them to its own limits. */
export const NOTICE_WORDS = {
  caseNew: (facts: NoticeFacts) => `有新的案卷${due(facts)}`,
  caseHalf: (facts: NoticeFacts) => `时限已过半，还剩 ${leftText(facts.leftMs ?? 0)}（工作时间）${due(facts)}`,
  caseFifth: (facts: NoticeFacts) => `时限将到，还剩 ${leftText(facts.leftMs ?? 0)}（工作时间）${due(facts)}`,
  caseOverdue: (facts: NoticeFacts) => `已超过时限${facts.dueAt === null ? '' : `（${dayWords(facts.dueAt)}）`}，请立即处理并回复`,
  caseReturned: (facts: NoticeFacts) => `退回未获同意，继续由本小区办理${because(facts)}`,
  caseRework: (facts: NoticeFacts) => `需要返工${because(facts)}${due(facts)}`,
  requestDecided: (facts: NoticeFacts) => `延期、挂账申请已有结果${because(facts)}`,
  findingConfirmed: (facts: NoticeFacts) => `扣分事项已确认${because(facts)}`,
  scoreEntry: (facts: NoticeFacts) => `已记入计分账${because(facts)}`,
  reportFiled: (facts: NoticeFacts) => `您反映的问题已立案${facts.dueAt === null ? '' : `，承诺${dayWords(facts.dueAt)}前办结`}`,
  reportRefused: (facts: NoticeFacts) => `您反映的问题未予立案${because(facts)}`,
  reportAnswered: () => '物业已回复处理结果，请看一看修好了没有',
  reportClosed: () => '您反映的问题已办结，谢谢您的关心',
  reportReopened: (facts: NoticeFacts) => `您反映的问题将重新办理${because(facts)}`,
  caseRemarked: () => '居民补充了情况，请看一看',
  reportAskedAgain: () => '还没有听到您的意见：修好了吗？看一看前后照片，说一声就好',
  householdJoined: () => '有一位家人绑定了您的住户。若不是您的家人，请到“我的住户”处理，或联系考核办',
  reporterUnmasked: (facts: NoticeFacts) => `考核办查看了您的身份信息${because(facts)}。每次查看都有记录，可在“谁看过我的信息”里看到`,
  photoRisky: () => '有照片没有通过内容安全检查，已不公开，请看一看',
  surveyOpen: (facts: NoticeFacts) => `年度满意率调查开始了，两分钟答完，不记名${facts.dueAt === null ? '' : `，${dayWords(facts.dueAt)}截止`}`,
  surveyLastDays: (facts: NoticeFacts) => `满意率调查快结束了，您家还没有作答${facts.dueAt === null ? '' : `，${dayWords(facts.dueAt)}截止`}`,
  surveyResult: () => '满意率调查的结果公布了，每一项都可以看，也可以核对您的回执',
  surveyHeld: () => '满意率调查已计票，有异常信号，加分要等两位同事复核',
  surveyFollowUp: (facts: NoticeFacts) => `满意率调查的结果已公布，请把整改落实的情况告诉居民${facts.dueAt === null ? '' : `，${dayWords(facts.dueAt)}前`}`,
  householdEnded: (facts: NoticeFacts) => `您与这一户的绑定已解除${because(facts)}`,
} as const

/** A subscription message's field `thing` holds at most 20 characters; longer is refused by WeChat (47003). */
export const THING_MAX = 20
export const cutTo = (text: string, length: number): string => ([...text].length <= length ? text : `${[...text].slice(0, length - 1).join('')}…`)

/** 订阅消息字段 of each template, already within WeChat's limits. */
export function templateFields(template: 'caseTask' | 'caseDeadline' | 'caseProgress', notice: { subject: string; text: string; place: string; dueAt: number | null; createdAt: number }): Record<string, { value: string }> {
  const thing = (text: string) => ({ value: cutTo(text || '—', THING_MAX) })
  const at = (instant: number) => ({ value: momentOf(instant).replace(/（周.）/, '') })
  const when = at(notice.dueAt ?? notice.createdAt)
  if (template === 'caseProgress') return { thing1: thing(notice.subject), thing2: thing(notice.text), time3: at(notice.createdAt) }
  return { thing1: thing(notice.subject), thing2: thing(notice.place), time3: when, thing4: thing(notice.text) }
}
