import type { CaseStateName } from '../../domain/case/transitions'

/** 评价 of the handling, worst first; the figure is what is sent. */
export const RATING = { 1: '很不满意', 2: '不满意', 3: '一般', 4: '满意', 5: '很满意' } as const
export type Rating = keyof typeof RATING

/** What follows on "not fixed", by where the case stands since. */
const AFTER_UNFIXED: Partial<Record<CaseStateName, string>> = {
  rework: '已退回物业重做，重新计时；改好以后会再请您看，考核人员会到现场看过才算完。',
  reopened: '您反映还没修好，工作人员会到现场看，看过再决定怎么办。',
}
export const afterUnfixed = (state: CaseStateName): string => AFTER_UNFIXED[state] ?? '已经记下，工作人员到现场看过才算完。'
