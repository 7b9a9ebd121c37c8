import { View } from '@tarojs/components'
import type { CaseEventType } from '../../domain/case/events'
import type { CaseStateName } from '../../domain/case/transitions'
import { Notice } from '@/components/Notice'
import { PhotoGrid } from '@/components/PhotoGrid'
import type { Tone } from '@/components/tone'
import type { ReadCase } from './CaseView/CaseStory'
import './CaseView/style.scss'

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

export function LastWords({ case_: { summary, timeline } }: { case_: ReadCase }) {
  const said = SAID[summary.state]
  // What follows by itself says less than the word it follows from.
  const item = said && [...timeline].reverse().find(({ type, role }) => role !== 'clock' && said.by.includes(type as CaseEventType))
  if (!said || !item) return null
  const photos = SHOWN_ABOVE.includes(item.type as CaseEventType) ? [] : item.photos
  if (!item.text && photos.length === 0) return null
  return (
    <Notice tone={said.tone} icon='messageSquare' words={`${said.words}：${item.text || '见照片'}`}>
      {photos.length > 0 && <View className='case-request'><PhotoGrid photos={photos} label={said.words} /></View>}
    </Notice>
  )
}
