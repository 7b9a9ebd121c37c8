import { OPEN_STATES } from '../../../domain/case/recurrence'
import { categoryByCode } from '../../../domain/rulebook/categoryByCode'
import type { Edition } from '../../../domain/rulebook/edition'
import type { CaseSummary } from '../../../types/api/common'
import type { Reader } from '../useReader'

/** A hazard by the rulebook that is not dealt with yet. */
export const isDanger = ({ state, categoryCode }: Pick<CaseSummary, 'state' | 'categoryCode'>, edition: Edition | undefined): boolean =>
  OPEN_STATES.includes(state) && categoryCode !== null && edition !== undefined && categoryByCode(edition, categoryCode)?.hazardous === true

/** Hazards before everything else, each in the order it had. */
export const dangerFirst = <Case extends Pick<CaseSummary, 'state' | 'categoryCode'>>(cases: readonly Case[], edition: Edition | undefined): Case[] =>
  [...cases.filter((each) => isDanger(each, edition)), ...cases.filter((each) => !isDanger(each, edition))]

const KEEP_AWAY = '请绕开，看好老人和孩子。'

/** What is done now, and what the reader is to do. */
export function dangerWords(state: CaseSummary['state'], reader: Reader): string {
  const isToHandle = state === 'dispatched' || state === 'rework'
  const isNew = state === 'submitted' || state === 'filed'
  if (reader === 'staff') return isNew ? '请先派给物业，并联系物业确认现场设好了警示。' : isToHandle ? '先排除危险、设好警示，再处理。' : '现场确认安全之前，警示不能撤。'
  return `${KEEP_AWAY}${isNew ? '考核办还没有派给物业，急的话请直接打电话。' : isToHandle ? '已经通知物业，先排除危险、设好警示，再处理。' : state === 'answered' || state === 'verified' ? '物业说已经处理，还没有办完，请先小心。' : '还没有处理好，请继续小心。'}`
}

export const DANGER_BEFORE_SENDING = '请离远一点，不要自己动手。除了提交，也可以马上打电话。'
