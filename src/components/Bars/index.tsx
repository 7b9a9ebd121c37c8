import { Text, View } from '@tarojs/components'
import { Press } from '../Press'
import './style.scss'

export type Bar = {
  key: string
  label: string
  /** 93.45 分: as it is read. */
  words: string
  note?: string
  /** From 0 to `max`, one figure for each name of `parts`. */
  values: readonly number[]
}

type BarsProps = {
  bars: readonly Bar[]
  max: number
  /** Names of the pieces a bar is made of (≤ 3): told in a legend when there are several. */
  parts: readonly string[]
  onOpen?: (key: string) => void
}

export function Bars({ bars, max, parts, onOpen }: BarsProps) {
  return (
    <View className='bars'>
      {parts.length > 1 && (
        <View className='bars__legend' ariaHidden>
          {parts.map((part, index) => <View key={part} className='bars__part'><View className={`bars__swatch bars__fill--${index}`} /><Text>{part}</Text></View>)}
        </View>
      )}
      {bars.map((bar) => {
        const told = parts.length > 1 ? parts.map((part, index) => `${part} ${bar.values[index] ?? 0}`) : []
        // What is seen comes first, as it is seen: who speaks to the phone says those words.
        const label = [bar.label, bar.words, bar.note, ...told].filter(Boolean).join('，')
        const inside = (
          <>
            <View className='bars__head'><Text className='bars__label'>{bar.label}</Text><Text className='bars__words'>{bar.words}</Text></View>
            <View className='bars__track'>
              {bar.values.map((value, index) => <View key={parts[index]} className={`bars__fill bars__fill--${index}`} style={{ width: `${share(value, max)}%` }} />)}
            </View>
            {bar.note && <View className='bars__note'><Text>{bar.note}</Text></View>}
          </>
        )
        return onOpen
          ? <Press key={bar.key} className='bars__row' label={`${label}，点按查看明细`} onPress={() => onOpen(bar.key)}>{inside}</Press>
          : <View key={bar.key} className='bars__row' ariaRole='img' ariaLabel={label}>{inside}</View>
      })}
    </View>
  )
}

const share = (value: number, max: number) => Math.min(100, Math.max(0, (value / max) * 100)).toFixed(2)
