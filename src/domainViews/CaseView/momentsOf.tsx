import { Text, View } from '@tarojs/components'
import type { CaseEventType } from '../../../domain/case/events'
import type { Moment } from '@/components/Timeline'
import { EVENT } from '@/labels/case'
import { FINDING_KIND, ROLE_SHORT } from '@/labels/zh'
import { endWords, momentWords } from '../momentWords'
import type { Reader } from '../useReader'
import type { ReadCase } from './CaseStory'

type Item = ReadCase['timeline'][number]
type EventWords = { words: string; mine?: string; everyday?: string; tone: Moment['tone']; icon: Moment['icon'] }

const wordsOf = (type: string): EventWords => (EVENT as Readonly<Record<string, EventWords>>)[type] ?? { words: '有了新进展', tone: 'neutral', icon: 'info' }

function titleOf({ type, mine, role, finding, estateName }: Item, earlier: readonly Item[], reader: Reader): string {
  const { words: staffs, everyday, mine: my } = wordsOf(type)
  const words = reader === 'resident' ? (everyday ?? staffs) : staffs
  const event = type as CaseEventType
  if (mine && my) return my
  if (event === 'submitted' && role === 'office') return '考核办登记了问题'
  if (event === 'redirected' && estateName) return earlier.some((item) => item.estateName === estateName) ? `改派回${estateName}，接着原来的时限计时` : `改派给${estateName}，重新计时`
  if (event === 'dispatched' && estateName) return `已派给${estateName}物业，开始计时`
  return finding ? `${words}：${FINDING_KIND[finding]}` : words
}

/** What stands at the head of a case already. */
export const photosAbove = ({ photosBefore, photosAfter, request }: Pick<ReadCase, 'photosBefore' | 'photosAfter' | 'request'>): readonly string[] => [...photosBefore, ...photosAfter, ...(request?.photos ?? [])]

/** The story in order, each step with who, when, in which words, and the photos that are not `shown` already. */
export function momentsOf({ timeline }: { readonly timeline: readonly Item[] }, now: number, reader: Reader = 'staff', shown: readonly string[] = []): Moment[] {
  return timeline.map((item, index) => {
    const { tone, icon } = wordsOf(item.type)
    const lines = [item.text, item.unchecked && '（这段文字没有经过微信内容安全检查）', item.until !== null && `到${endWords(item.until, now)}为止`].filter((line): line is string => Boolean(line))
    return {
      id: item.id,
      at: [momentWords(item.at, now), item.who && `${ROLE_SHORT[item.role]} ${item.who}`].filter(Boolean).join(' · '),
      title: titleOf(item, timeline.slice(0, index), reader),
      words: lines.length > 0 ? <>{lines.map((line) => <View key={line}><Text>{line}</Text></View>)}</> : undefined,
      photos: item.photos.filter((photo) => !shown.includes(photo)),
      tone,
      icon,
    }
  })
}
