import { Text, View } from '@tarojs/components'
import { coverageWords, isCovered, type Coverage } from './coverageWords'
import './style.scss'

/** 覆盖率: a bar with the mark it has to reach, and the same in whole numbers. */
export function CoverageMeter(coverage: Coverage) {
  const { answered, households, minimumPercent } = coverage
  const share = households > 0 ? Math.min(100, (answered * 100) / households) : 0
  const isReached = minimumPercent !== undefined && isCovered(answered, households, minimumPercent)
  return (
    <View className='coverage'>
      <View className='coverage__track' ariaHidden>
        <View className={`coverage__done ${isReached ? 'coverage__done--reached' : ''}`} style={{ width: `${share.toFixed(2)}%` }} />
        {minimumPercent !== undefined && <View className='coverage__mark' style={{ left: `${minimumPercent}%` }} />}
      </View>
      <View className='coverage__words'><Text>{coverageWords(coverage)}</Text></View>
    </View>
  )
}
