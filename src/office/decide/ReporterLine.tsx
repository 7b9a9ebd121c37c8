import { Text, View } from '@tarojs/components'
import { momentWords } from '@/domainViews/momentWords'
import { LEVEL } from '@/labels/zh'
import { useNow } from '@/services/useNow'
import type { Read } from './StepProps'
import './style.scss'

/** 来源: a kind of source, never a person. */
export function ReporterLine({ read: { summary, timeline } }: { read: Read }) {
  const now = useNow(600_000)
  const { origin, level, reportCount, number, createdAt } = summary
  const byOffice = timeline[0]?.role === 'office'
  const source = origin === 'inspected' ? `${LEVEL[level]}检查` : byOffice ? `${LEVEL[level]}转来，考核办登记` : '居民举报'
  const joined = reportCount > 1 ? `，共 ${reportCount} 次反映` : ''
  return <View className='decide__source'><Text>{`${source}${joined} · ${momentWords(createdAt, now)}${number ? ' · ' : ''}`}</Text>{number && <Text className='decide__number'>{`编号 ${number}`}</Text>}</View>
}
