import type { CaseEventType } from '../../domain/case/events'
import type { CaseStateName } from '../../domain/case/transitions'
import type { CategoryGroup } from '../../domain/rulebook/edition'
import type { IconName } from '@/components/Icon/icons'
import type { Tone } from '@/components/tone'

/** What comes next, under a case in a list, where the state does not say it all. `mine` where the reader reported it, or joined. */
export const NEXT_STEP = {
  submitted: { words: '', mine: '考核办看过后会告诉您结果' },
  withdrawn: { words: '报告人已撤回', mine: '您撤回了，不再处理' },
  refused: { words: '点开看原因' },
  filed: { words: '' },
  dispatched: { words: '' },
  returned: { words: '' },
  suspended: { words: '已批准暂缓，到期继续办' },
  answered: { words: '', mine: '物业说处理好了，对照前后照片看一看' },
  verified: { words: '' },
  rework: { words: '' },
  reopened: { words: '居民说还没修好', mine: '已记下您说的没修好' },
  closed: { words: '点开看前后照片' },
} as const satisfies Record<CaseStateName, { words: string; mine?: string }>

/** The story of a case, one line for each kind of event. `mine` where it was the reader, `everyday` where residents say it otherwise. */
export const EVENT = {
  submitted: { words: '居民报告了问题', mine: '您报告了问题', tone: 'info', icon: 'camera' },
  found: { words: '检查时发现问题', tone: 'info', icon: 'search' },
  joined: { words: '又有居民反映同一问题', mine: '您也反映了这个问题', tone: 'info', icon: 'users' },
  remarked: { words: '居民补充了情况', mine: '您补充了情况', tone: 'info', icon: 'messageSquare' },
  withdrawn: { words: '报告人撤回了', mine: '您撤回了', tone: 'neutral', icon: 'undo' },
  refused: { words: '考核办没有立案', everyday: '考核办没有受理', tone: 'neutral', icon: 'circleX' },
  filed: { words: '考核办已立案', everyday: '考核办受理了', tone: 'info', icon: 'fileText' },
  dispatched: { words: '已派给物业，开始计时', tone: 'info', icon: 'send' },
  returned: { words: '物业提出退回', tone: 'warn', icon: 'undo' },
  returnRejected: { words: '考核办不同意退回，继续办理', tone: 'warn', icon: 'gavel' },
  redirected: { words: '改派给另一个小区', tone: 'info', icon: 'send' },
  requested: { words: '物业申请延长时间', tone: 'warn', icon: 'hourglass' },
  requestRefused: { words: '考核办不同意延长', tone: 'warn', icon: 'gavel' },
  extended: { words: '考核办同意延期', tone: 'neutral', icon: 'hourglass' },
  suspended: { words: '考核办同意挂账暂缓', everyday: '考核办同意暂缓', tone: 'warn', icon: 'pause' },
  resumed: { words: '挂账结束，继续办理', everyday: '暂缓结束，继续处理', tone: 'info', icon: 'timer' },
  answered: { words: '物业回复：已处理', tone: 'good', icon: 'messageSquare' },
  confirmedFixed: { words: '报告人说：修好了', mine: '您说：修好了', tone: 'good', icon: 'check' },
  reportedUnfixed: { words: '报告人说：没修好', mine: '您说：没修好', tone: 'warn', icon: 'refreshCw' },
  verified: { words: '核查通过', everyday: '考核人员看过，符合要求', tone: 'good', icon: 'clipboardCheck' },
  verificationFailed: { words: '核查不通过，退回返工', everyday: '考核人员看过，还没弄好，退回物业重做', tone: 'urgent', icon: 'refreshCw' },
  reworked: { words: '退回物业返工，重新计时', everyday: '退回物业重做，重新计时', tone: 'warn', icon: 'refreshCw' },
  closed: { words: '办结', everyday: '处理好了', tone: 'good', icon: 'circleCheck' },
  findingProposed: { words: '提出扣分事项', tone: 'warn', icon: 'flag' },
  findingConfirmed: { words: '扣分事项已确认', tone: 'urgent', icon: 'gavel' },
  findingDropped: { words: '扣分事项不成立', tone: 'neutral', icon: 'gavel' },
  relimited: { words: '工作日历或规则有变，时限重新计算', tone: 'neutral', icon: 'timer' },
  overdueRecorded: { words: '超过时限没有回复', tone: 'urgent', icon: 'triangleAlert' },
  photoRedacted: { words: '考核办遮挡了照片里的个人信息', tone: 'neutral', icon: 'eye' },
} as const satisfies Record<CaseEventType, { words: string; mine?: string; everyday?: string; tone: Tone; icon: IconName }>

export const FINDING_STATUS = { proposed: '待考核办确认', confirmed: '已确认', dropped: '不成立，不扣分' } as const

export const GROUP = { infrastructure: '基础设施', environment: '环境秩序', greening: '绿化管理', illegalBuilding: '违法建设' } as const satisfies Record<CategoryGroup, string>

/** 来源 of a report the office enters for somebody; '' is one's own. */
export const SOURCE = { '': '我自己看到的', town: '镇级（电话、来访）', district: '区级（12345、区平台）', city: '市级（12345、市平台）' } as const
