import type { CaseEventType } from '../../../domain/case/events'
import type { CaseStateName } from '../../../domain/case/transitions'
import type { Tone } from '@/components/tone'
import type { ReadCase } from './CaseStory'

/** What was said last that the next step turns on. */
const SAID: Partial<Record<CaseStateName, { by: readonly CaseEventType[]; words: string; tone: Tone }>> = {
  returned: { by: ['returned'], words: '退回的理由', tone: 'warn' },
  reopened: { by: ['reportedUnfixed'], words: '居民说没修好', tone: 'warn' },
  answered: { by: ['answered'], words: '物业的回复', tone: 'info' },
  rework: { by: ['verificationFailed', 'reworked', 'reportedUnfixed'], words: '为什么返工', tone: 'warn' },
  suspended: { by: ['suspended'], words: '同意挂账', tone: 'neutral' },
}
/** Photos that stand at the head of the case already. */
const SHOWN_ABOVE: readonly CaseEventType[] = ['answered']

type LastSaid = { readonly caption: string; readonly tone: Tone; readonly text: string | null; readonly photos: readonly string[] }

export function lastSaid({ summary, timeline }: Pick<ReadCase, 'summary' | 'timeline'>): LastSaid | null {
  const said = SAID[summary.state]
  // What follows by itself says less than the word it follows from.
  const item = said && [...timeline].reverse().find(({ type, role }) => role !== 'clock' && said.by.includes(type as CaseEventType))
  if (!said || !item) return null
  const photos = SHOWN_ABOVE.includes(item.type as CaseEventType) ? [] : item.photos
  return item.text || photos.length > 0 ? { caption: said.words, tone: said.tone, text: item.text, photos } : null
}
