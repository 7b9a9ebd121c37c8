import type { Proof, Relation } from '../../domain/household/members'
import type { Actions } from '../../types/api'
import type { HouseholdStatus } from '../../domain/household/status'
import type { IconName } from '@/components/Icon/icons'

export const RELATION = {
  lives: { words: '住在这里', hint: '可以邀请家人' },
  relative: { words: '是家人，不住这里', hint: '可以替住在这里的老人报告问题' },
} as const satisfies Record<Relation, { words: string; hint: string }>

/** Of whom one invites. */
export const INVITED = {
  lives: { words: '同住的家人', hint: '和您一样：能报告，也能再邀请家人' },
  relative: { words: '不住在一起的家人', hint: '能替这里报告问题，不能再邀请别人' },
} as const satisfies Record<Relation, { words: string; hint: string }>

export const PROOF = { code: '凭纸条上的绑定码', phone: '凭登记的手机号', invitation: '受家人邀请' } as const satisfies Record<Proof, string>

/** 入住情况. */
export const HOUSEHOLD_STATUS = { occupied: '有人住', vacant: '空置', business: '商用', removed: '已注销' } as const satisfies Record<HouseholdStatus, string>

/** 办理记录 of the office. */
export const HOUSEHOLD_ACT = {
  codeIssued: { words: '发了绑定码', icon: 'keyRound' },
  codeReplaced: { words: '补发绑定码，旧码作废', icon: 'keyRound' },
  cleared: { words: '清退绑定', icon: 'house' },
  statusChanged: { words: '更改入住情况', icon: 'house' },
  slipsPrinted: { words: '打印绑定码', icon: 'printer' },
  rosterImported: { words: '导入名册', icon: 'clipboardList' },
} as const satisfies Record<Actions['listHouseholdActs']['reply']['acts'][number]['kind'], { words: string; icon: IconName }>
