import { Text, View } from '@tarojs/components'
import { Icon } from '../Icon'
import type { IconName } from '../Icon/icons'
import type { Tone } from '../tone'
import './style.scss'

type CountdownProps = {
  /** 还剩, 已超时. */
  caption: string
  /** 1 小时 20 分: the number of the day. */
  value: string
  /** What it means, one line each: 今天(周二)16:30 前 · 午休不计时,13:30 继续. */
  lines?: readonly string[]
  tone?: Tone
  icon?: IconName
}

/** From here on a value takes two lines of a phone at the size of the number of the day. */
const LONG = 9

/** Given words only: who reads the clock and the calendar is the page. */
export function Countdown({ caption, value, lines = [], tone = 'info', icon = 'timer' }: CountdownProps) {
  return (
    <View className={`countdown tone-${tone}`} ariaRole='timer' ariaLabel={[caption, value, ...lines].join('，')}>
      <View className='countdown__caption'><Icon name={icon} size='small' /><Text>{caption}</Text></View>
      <View className={`countdown__value ${value.length > LONG ? 'countdown__value--long' : ''}`}><Text>{value}</Text></View>
      {lines.map((line) => <View key={line} className='countdown__line'><Text>{line}</Text></View>)}
    </View>
  )
}
