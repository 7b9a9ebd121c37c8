import type { NoticeKind, TemplateKey } from '../../types/codes'
import type { Role } from '../../types/documents/people'
import type { IconName } from '@/components/Icon/icons'
import type { Tone } from '@/components/tone'

export const NOTICE = {
  caseNew: { words: '新案卷', tone: 'info', icon: 'fileText' },
  caseHalf: { words: '时限过半', tone: 'info', icon: 'timer' },
  caseFifth: { words: '时限将到', tone: 'warn', icon: 'hourglass' },
  caseOverdue: { words: '已超时', tone: 'urgent', icon: 'triangleAlert' },
  caseReturned: { words: '退回未获同意', tone: 'warn', icon: 'undo' },
  caseRework: { words: '需要返工', tone: 'warn', icon: 'refreshCw' },
  requestDecided: { words: '申请有结果', tone: 'info', icon: 'gavel' },
  findingConfirmed: { words: '扣分已确认', tone: 'warn', icon: 'flag' },
  scoreEntry: { words: '记入计分账', tone: 'neutral', icon: 'scale' },
  reportFiled: { words: '已受理', tone: 'info', icon: 'fileText' },
  reportRefused: { words: '没有受理', tone: 'neutral', icon: 'circleX' },
  reportAnswered: { words: '物业已回复', tone: 'good', icon: 'messageSquare' },
  reportClosed: { words: '已处理好', tone: 'good', icon: 'circleCheck' },
  reportReopened: { words: '重新处理', tone: 'warn', icon: 'refreshCw' },
  caseRemarked: { words: '居民补充情况', tone: 'info', icon: 'messageSquare' },
  noManager: { words: '没有人收到案卷', tone: 'urgent', icon: 'triangleAlert' },
  reportAskedAgain: { words: '修好了吗', tone: 'info', icon: 'messageSquare' },
  reporterUnmasked: { words: '身份信息被查看', tone: 'info', icon: 'eye' },
  photoRisky: { words: '照片待审看', tone: 'warn', icon: 'image' },
  householdJoined: { words: '家人绑定了住户', tone: 'info', icon: 'users' },
  surveyOpen: { words: '满意率调查开始', tone: 'info', icon: 'clipboardList' },
  surveyLastDays: { words: '调查快结束了', tone: 'warn', icon: 'hourglass' },
  surveyResult: { words: '调查结果公布', tone: 'good', icon: 'badgeCheck' },
  surveyHeld: { words: '调查加分待复核', tone: 'warn', icon: 'flag' },
  surveyFollowUp: { words: '请公布整改落实', tone: 'info', icon: 'listChecks' },
  householdEnded: { words: '住户绑定已解除', tone: 'neutral', icon: 'house' },
} as const satisfies Record<NoticeKind, { words: string; tone: Tone; icon: IconName }>

/** Whether the message also reached WeChat: said quietly, the inbox has it anyway. */
export const TOLD = {
  waiting: '微信提醒待发',
  sent: '已发微信提醒',
  unreachable: '提醒次数用完，未发微信',
  dead: '微信提醒没有发成',
} as const

/** 订阅消息 in the words a person chooses by, and whom they are for. */
export const TEMPLATE = {
  caseTask: { words: '新任务提醒', note: '有新案卷派给您的小区', role: 'manager' },
  caseDeadline: { words: '时限提醒', note: '时限过半、将到、超时', role: 'manager' },
  caseProgress: { words: '办理进度通知', note: '您报告的问题有了进展', role: 'resident' },
} as const satisfies Record<TemplateKey, { words: string; note: string; role: Role }>

export const ROLE = { resident: '居民', manager: '物业项目负责人', inspector: '考评人员', office: '镇考核办', auditor: '监督人员' } as const satisfies Record<Role, string>
