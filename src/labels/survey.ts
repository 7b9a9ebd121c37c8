import type { Step } from '../../domain/survey/questionnaire'

/** 五档, and 没接触过 (0): as they are tapped, and as they are counted. */
export const ANSWER = { 5: '非常满意', 4: '满意', 3: '一般', 2: '不满意', 1: '非常不满意', 0: '没接触过' } as const satisfies Record<Step | 0, string>
