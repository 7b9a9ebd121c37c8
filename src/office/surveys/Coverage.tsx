import { Text, View } from '@tarojs/components'
import { shareWords } from './shareWords'
import './style.scss'

/** 覆盖: how many of the households asked have answered, as a bar and in words; the coverage the plan asks for has a mark. */
export function Coverage({ answered, households, minimumPercent }: { answered: number; households: number; minimumPercent?: number }) {
  const share = households === 0 ? 0 : Math.min(100, (answered / households) * 100)
  return (
    <View className='survey-coverage'>
      <Text className='survey-coverage__words'>{`已答 ${answered} / ${households} 户，${shareWords(answered, households)}`}</Text>
      <View className='survey-coverage__track' ariaHidden>
        <View className='survey-coverage__done' style={{ width: `${share.toFixed(2)}%` }} />
        {minimumPercent !== undefined && <View className='survey-coverage__mark' style={{ left: `${minimumPercent}%` }} />}
      </View>
    </View>
  )
}
