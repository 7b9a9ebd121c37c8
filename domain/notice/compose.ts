import { momentOf, toMinute } from '../time/chineseTime'
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
  noManager: (facts: NoticeFacts) => by(facts, '该小区没有物业项目负责人，案卷派出后没有人收到，请尽快指定并联系物业'),
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

type Template = 'caseTask' | 'caseDeadline' | 'caseProgress'
type Fields = Record<string, { value: string }>
/** A notice as a message tells it. */
type Told = { readonly subject: string; readonly text: string; readonly place: string; readonly dueAt: number | null; readonly createdAt: number }

const thing = (text: string) => ({ value: cutTo(text || '—', THING_MAX) })
const momentField = (instant: number) => ({ value: momentOf(toMinute(instant)).replace(/（周.）/, '') })

/** 订阅消息字段 of each template, already within WeChat's limits. */
export function templateFields(template: Template, { subject, text, place, dueAt, createdAt }: Told): Fields {
  if (template === 'caseProgress') return { thing1: thing(subject), thing2: thing(text), time3: momentField(createdAt) }
  // The promised time has a field of its own here, which nothing cuts off.
  const rest = dueAt === null ? text : text.replace(by({ ...NO_FACTS, dueAt }, ''), '')
  return { thing1: thing(subject), thing2: thing(place), time3: momentField(dueAt ?? createdAt), thing4: thing(rest) }
}

export type Folded = Told & { readonly kind: keyof typeof NOTICE_WORDS; /** 有危险, or a deadline. */ readonly urgent: boolean }

/** What several notices of a kind are called in one message, in the order in which they matter; the rest are 其他. */
const FOLDED_NAMES: Partial<Record<keyof typeof NOTICE_WORDS, string>> = { caseOverdue: '已超时', caseFifth: '时限将到', caseHalf: '时限过半', caseNew: '新案卷', caseRework: '返工', findingConfirmed: '扣分', scoreEntry: '入账' }
const RANKS = Object.keys(FOLDED_NAMES)
const rankOf = ({ kind }: Folded): number => (RANKS.includes(kind) ? RANKS.indexOf(kind) : RANKS.length)

/** 最要紧的: what is overdue before what is near its deadline, dangers before what is not, the earliest deadline, and then the newest. */
const mattersMore = (a: Folded, b: Folded): number =>
  Number(b.kind === 'caseOverdue') - Number(a.kind === 'caseOverdue') || Number(b.urgent) - Number(a.urgent) || rankOf(a) - rankOf(b) || (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || b.createdAt - a.createdAt

/**
 * 合并成一条 of what waits for one person under one template: the one that matters most by name, and of all of them only what is true of each, by kind and number.
 * @param count of all, of which `notices` are as many as were looked at
 */
export function foldedFields(template: Template, notices: readonly Folded[], count: number): Fields {
  const [first, ...others] = [...notices].sort(mattersMore)
  if (first === undefined) throw new RangeError('nothing to tell')
  if (others.length === 0 && count === 1) return templateFields(template, first)
  const more = ` 等 ${count} 件`
  const subject = { value: `${cutTo(first.subject, THING_MAX - more.length)}${more}` }
  if (template === 'caseProgress') return { thing1: subject, thing2: thing('都有新进展，点开逐件看'), time3: momentField(first.createdAt) }
  const dangers = template === 'caseTask' ? notices.filter(({ urgent }) => urgent).length : 0
  const named = RANKS.map((kind) => ({ name: FOLDED_NAMES[kind as Folded['kind']], number: notices.filter((notice) => notice.kind === kind).length }))
  const parts = [{ name: '有危险', number: dangers }, ...named, { name: '其他', number: notices.filter((notice) => rankOf(notice) === RANKS.length).length }]
  const words = parts.filter(({ number }) => number > 0).map(({ name, number }) => `${name}${number}${count > notices.length ? '+' : ''}`)
  return { thing1: subject, thing2: thing(first.place), time3: momentField(first.dueAt ?? first.createdAt), thing4: thing(words.join('，')) }
}
