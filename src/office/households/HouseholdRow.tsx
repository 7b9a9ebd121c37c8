import { Text, View } from '@tarojs/components'
import type { Actions } from '../../../types/api'
import { Badge } from '@/components/Badge'
import { Press } from '@/components/Press'
import { HOUSEHOLD_STATUS } from '@/labels/household'
import { slipWords } from './slipWords'
import './style.scss'

export type Household = Actions['listHouseholds']['reply']['households'][number]
type HouseholdRowProps = { household: Household; isOpen: boolean; onPress: () => void }

/** One household: where, whether somebody is bound, and how its slip stands. How many, never who. */
export function HouseholdRow({ household: { label, status, members, slip }, isOpen, onPress }: HouseholdRowProps) {
  const bound = members > 0 ? `已绑定 ${members} 人` : '没有人绑定'
  const { words, tone } = slipWords(slip)
  return (
    <Press className={`household-row split-row ${isOpen ? 'split-row--on' : ''}`} expanded={isOpen} onPress={onPress}>
      <View className='household-row__main'>
        <Text className='household-row__label'>{label}</Text>
        <Text className='household-row__note'>{`${HOUSEHOLD_STATUS[status]} · ${bound}`}</Text>
      </View>
      <Badge words={words} tone={tone} />
    </Press>
  )
}
