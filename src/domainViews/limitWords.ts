import type { HandlingLimit, Points } from '../../domain/rulebook/edition'

/** 2 个工作时, 3 个工作日. */
export const limitWords = ({ amount, unit }: HandlingLimit): string => `${amount} 个${unit === 'hour' ? '工作时' : '工作日'}`

/** 2 分, 1.5 分: of hundredths. */
export const pointsWords = (points: Points): string => `${points / 100} 分`
