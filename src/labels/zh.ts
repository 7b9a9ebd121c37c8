import type { Actor } from '../../domain/case/events'
import type { CaseStateName } from '../../domain/case/transitions'
import type { FINDING_KINDS, InspectionMode, LEVELS, PROJECT_LEVELS, VERIFICATION_METHODS } from '../../types/codes'
import type { IconName } from '@/components/Icon/icons'
import type { Tone } from '@/components/tone'

// Every Chinese word that stands for a code, keyed by the code: one that is missing does not compile.

/** Where a case stands, by whose turn it is: in the words of the staff, and in those of residents. Never the code. */
export const CASE_STATE = {
  submitted: { words: '待立案', everyday: '还没动，等考核办看', tone: 'info', icon: 'clock' },
  withdrawn: { words: '已撤回', everyday: '已撤回', tone: 'neutral', icon: 'undo' },
  refused: { words: '不予立案', everyday: '没有受理', tone: 'neutral', icon: 'circleX' },
  filed: { words: '已立案，待派遣', everyday: '已受理，等派给物业', tone: 'info', icon: 'fileText' },
  dispatched: { words: '已派遣，等物业', everyday: '已安排，等物业处理', tone: 'info', icon: 'hourglass' },
  returned: { words: '物业退回，待审批', everyday: '物业说不归他们，等考核办决定', tone: 'warn', icon: 'undo' },
  suspended: { words: '已挂账，等条件', everyday: '暂缓，等条件具备', tone: 'warn', icon: 'pause' },
  answered: { words: '已回复，待核查', everyday: '物业说好了，等考核人员看', tone: 'info', icon: 'messageSquare' },
  verified: { words: '核查通过，待结案', everyday: '看过了，等收尾', tone: 'good', icon: 'clipboardCheck' },
  rework: { words: '返工，等物业', everyday: '没修好，等物业重做', tone: 'warn', icon: 'refreshCw' },
  reopened: { words: '居民说没解决，待现场核查', everyday: '等工作人员到现场看', tone: 'warn', icon: 'refreshCw' },
  closed: { words: '已办结', everyday: '已处理好', tone: 'good', icon: 'circleCheck' },
} as const satisfies Record<CaseStateName, { words: string; everyday: string; tone: Tone; icon: IconName }>

export const FINDING_KIND = {
  overdue: '超时',
  shirked: '推诿',
  recurrent: '反复',
  failedVerification: '核查不符',
  keyProblem: '重点问题',
} as const satisfies Record<(typeof FINDING_KINDS)[number], string>

export const LEVEL = { city: '市级', district: '区级', town: '镇级' } as const satisfies Record<(typeof LEVELS)[number], string>

export const PROJECT_LEVEL = { district: '区级', city: '市级', province: '省级', nation: '国家级' } as const satisfies Record<(typeof PROJECT_LEVELS)[number], string>

export const INSPECTION_MODE = { announced: '明查', unannounced: '暗访', special: '专项检查' } as const satisfies Record<InspectionMode, string>

export const VERIFICATION_METHOD = { followUp: '回访', onSite: '现场核查', photos: '看照片' } as const satisfies Record<(typeof VERIFICATION_METHODS)[number], string>

/** Before a name in a story: 物业 陈国平. */
export const ROLE_SHORT = { resident: '居民', manager: '物业', inspector: '考评', office: '考核办', clock: '系统' } as const satisfies Record<Actor['role'], string>
