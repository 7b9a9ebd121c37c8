import { momentOf } from '../time/chineseTime'
import { spokenDate } from '../time/spokenTime'
import { dayWords } from './dayWords'
import { leftText } from './leftText'

/** What a message is about; filled in by whoever writes the fact. */
export type NoticeFacts = { readonly subject: string; /** As residents call it. */ readonly everydaySubject?: string; readonly place: string; readonly dueAt: number | null; readonly leftMs?: number; /** 有危险: it goes before what is only a task. */ readonly dangerous?: boolean; readonly reason?: string }

const NO_FACTS: NoticeFacts = { subject: '', place: '', dueAt: null }
/** The promised time opens the sentence, so that nothing cuts it off: in digits for staff, as it is said for residents. */
const by = (facts: NoticeFacts, rest: string): string => (facts.dueAt === null ? rest : `${dayWords(facts.dueAt)}前办结，${rest}`)
const promised = (facts: NoticeFacts, rest: string): string => (facts.dueAt === null ? rest : `${spokenDate(facts.dueAt)}前办好，${rest}`)
const until = (facts: NoticeFacts, rest: string): string => (facts.dueAt === null ? rest : `${spokenDate(facts.dueAt)}截止，${rest}`)
const because = (facts: NoticeFacts): string => (facts.reason ? `：${facts.reason}` : '')
const left = (facts: NoticeFacts): string => `还剩 ${leftText(facts.leftMs ?? 0)}（工作时间）`

/** 消息正文: the words of every kind of notice, in one place. Whole sentences; the channel cuts them to its own limits. What residents read is in everyday words. */
export const NOTICE_WORDS = {
  caseNew: (facts: NoticeFacts) => by(facts, '有新的案卷'),
  caseHalf: (facts: NoticeFacts) => by(facts, `时限已过半，${left(facts)}`),
  caseFifth: (facts: NoticeFacts) => by(facts, `时限将到，${left(facts)}`),
  caseOverdue: (facts: NoticeFacts) => `${facts.dueAt === null ? '' : dayWords(facts.dueAt)}已超时，请立即处理并回复`,
  caseReturned: (facts: NoticeFacts) => by(facts, `退回未获同意，继续由本小区办理${because(facts)}`),
  caseRework: (facts: NoticeFacts) => by(facts, `需要返工${because(facts)}`),
  requestDecided: (facts: NoticeFacts) => by(facts, `延期、挂账申请已有结果${because(facts)}`),
  findingConfirmed: (facts: NoticeFacts) => `扣分事项已确认${because(facts)}`,
  scoreEntry: (facts: NoticeFacts) => `已记入计分账${because(facts)}`,
  reportFiled: (facts: NoticeFacts) => promised(facts, '您反映的问题已经受理'),
  reportRefused: (facts: NoticeFacts) => `您反映的问题没有受理${because(facts)}`,
  reportAnswered: () => '物业已回复处理结果，请看一看修好了没有',
  reportClosed: () => '您反映的问题处理好了，谢谢您的关心',
  reportReopened: (facts: NoticeFacts) => promised(facts, `您反映的问题将重新处理${because(facts)}`),
  caseRemarked: () => '居民补充了情况，请看一看',
  reportAskedAgain: () => '还没有听到您的意见：修好了吗？看一看前后照片，说一声就好',
  householdJoined: () => '有一位家人绑定了您的住户。若不是您的家人，请到“我的住户”处理，或联系考核办',
  reporterUnmasked: (facts: NoticeFacts) => `考核办查看了您的身份信息${because(facts)}。每次查看都有记录，可在“谁看过我的信息”里看到`,
  photoRisky: () => '有照片没有通过内容安全检查，已不公开，请看一看',
  surveyOpen: (facts: NoticeFacts) => until(facts, '年度满意率调查开始了，两分钟答完，不记名'),
  surveyLastDays: (facts: NoticeFacts) => until(facts, '满意率调查快结束了，您家还没有作答'),
  surveyResult: () => '满意率调查的结果公布了，每一项都可以看，也可以核对您的回执',
  surveyHeld: () => '满意率调查已计票，有异常信号，加分要等两位同事复核',
  surveyFollowUp: (facts: NoticeFacts) => `${facts.dueAt === null ? '' : `${dayWords(facts.dueAt)}前，`}请把满意率调查后整改落实的情况告诉居民`,
  householdEnded: (facts: NoticeFacts) => `您与这一户的绑定已解除${because(facts)}`,
} as const

/** A subscription message's field `thing` holds at most 20 characters; longer is refused by WeChat (47003). */
export const THING_MAX = 20
export const cutTo = (text: string, length: number): string => ([...text].length <= length ? text : `${[...text].slice(0, length - 1).join('')}…`)

/** 订阅消息字段 of each template, already within WeChat's limits. */
export function templateFields(template: 'caseTask' | 'caseDeadline' | 'caseProgress', notice: { subject: string; text: string; place: string; dueAt: number | null; createdAt: number; /** Notices folded into one message. */ count?: number }): Record<string, { value: string }> {
  const thing = (text: string) => ({ value: cutTo(text || '—', THING_MAX) })
  const more = (notice.count ?? 1) > 1 ? ` 等 ${notice.count} 件` : ''
  const subject = { value: `${thing(cutTo(notice.subject, THING_MAX - more.length)).value}${more}` }
  const at = (instant: number) => ({ value: momentOf(instant).replace(/（周.）/, '') })
  const when = at(notice.dueAt ?? notice.createdAt)
  if (template === 'caseProgress') return { thing1: subject, thing2: thing(notice.text), time3: at(notice.createdAt) }
  // The promised time has a field of its own here, which nothing cuts off.
  const rest = notice.dueAt === null ? notice.text : notice.text.replace(by({ ...NO_FACTS, dueAt: notice.dueAt }, ''), '')
  return { thing1: subject, thing2: thing(notice.place), time3: when, thing4: thing(rest) }
}
