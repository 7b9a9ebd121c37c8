import type { CaseSummary } from '../../types/api/common'
import type { IconName } from '@/components/Icon/icons'
import type { Tone } from '@/components/tone'
import { CASE_STATE } from '@/labels/zh'
import type { Reader } from './useReader'

type State = Pick<CaseSummary, 'state' | 'mine' | 'hasRequest'>

/** 轮到谁: whose turn it is, in the reader's words. A request for more time waits for the office, whatever else runs. */
export function stateWords({ state, mine, hasRequest }: State, reader: Reader): { words: string; tone: Tone; icon: IconName } {
  const { everyday, words, tone, icon } = CASE_STATE[state]
  if (reader === 'staff') return hasRequest ? { words: '物业有申请，等审批', tone: 'warn', icon: 'hourglass' } : { words, tone, icon }
  if (hasRequest) return { words: '物业要求延长，等考核办决定', tone: 'warn', icon: 'hourglass' }
  return { words: state === 'answered' && mine ? '等您看修好没有' : everyday, tone, icon }
}
