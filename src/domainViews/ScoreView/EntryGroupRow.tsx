import { Text, View } from '@tarojs/components'
import { Fold } from '@/components/Fold'
import { ruleName } from '@/labels/scoring'
import { useNow } from '@/services/useNow'
import { dayOf } from '../momentWords'
import { signedPoints } from '../pointsText'
import { EntryRow, headOf } from './EntryRow'
import type { EntryGroup } from './groupsOf'

/** Several of one kind and day: what they are about, their sum, and each of them on demand. */
export function EntryGroupRow({ group: { entries } }: { group: EntryGroup }) {
  const [first] = entries
  const now = useNow(600_000)
  const subjects = [...new Set(entries.map(headOf))]
  const shown = `${subjects[0]}${subjects.length > 1 ? ` 等 ${subjects.length} 处` : ''}`
  return (
    <View className='entry'>
      <View className={`entry__head ${first.reversed ? 'entry__head--reversed' : ''}`}>
        <Text className='entry__name'>{shown}</Text>
        <Text className='entry__points'>{`${signedPoints(entries.reduce((sum, { points }) => sum + points, 0))} 分`}</Text>
      </View>
      <View className='entry__line'><Text>{`${ruleName(first.rule)} ${entries.length} 笔 · ${dayOf(first.factAt, now)} · ${first.clause}`}</Text></View>
      <Fold title={`看这 ${entries.length} 笔`}>{entries.map((entry) => <EntryRow key={entry.id} entry={entry} />)}</Fold>
    </View>
  )
}
